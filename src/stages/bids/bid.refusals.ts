import { defineRefusals } from '../../kernel/refusal';

export const refuseBids = defineRefusals('BIDS', {
  DEADLINE_PASSED: {
    status: 409,
    zh: '申报已于{closesAt}截止，本次提交时间为{receivedAt}。',
    en: 'Bids were taken until {closesAt}; this came at {receivedAt}.',
    whatToDo: {
      zh: '截止后不能提交、替换或撤回；截止前收到的版本仍然有效。',
      en: 'Nothing can be submitted, replaced or withdrawn now; what was received in time stands.',
    },
  },
  CALL_CANCELLED: {
    status: 409,
    zh: '本轮次已取消。',
    en: 'The round was cancelled.',
    whatToDo: { zh: '请关注后续公告。', en: 'Watch for further notices.' },
  },
  REVISION_OUTDATED: {
    status: 409,
    zh: '申报依据的规则为第{named}版，现行为第{current}版。',
    en: 'The bid names revision {named} of the rules; revision {current} is in force.',
    whatToDo: {
      zh: '请阅读更正公告，按现行规则确认后重新提交。',
      en: 'Read the correction, check the bid against it, and submit with the revision in force.',
    },
  },
  CONTENT_NOT_BASE64: {
    status: 422,
    zh: '申报内容须为规范的 Base64。',
    en: 'The content must be canonical Base64.',
    whatToDo: {
      zh: '请将申报书的 UTF-8 JSON 以标准 Base64 编码，不加换行。',
      en: 'Encode the application’s UTF-8 JSON in standard Base64 without line breaks.',
    },
  },
  CONTENT_SIZE: {
    status: 422,
    zh: '申报内容为{bytes}字节，应在{min}至{max}字节之间。',
    en: 'The content has {bytes} bytes; it must have {min} to {max}.',
    whatToDo: { zh: '请精简申报内容。', en: 'Shorten the application.' },
  },
  SAME_PERSON: {
    status: 409,
    zh: '开标须由两人办理，提出人不能确认。',
    en: 'An opening takes two people; whoever asked for it cannot confirm it.',
    whatToDo: { zh: '请由另一位人员确认。', en: 'Have another person confirm it.' },
  },
  TOO_FEW: {
    status: 409,
    zh: '申报数量不足规则要求，本分包流标，不开标。',
    en: 'Fewer have bid than the rules need: the lot fails, and nothing is opened.',
    whatToDo: {
      zh: '请查看流标公告；可重新公告，或在规定期限内定向委托。',
      en: 'See the notice of the failure; announce another call, or commission directly while there is time.',
    },
  },
  OPENING_REQUESTED: {
    status: 409,
    zh: '开标已经提出。',
    en: 'The opening was asked for already.',
    whatToDo: { zh: '请由另一位人员确认开标。', en: 'Have another person confirm it.' },
  },
  CLOSING_BROKEN: {
    status: 409,
    zh: '现存申报与截止时公布的数量或摘要不符，不能开标。',
    en: 'The bids in store are not those that were counted at the close, so they cannot be opened.',
    whatToDo: {
      zh: '请立即报告监督人员，核对备份与公布的摘要。',
      en: 'Report it to the supervisor at once; compare backups with the published digest.',
    },
  },
  CHECK_UNKNOWN: {
    status: 422,
    zh: '该申报没有须由人判断的审查项“{code}”。',
    en: 'The bid is asked no check "{code}" that a person decides.',
    whatToDo: {
      zh: '请查看规则中的资格审查项。',
      en: 'See the qualification checks of the rule set.',
    },
  },
  CHECK_DECIDED: {
    status: 409,
    zh: '审查项“{code}”已有结论。',
    en: 'The check "{code}" is decided already.',
    whatToDo: {
      zh: '结论不可更改；有异议请走异议程序。',
      en: 'It stands; an objection is the way to contest it.',
    },
  },
});
