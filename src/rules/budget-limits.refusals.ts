import { defineRefusals } from '../kernel/refusal';

/** Why the organization's own match is not enough. */
export const refuseMatch = defineRefusals('MATCH', {
  BELOW_SHARE: {
    status: 422,
    zh: '自筹{match}元，低于项目预算{budget}元的{share}（即{least}元）。',
    en: 'The own match of {match} yuan is below {share} of the budget of {budget} yuan, which is {least} yuan.',
    whatToDo: {
      zh: '请增加计入自筹的资金，或缩减预算。',
      en: 'Bring more of what counts as own match, or cut the budget.',
    },
  },
  BELOW_AMOUNT: {
    status: 422,
    zh: '自筹{match}元，低于类别“{category}”要求的{least}元。',
    en: 'The own match of {match} yuan is below the {least} yuan asked of the category "{category}".',
    whatToDo: {
      zh: '请增加计入自筹的资金，或核对项目类别。',
      en: 'Bring more of what counts as own match, or check the category.',
    },
  },
});

/** Why lines of a budget do not keep to the limits. */
export const refuseCosts = defineRefusals('COSTS', {
  ABOVE_SHARE: {
    status: 422,
    zh: '“{limit}”合计{lines}元，超过{base}元的{share}（即{most}元）。',
    en: 'The lines under the limit "{limit}" come to {lines} yuan, above {share} of {base} yuan, which is {most} yuan.',
    whatToDo: { zh: '请缩减这些预算科目。', en: 'Cut these lines of the budget.' },
  },
  BELOW_SHARE: {
    status: 422,
    zh: '“{limit}”合计{lines}元，低于{base}元的{share}（即{least}元）。',
    en: 'The lines under the limit "{limit}" come to {lines} yuan, below {share} of {base} yuan, which is {least} yuan.',
    whatToDo: { zh: '请增加这些预算科目。', en: 'Put more into these lines of the budget.' },
  },
});
