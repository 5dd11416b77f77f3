import { defineRefusals } from '../kernel/refusal';

/** Why a budget gives no grant. */
export const refuseGrant = defineRefusals('GRANT', {
  OWN_FUNDS_ABOVE_BUDGET: {
    status: 422,
    zh: '自筹资金{ownFunds}元超过项目预算{budget}元。',
    en: 'Own funds of {ownFunds} yuan are more than the budget of {budget} yuan.',
    whatToDo: {
      zh: '请核对项目预算和自筹资金。',
      en: 'Check the budget and the own funds.',
    },
  },
  NOTHING_ASKED: {
    status: 422,
    zh: '自筹资金已覆盖项目预算{budget}元，没有申请资助。',
    en: 'Own funds cover the whole budget of {budget} yuan: no grant is asked for.',
    whatToDo: {
      zh: '请核对项目预算和自筹资金。',
      en: 'Check the budget and the own funds.',
    },
  },
  ABOVE_SHARE: {
    status: 422,
    zh: '申请资助{grant}元，超过项目预算的比例上限{share}（即{limit}元）。',
    en: 'The grant of {grant} yuan is above the share of the budget allowed, {share}, which is {limit} yuan.',
    whatToDo: {
      zh: '请增加自筹资金或缩减预算。',
      en: 'Bring more own funds, or cut the budget.',
    },
  },
  ABOVE_CAP: {
    status: 422,
    zh: '申请资助{grant}元，超过每个项目的上限{limit}元。',
    en: 'The grant of {grant} yuan is above the limit of {limit} yuan per project.',
    whatToDo: {
      zh: '请增加自筹资金或缩减预算。',
      en: 'Bring more own funds, or cut the budget.',
    },
  },
  ABOVE_CATEGORY_CAP: {
    status: 422,
    zh: '申请资助{grant}元，超过类别“{category}”每个项目的上限{limit}元。',
    en: 'The grant of {grant} yuan is above the limit of {limit} yuan per project of the category "{category}".',
    whatToDo: {
      zh: '请增加自筹资金、缩减预算，或核对项目类别。',
      en: 'Bring more own funds, cut the budget, or check the category.',
    },
  },
});

/** Why scores are not taken. */
export const refuseScores = defineRefusals('SCORES', {
  MISSING: {
    status: 422,
    zh: '没有给“{code}”打分。',
    en: 'There is no score for "{code}".',
    whatToDo: { zh: '请补上这一项的分数。', en: 'Score it, too.' },
  },
  UNKNOWN: {
    status: 422,
    zh: '没有“{code}”这一评分项。',
    en: 'Nothing called "{code}" is scored here.',
    whatToDo: { zh: '请只按本轮规则的评分项打分。', en: 'Score only what the rules name.' },
  },
  NOT_A_SCORE: {
    status: 422,
    zh: '“{code}”的分数应为不带符号的数，小数不超过{decimals}位。',
    en: 'The score for "{code}" must be a number without a sign and with at most {decimals} decimals.',
    whatToDo: { zh: '请改正分数。', en: 'Correct the score.' },
  },
  ABOVE_MOST: {
    status: 422,
    zh: '“{code}”的分数{score}超过满分{most}。',
    en: 'The score of {score} for "{code}" is above the most it can get, {most}.',
    whatToDo: { zh: '请改正分数。', en: 'Correct the score.' },
  },
});
