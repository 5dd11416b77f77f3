import { defineRefusals } from '../../kernel/refusal';

export const refuseFunds = defineRefusals('FUNDS', {
  UNKNOWN: {
    status: 422,
    zh: '没有这项资金。',
    en: 'There is no such fund.',
    whatToDo: { zh: '请从资金列表中选择。', en: 'Choose one from the list of funds.' },
  },
  CODE_TAKEN: {
    status: 409,
    zh: '资金代码{code}已被使用。',
    en: 'The fund code {code} is taken.',
    whatToDo: { zh: '请改用其他代码。', en: 'Choose another code.' },
  },
  AMOUNT_ZERO: {
    status: 422,
    zh: '预算金额须大于零。',
    en: 'A budget is more than nothing.',
    whatToDo: { zh: '请填写金额。', en: 'Give an amount.' },
  },
});
