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
  COMES_TO_NOTHING: {
    status: 422,
    zh: '按本轮规则计算，资助额为零。',
    en: 'By the rules of this round the grant comes to nothing.',
    whatToDo: {
      zh: '请核对项目预算、自筹资金和产出数量。',
      en: 'Check the budget, the own funds and the quantities offered.',
    },
  },
  BELOW_FLOOR: {
    status: 422,
    zh: '申请资助{grant}元，低于每个项目的下限{limit}元。',
    en: 'The grant of {grant} yuan is below the least of {limit} yuan per project.',
    whatToDo: {
      zh: '请核对项目预算和自筹资金。',
      en: 'Check the budget and the own funds.',
    },
  },
  NOT_THE_FIXED_PRICE: {
    status: 422,
    zh: '报价{grant}元与固定价格{price}元不符。',
    en: 'The price of {grant} yuan is not the fixed price of {price} yuan.',
    whatToDo: {
      zh: '请使项目预算减去自筹资金等于固定价格。',
      en: 'Make the budget less own funds the fixed price.',
    },
  },
  BELOW_LOWEST_TIER: {
    status: 422,
    zh: '预算缺口{within}元，达不到最低一档{lowest}元。',
    en: 'What the budget lacks, {within} yuan, does not reach the lowest tier of {lowest} yuan.',
    whatToDo: {
      zh: '请核对项目预算、自筹资金和项目类别。',
      en: 'Check the budget, the own funds and the category.',
    },
  },
  NO_PRIZE: {
    status: 422,
    zh: '类别“{category}”没有奖金。',
    en: 'There is no prize for the category "{category}".',
    whatToDo: { zh: '请核对项目类别。', en: 'Check the category.' },
  },
  QUANTITY_MISSING: {
    status: 422,
    zh: '没有填写产出“{output}”的数量。',
    en: 'The quantity of the output "{output}" is missing.',
    whatToDo: { zh: '请填写数量。', en: 'Say how many are offered.' },
  },
  OUTPUTS_TOO_MUCH: {
    status: 422,
    zh: '按产出单价计价的金额超过上限{limit}元。',
    en: 'The outputs at their prices come to more than the limit of {limit} yuan.',
    whatToDo: { zh: '请减少产出数量。', en: 'Offer fewer outputs.' },
  },
  APPROVED_ABOVE_REQUEST: {
    status: 422,
    zh: '核定的{approved}元超过申请的{request}元。',
    en: 'The {approved} yuan approved are more than the {request} yuan requested.',
    whatToDo: { zh: '请核对核定的金额。', en: 'Check the amount approved.' },
  },
  APPROVED_BELOW_FLOOR: {
    status: 422,
    zh: '核定的{approved}元低于每个项目的下限{limit}元。',
    en: 'The {approved} yuan approved are below the least of {limit} yuan per project.',
    whatToDo: {
      zh: '请核对核定的金额；不予资助的，请填零。',
      en: 'Check the amount approved; enter nothing where the project gets no grant.',
    },
  },
  UNKNOWN_LINE: {
    status: 422,
    zh: '该项目的预算没有科目“{line}”。',
    en: 'The budget of the project has no line "{line}".',
    whatToDo: { zh: '请只核定预算中的科目。', en: 'Approve only lines of the budget.' },
  },
  LINE_ABOVE_BUDGET: {
    status: 422,
    zh: '科目“{line}”核定{approved}元，超过预算中的{budget}元。',
    en: 'The {approved} yuan approved for the line "{line}" are more than its budget of {budget} yuan.',
    whatToDo: { zh: '请核对这一科目。', en: 'Check this line.' },
  },
  SETTLED_ABOVE_CEILING: {
    status: 422,
    zh: '确定的{settled}元超过预留的{ceiling}元。',
    en: 'The {settled} yuan settled are more than the {ceiling} yuan reserved.',
    whatToDo: { zh: '请核对确定的金额。', en: 'Check the amount settled.' },
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
