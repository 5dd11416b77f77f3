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
  CURRENCY_DIFFERS: {
    status: 422,
    zh: '该资金以{currency}计，所填金额为{given}。',
    en: 'The fund is in {currency}, the amount in {given}.',
    whatToDo: { zh: '请以资金的币种填写。', en: 'Give the amount in the currency of the fund.' },
  },
  YEAR_RUNNING: {
    status: 409,
    zh: '预算年度尚未结束，{lastDay}起方可办理结转。',
    en: 'The budget year still runs; it may be closed from {lastDay} on.',
    whatToDo: { zh: '请于年度最后一日起办理。', en: 'Come back on the last day of the year.' },
  },
  YEAR_UNKNOWN: {
    status: 422,
    zh: '该资金没有{year}年度的预算。',
    en: 'The fund has no money of the year {year}.',
    whatToDo: { zh: '请核对年度。', en: 'Check the year.' },
  },
  YEAR_CLOSED: {
    status: 409,
    zh: '{year}年度已经结转。',
    en: 'The year {year} is closed.',
    whatToDo: {
      zh: '请使用以后年度的预算。',
      en: 'Use the budget of a later year.',
    },
  },
  EARLIER_YEAR_OPEN: {
    status: 409,
    zh: '{year}年度尚未结转。',
    en: 'The year {year} is not closed yet.',
    whatToDo: { zh: '请按年度先后办理结转。', en: 'Close the years in their order.' },
  },
  CLOSING_PROPOSED: {
    status: 409,
    zh: '该年度的结转已经提出。',
    en: 'The closing of this year was proposed already.',
    whatToDo: { zh: '请待审批。', en: 'Wait for the decision on it.' },
  },
  SAME_PERSON: {
    status: 409,
    zh: '结转的提出与批准不得为同一人。',
    en: 'Whoever proposed to close a year cannot approve it.',
    whatToDo: { zh: '请由另一名审批人办理。', en: 'Have another approver decide.' },
  },
  AMOUNT_ZERO: {
    status: 422,
    zh: '预算金额须大于零。',
    en: 'A budget is more than nothing.',
    whatToDo: { zh: '请填写金额。', en: 'Give an amount.' },
  },
});
