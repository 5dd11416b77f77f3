import { defineWordings } from '../../kernel/wording';

/** What people are told while a project runs. */
export const monitoringWordings = defineWordings('monitoring', {
  projectStarted: {
    zh: { title: '项目开始', body: '项目“{title}”的协议已生效，项目开始，至{endsOn}结束。' },
    en: {
      title: 'The project begins',
      body: 'The contract of the project “{title}” is in force; the project runs to {endsOn}.',
    },
  },
  report: {
    zh: { title: '提交报告', body: '项目“{title}”须于{dueOn}前（含当日）提交{report}。' },
    en: {
      title: 'Hand in a report',
      body: 'The project “{title}” owes the report {report} by {dueOn}, that day included.',
    },
  },
  reportReminder: {
    zh: { title: '报告即将到期', body: '项目“{title}”的{report}须于{dueOn}前（含当日）提交。' },
    en: {
      title: 'A report is due soon',
      body: 'The report {report} of the project “{title}” is due by {dueOn}, that day included.',
    },
  },
  reportMissed: {
    zh: { title: '报告已逾期', body: '项目“{title}”的{report}于{dueOn}到期未交，请尽快补交。' },
    en: {
      title: 'A report is late',
      body: 'The report {report} of the project “{title}” was due on {dueOn}; hand it in as soon as you can.',
    },
  },
  reportOverdue: {
    zh: { title: '项目报告逾期', body: '项目“{title}”的{report}于{dueOn}到期未交，请督促。' },
    en: {
      title: 'A project’s report is late',
      body: 'The report {report} of the project “{title}” was due on {dueOn} and has not come; please see to it.',
    },
  },
  visit: {
    zh: { title: '走访项目', body: '项目“{title}”至{endsOn}至少走访{min}次。' },
    en: {
      title: 'Visit a project',
      body: 'The project “{title}” is to be visited at least {min} times by {endsOn}.',
    },
  },
  visitReminder: {
    zh: { title: '项目走访即将到期', body: '项目“{title}”至{endsOn}还须走访{missing}次。' },
    en: {
      title: 'Visits to a project are due soon',
      body: 'The project “{title}” still lacks {missing} visits; they are due by {endsOn}.',
    },
  },
  visitsMissing: {
    zh: {
      title: '项目走访不足',
      body: '项目“{title}”于{endsOn}结束，还缺走访{missing}次，请督促。',
    },
    en: {
      title: 'A project was not visited enough',
      body: 'The project “{title}” ended on {endsOn} and lacks {missing} visits; please see to it.',
    },
  },
});
