import { defineWordings } from '../../kernel/wording';

/** What people are told about a round until its call has closed. */
export const roundWordings = defineWordings('rounds', {
  approve: {
    zh: { title: '审批轮次', body: '轮次{round}已起草，等待审批。' },
    en: { title: 'Approve a round', body: 'The round {round} is drawn up and waits for approval.' },
  },
  approveExtension: {
    zh: {
      title: '审批延期',
      body: '轮次{round}拟将申报截止时间推迟至{closesAt}，须在原截止时间之前由另一人批准。',
    },
    en: {
      title: 'Approve an extension',
      body: 'It is proposed to take bids for the round {round} until {closesAt}; another person has to approve it before the deadline that stands.',
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
  cancelled: {
    zh: { title: '轮次已取消', body: '轮次{round}已取消，您提交的申报不会被开启。' },
    en: {
      title: 'The round was cancelled',
      body: 'The round {round} was cancelled; what you have submitted will not be opened.',
    },
  },
});
