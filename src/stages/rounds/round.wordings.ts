import { defineWordings } from '../../kernel/wording';

/** What people are told about a round until its call has closed. */
export const roundWordings = defineWordings('rounds', {
  approve: {
    zh: { title: '审批轮次', body: '轮次{round}已起草，等待审批。' },
    en: { title: 'Approve a round', body: 'The round {round} is drawn up and waits for approval.' },
  },
  approveCorrection: {
    zh: {
      title: '审批更正',
      body: '轮次{round}拟更正规则，更正后的申报截止时间为{closesAt}，须在现行截止时间之前由另一人批准。',
    },
    en: {
      title: 'Approve a correction',
      body: 'It is proposed to correct the rules of the round {round} and to take bids until {closesAt}; another person has to approve it before the deadline that stands.',
    },
  },
  extended: {
    zh: {
      title: '申报截止时间推迟',
      body: '轮次{round}的申报截止时间推迟至{closesAt}，规则更新为第{revision}版。已提交的申报仍然有效，也可以替换。',
    },
    en: {
      title: 'The deadline was moved',
      body: 'Bids for the round {round} are taken until {closesAt}; its rules are now at revision {revision}. What you have submitted stands, and may be replaced.',
    },
  },
  corrected: {
    zh: {
      title: '规则已更正',
      body: '轮次{round}的规则更正为第{revision}版，申报截止时间为{closesAt}。已提交的申报按其所依据的版本审查，仍然有效，也可以按新版本替换。',
    },
    en: {
      title: 'The rules were corrected',
      body: 'The rules of the round {round} are now at revision {revision}, and bids are taken until {closesAt}. What you have submitted is checked by the revision that it names; it stands, and may be replaced under the new one.',
    },
  },
  correctedForAll: {
    zh: {
      title: '规则已更正，须重新提交',
      body: '轮次{round}的规则更正为第{revision}版，已提交的申报须在{closesAt}前按新版本替换，否则截止时失效。',
    },
    en: {
      title: 'The rules were corrected: submit again',
      body: 'The rules of the round {round} are now at revision {revision}. What you have submitted must be replaced under it before {closesAt}; otherwise it lapses at the close.',
    },
  },
  cancelled: {
    zh: { title: '轮次已取消', body: '轮次{round}已取消，您提交的申报不会被开启。' },
    en: {
      title: 'The round was cancelled',
      body: 'The round {round} was cancelled; what you have submitted will not be opened.',
    },
  },
});
