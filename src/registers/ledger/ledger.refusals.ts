import { defineRefusals } from '../../kernel/refusal';

export const refuseLedger = defineRefusals('LEDGER', {
  INSUFFICIENT: {
    status: 422,
    zh: '账户（{account}）余额不足，差{missing}元。',
    en: 'The account ({account}) does not have enough: {missing} yuan are missing.',
    whatToDo: {
      zh: '请核对金额，或先追加预算、释放已占用的资金。',
      en: 'Check the amount, or first add to the budget or release what is held.',
    },
  },
  TOO_LARGE: {
    status: 422,
    zh: '该资金的预算总额将超过上限（10万亿元）。',
    en: 'The budgets of the fund would exceed ten trillion yuan in all.',
    whatToDo: { zh: '请核对金额。', en: 'Check the amount.' },
  },
});
