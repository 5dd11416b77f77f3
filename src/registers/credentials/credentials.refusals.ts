import { defineRefusals } from '../../kernel/refusal';

export const refuseCredentials = defineRefusals('CREDENTIALS', {
  KEY_REVOKED: {
    status: 409,
    zh: '该密钥已经作废。',
    en: 'The key is revoked already.',
    whatToDo: { zh: '无需再次办理。', en: 'Nothing more needs to be done.' },
  },
  LASTS_TOO_LONG: {
    status: 422,
    zh: '密钥有效期须在将来，且最长{days}天。',
    en: 'A key must end in the future and last {days} days at most.',
    whatToDo: {
      zh: '请缩短有效期，到期前再换新密钥。',
      en: 'Choose an earlier end and renew it in time.',
    },
  },
});
