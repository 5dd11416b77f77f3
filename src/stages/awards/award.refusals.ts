import { defineRefusals } from '../../kernel/refusal';

export const refuseAwards = defineRefusals('AWARDS', {
  APPROVED_WITH_LOT: {
    status: 409,
    zh: '此项立项随所在分包的立项方案一并审批。',
    en: 'This award is approved together with the proposal of its lot.',
    whatToDo: { zh: '请审批分包的立项方案。', en: 'Approve the proposal of the lot.' },
  },
  FUND_BEYOND_REACH: {
    status: 409,
    zh: '方案超出资金池，超出部分须由基金{fund}承担，而该基金属于您无权审批的单位。',
    en: 'The awards go beyond the pots, and the fund {fund}, which has to pay for that, belongs to a unit for which you do not approve.',
    whatToDo: {
      zh: '请由该基金所属单位的审批人办理。',
      en: 'Have an approver of the fund’s unit do it.',
    },
  },
  OWN_PROPOSAL: {
    status: 409,
    zh: '提出定向委托的人不能审批它。',
    en: 'Whoever proposed a directed commission does not approve it.',
    whatToDo: { zh: '请由另一位审批人办理。', en: 'Have another approver do it.' },
  },
  COMPETITION_UNDECIDED: {
    status: 409,
    zh: '本轮资金已公告用于竞争立项，立项方案审批前不能用于定向委托。',
    en: 'The money of this round was announced for its competition and is not free before the awards are approved.',
    whatToDo: {
      zh: '请在竞争立项审批后或流标后再审批定向委托。',
      en: 'Approve the commission once the awards of the competition are approved, or it has failed.',
    },
  },
  ROUND_NOT_OPEN: {
    status: 409,
    zh: '轮次处于{state}状态，不能定向委托。',
    en: 'The round is {state}: there is no commission under it.',
    whatToDo: {
      zh: '请在已批准且未取消的轮次下办理。',
      en: 'Use a round that is approved and not cancelled.',
    },
  },
  ABOVE_BUDGET: {
    status: 422,
    zh: '金额{amount}元超过本轮余额{left}元。',
    en: 'The amount of {amount} yuan is above what is left in the round, {left} yuan.',
    whatToDo: { zh: '请调整金额或追加资金。', en: 'Lower the amount, or add money to the round.' },
  },
  PARTY_SANCTIONED: {
    status: 409,
    zh: '该组织在惩戒期内，不能承接。',
    en: 'The organization is under a sanction and cannot be commissioned.',
    whatToDo: {
      zh: '请另选组织，或在惩戒期满后办理。',
      en: 'Choose another organization, or wait until the sanction is over.',
    },
  },
  BUDGET_MISMATCH: {
    status: 422,
    zh: '预算合计{budget}元减自筹资金{ownFunds}元，应等于金额{amount}元。',
    en: 'The budget of {budget} yuan less own funds of {ownFunds} yuan must be the amount of {amount} yuan.',
    whatToDo: { zh: '请核对预算、自筹资金和金额。', en: 'Check budget, own funds and amount.' },
  },
  LINE_UNKNOWN: {
    status: 422,
    zh: '本轮规则没有预算科目“{code}”，或该科目重复。',
    en: 'The rules of the round have no budget line "{code}", or it stands there twice.',
    whatToDo: {
      zh: '请按本轮规则的预算科目填写。',
      en: 'Use the budget lines of the rules, each once.',
    },
  },
  COUNT_OUT_OF_RANGE: {
    status: 422,
    zh: '列表“{what}”应为{min}至{max}项，现为{count}项。',
    en: 'The list "{what}" takes {min} to {max} items, not {count}.',
    whatToDo: { zh: '请增减后重新提交。', en: 'Add or remove some and submit again.' },
  },
});
