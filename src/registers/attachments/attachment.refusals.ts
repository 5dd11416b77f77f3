import { defineRefusals } from '../../kernel/refusal';

export const refuseAttachments = defineRefusals('ATTACHMENTS', {
  TYPE_MISMATCH: {
    status: 422,
    zh: '文件名与类型不符，或不接受该类型。',
    en: 'The name does not fit the media type, or the type is not taken.',
    whatToDo: {
      zh: '可提交 PDF、DOCX、XLSX、JPG、PNG、CSV、TXT。',
      en: 'PDF, DOCX, XLSX, JPG, PNG, CSV and TXT are taken.',
    },
  },
  CONTENT_DIFFERS: {
    status: 422,
    zh: '文件内容不是{mediaType}。',
    en: 'The content is not {mediaType}.',
    whatToDo: {
      zh: '请核对文件类型；文本须为UTF-8或GB18030编码。',
      en: 'Check the type of the file; text has to be UTF-8 or GB 18030.',
    },
  },
  UNKNOWN: {
    status: 422,
    zh: '没有这个附件，或不是本方上传的。',
    en: 'There is no such attachment of yours.',
    whatToDo: { zh: '请先上传附件。', en: 'Upload the attachment first.' },
  },
  DIGEST_DIFFERS: {
    status: 422,
    zh: '附件的摘要与所引用的不同。',
    en: 'The attachment has another digest than the one named.',
    whatToDo: { zh: '请核对附件。', en: 'Check which attachment you mean.' },
  },
  INCOMPLETE: {
    status: 409,
    zh: '附件尚未上传完成。',
    en: 'The attachment is not complete yet.',
    whatToDo: { zh: '请先完成上传。', en: 'Complete it first.' },
  },
  BOUND: {
    status: 409,
    zh: '附件已用于其他事项。',
    en: 'The attachment belongs to something else already.',
    whatToDo: { zh: '请另行上传一份。', en: 'Upload it anew.' },
  },
  CHUNK_UNKNOWN: {
    status: 422,
    zh: '该文件只有{count}个分块，没有第{n}块。',
    en: 'The file has {count} chunks; there is no chunk {n}.',
    whatToDo: { zh: '分块从0开始编号。', en: 'Chunks are counted from 0.' },
  },
  CHUNK_SIZE: {
    status: 422,
    zh: '第{n}块应为{expected}字节。',
    en: 'Chunk {n} must have {expected} bytes.',
    whatToDo: { zh: '除最后一块外，每块1 MB。', en: 'Every chunk but the last has 1 MB.' },
  },
  CHUNKS_MISSING: {
    status: 409,
    zh: '还缺{missing}个分块。',
    en: '{missing} chunks are missing.',
    whatToDo: { zh: '请补传后再完成。', en: 'Send them, then complete it.' },
  },
  DIGEST_WRONG: {
    status: 422,
    zh: '收到的内容与所报摘要不符。',
    en: 'What arrived does not have the digest that was announced.',
    whatToDo: { zh: '请核对文件后重新上传。', en: 'Check the file and upload it anew.' },
  },
});
