import { defineWordings } from '../../kernel/wording';

/** What people are told about bids, from the close of a call to the end of the qualification check. */
export const bidWordings = defineWordings('bids', {
  open: {
    zh: { title: '提出开标', body: '轮次{round}的申报已截止，请提出开标。' },
    en: {
      title: 'Ask for the opening',
      body: 'The call of {round} has closed; ask for the opening.',
    },
  },
  confirmOpening: {
    zh: { title: '确认开标', body: '轮次{round}已提出开标，须由另一人确认。' },
    en: {
      title: 'Confirm the opening',
      body: 'The opening of {round} was asked for; another person has to confirm it.',
    },
  },
  judge: {
    zh: { title: '资格审查', body: '轮次{round}的申报已开启，请对须由人判断的审查项作出结论。' },
    en: {
      title: 'Decide the qualification',
      body: 'The bids of {round} are opened; decide the checks that need a person.',
    },
  },
  lookAgain: {
    zh: {
      title: '规则已更正',
      body: '您的申报依据轮次{round}的第{named}版规则，现行规则为第{current}版。申报按第{named}版审查，仍然有效；{closesAt}前可以按现行规则替换。',
    },
    en: {
      title: 'The rules were corrected',
      body: 'Your bid names revision {named} of the rules of {round}, which are at revision {current} now. It is checked by revision {named} and stands; until {closesAt} it may be replaced under the rules in force.',
    },
  },
  replace: {
    zh: {
      title: '须重新提交申报',
      body: '您的申报依据轮次{round}的第{named}版规则，现行规则为第{current}版，并要求重新提交。请在{closesAt}前替换，否则截止时失效。',
    },
    en: {
      title: 'Submit your bid again',
      body: 'Your bid names revision {named} of the rules of {round}, which are at revision {current} now and demand a new version. Replace it before {closesAt}; otherwise it lapses at the close.',
    },
  },
  lapsed: {
    zh: {
      title: '申报已失效',
      body: '您对轮次{round}的申报依据第{named}版规则，未按第{current}版的要求重新提交，已在截止时失效，不会被开启。',
    },
    en: {
      title: 'Your bid has lapsed',
      body: 'Your bid for {round} names revision {named} of the rules and was not submitted again as revision {current} demanded: it lapsed at the close and is not opened.',
    },
  },
  tooFew: {
    zh: {
      title: '分包流标',
      body: '您申报的轮次{round}的分包有效申报不足{least}份，按规则流标，不再开启或评审。',
    },
    en: {
      title: 'The lot has failed',
      body: 'The lot of {round} for which you have bid has fewer than the {least} valid bids that its rules need: it fails, and no bid is opened or reviewed any more.',
    },
  },
  unopenable: {
    zh: {
      title: '申报无法开启',
      body: '您的申报{number}因系统原因无法开启：保存的内容与收据不符。请联系监督人员。',
    },
    en: {
      title: 'Your bid cannot be opened',
      body: 'Your bid {number} cannot be opened by a fault of the system: what is stored is not what the receipt says. Please contact the supervisor.',
    },
  },
  qualified: {
    zh: { title: '通过资格审查', body: '您的申报{number}已通过资格审查，进入评审。' },
    en: { title: 'Qualified', body: 'Your bid {number} has passed the qualification check.' },
  },
  disqualified: {
    zh: {
      title: '未通过资格审查',
      body: '您的申报{number}未通过资格审查，未通过的审查项：{checks}。详见申报页面。',
    },
    en: {
      title: 'Not qualified',
      body: 'Your bid {number} has not passed the qualification check, by: {checks}. See the bid for details.',
    },
  },
});
