import { defineRefusals } from '../../kernel/refusal';

export const refuseContracts = defineRefusals('CONTRACTS', {
  DIGEST_DIFFERS: {
    status: 409,
    zh: '所签文件与合同文本不一致。',
    en: 'The document that was to be signed is not this contract.',
    whatToDo: {
      zh: '请重新读取合同，核对文本后用其摘要签署。',
      en: 'Read the contract again, check it, and sign with its digest.',
    },
  },
  ALREADY_SIGNED: {
    status: 409,
    zh: '该方已签署。',
    en: 'This side has signed already.',
    whatToDo: { zh: '请等待另一方签署。', en: 'Wait for the other side to sign.' },
  },
  UNDER_HOLD: {
    status: 409,
    zh: '该立项已暂停，暂停期间不能签署。',
    en: 'The award is held, and nothing is signed while it is.',
    whatToDo: {
      zh: '请在暂停解除后签署。',
      en: 'Sign it once the hold is lifted.',
    },
  },
});
