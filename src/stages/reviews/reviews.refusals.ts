import { defineRefusals } from '../../kernel/refusal';

export const refuseReviews = defineRefusals('REVIEWS', {
  POOL_TOO_SMALL: {
    status: 409,
    zh: '席位“{seat}”需要专家{needed}人，回避之后库中只有{found}人。',
    en: 'The seat "{seat}" needs {needed} experts; after recusals the pool has {found}.',
    whatToDo: {
      zh: '请先向专家库补充专家，再重新抽取。',
      en: 'Add experts to the pool first, then have it drawn again.',
    },
  },
  BIDDERS_CHANGED: {
    status: 409,
    zh: '声明所依据的申报单位名单不是现在的名单。',
    en: 'The declaration was made on another list of bidders than the present one.',
    whatToDo: {
      zh: '请重新读取申报单位名单，核对后再声明。',
      en: 'Read the list of bidders again, check it, and declare anew.',
    },
  },
  TIED: {
    status: 409,
    zh: '专家库记载您与申报单位有应当回避的关系。',
    en: 'The register has a tie between you and a bidder, so you must recuse yourself.',
    whatToDo: { zh: '请申请回避。', en: 'Recuse yourself.' },
  },
  NOT_A_BIDDER: {
    status: 422,
    zh: '该单位没有在本分包申报。',
    en: 'This party has no bid in the lot.',
    whatToDo: { zh: '请从申报单位名单中选择。', en: 'Choose one from the list of bidders.' },
  },
  NOT_SEATED: {
    status: 409,
    zh: '您的席位现为“{state}”，不能评审。',
    en: 'Your seat is in the state "{state}", so you cannot review.',
    whatToDo: {
      zh: '请先接受邀请；已退出的席位由他人递补。',
      en: 'Accept the invitation first; a seat that was left is taken by somebody else.',
    },
  },
  BID_UNKNOWN: {
    status: 422,
    zh: '该申报不在本小组评审之列。',
    en: 'This bid is not among those that the panel reviews.',
    whatToDo: { zh: '请从待评申报中选择。', en: 'Choose one of the bids to be scored.' },
  },
  ALREADY_SCORED: {
    status: 409,
    zh: '您已对该申报评分，评分表已锁定。',
    en: 'You have scored this bid already; the sheet is locked.',
    whatToDo: {
      zh: '评分表提交后不能更改；偏离中位数的可以说明理由。',
      en: 'A sheet does not change once it is handed in; one that strays can be explained.',
    },
  },
  SHEETS_STILL_OUT: {
    status: 409,
    zh: '评分表尚未收齐。',
    en: 'Not all sheets are in yet.',
    whatToDo: { zh: '请待全部评分表提交后再办理。', en: 'Wait until every sheet is handed in.' },
  },
  SHEETS_ALL_IN: {
    status: 409,
    zh: '评分表已收齐，评审小组不再变动。',
    en: 'All sheets are in: the panel no longer changes.',
    whatToDo: {
      zh: '有不同意见的，请在评审报告上写明。',
      en: 'Whoever disagrees writes it under the report.',
    },
  },
  DOES_NOT_STRAY: {
    status: 409,
    zh: '该评分表没有超出偏离限度，不需要说明。',
    en: 'This sheet does not stray beyond the limit, so it needs no confirmation.',
    whatToDo: { zh: '无须办理。', en: 'There is nothing to do.' },
  },
  ALREADY_SIGNED: {
    status: 409,
    zh: '您已在评审报告上签名。',
    en: 'You have signed the report already.',
    whatToDo: { zh: '无须办理。', en: 'There is nothing to do.' },
  },
  DISSENT_REQUIRED: {
    status: 422,
    zh: '不同意评审结果的，须写明不同意见和理由。',
    en: 'Whoever does not agree writes down the dissent and its reasons.',
    whatToDo: { zh: '请填写不同意见。', en: 'Write down the dissent.' },
  },
  DISSENT_UNCLEAR: {
    status: 422,
    zh: '同意评审结果的，不能同时写不同意见。',
    en: 'An agreement cannot carry a dissent.',
    whatToDo: {
      zh: '请选择同意，或写明不同意见。',
      en: 'Either agree, or dissent with reasons.',
    },
  },
  UNDER_WAY: {
    status: 409,
    zh: '该分包正在评审。',
    en: 'A review of this lot is under way.',
    whatToDo: { zh: '请待评审报告签署后再办理。', en: 'Wait until its report is signed.' },
  },
  NOT_YET_PUBLISHED: {
    status: 409,
    zh: '评审结果尚未公示。',
    en: 'The result of the review is not published yet.',
    whatToDo: { zh: '请在公示之后查询。', en: 'Ask again once the notice is published.' },
  },
});
