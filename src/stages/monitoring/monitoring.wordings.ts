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
  reportMissing: {
    zh: {
      title: '项目报告按缺交处理',
      body: '项目“{title}”的{report}于{dueOn}到期，至今未交，按规则计为缺交，评估时将予说明。',
    },
    en: {
      title: 'A report counts as missing',
      body: 'The report {report} of the project “{title}” was due on {dueOn} and has not come; by the rules it counts as missing, and the evaluation is told so.',
    },
  },
  acceptReport: {
    zh: {
      title: '审核报告',
      body: '项目“{title}”已提交{report}，拨款须待其通过审核，请审核并认定支出。',
    },
    en: {
      title: 'Accept a report',
      body: 'The project “{title}” has handed in the report {report}, and a payment waits until it is accepted: look at it and say what is accepted as spent.',
    },
  },
  reportAccepted: {
    zh: {
      title: '报告通过审核',
      body: '项目“{title}”的{report}已通过审核，认定已使用资助款{amount}元。',
    },
    en: {
      title: 'A report was accepted',
      body: 'The report {report} of the project “{title}” was accepted, with {amount} yuan of the grant as spent.',
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
  duties: {
    zh: { title: '项目过程管理', body: '项目“{title}”实施期间须做到：{duties}。' },
    en: {
      title: 'Duties while a project runs',
      body: 'While the project “{title}” runs, this has to be done: {duties}.',
    },
  },
  dutyMissed: {
    zh: {
      title: '过程管理事项未办理',
      body: '项目“{title}”的“{duty}”在{from}至{to}期间没有办理记录，请核实。',
    },
    en: {
      title: 'A duty was not done',
      body: 'Nothing was recorded of “{duty}” of the project “{title}” from {from} to {to}; please look into it.',
    },
  },
  imposeSanction: {
    zh: {
      title: '是否作违规处理',
      body: '项目“{title}”出现规则所列情形（{sanction}），请决定是否作出处理。',
    },
    en: {
      title: 'Decide on a sanction',
      body: 'The project “{title}” shows what the rules sanction ({sanction}): decide whether to impose it.',
    },
  },
  sanctioned: {
    zh: { title: '违规处理', body: '项目“{title}”已按规则作出处理：{sanction}。' },
    en: {
      title: 'A sanction was imposed',
      body: 'By the rules a sanction was imposed on the project “{title}”: {sanction}.',
    },
  },
  rectify: {
    zh: { title: '项目整改', body: '项目“{title}”须于{dueAt}前完成整改并答复。' },
    en: {
      title: 'Put something right',
      body: 'The project “{title}” has to put something right and answer before {dueAt}.',
    },
  },
  rectifyReminder: {
    zh: { title: '整改答复即将到期', body: '项目“{title}”的整改须于{dueAt}前答复。' },
    en: {
      title: 'An answer is due soon',
      body: 'What the project “{title}” was ordered to put right has to be answered before {dueAt}.',
    },
  },
  rectificationMissed: {
    zh: {
      title: '整改逾期',
      body: '项目“{title}”的整改于{dueAt}到期未答复，请尽快整改并答复；规则如有规定，付款暂停。',
    },
    en: {
      title: 'An order was not answered in time',
      body: 'The project “{title}” was to answer before {dueAt}; do so as soon as you can. Payments stop where the rules say so.',
    },
  },
  rectificationOverdue: {
    zh: { title: '项目整改逾期', body: '项目“{title}”的整改于{dueAt}到期未答复，请督促。' },
    en: {
      title: 'A project has not answered an order',
      body: 'The project “{title}” was to put something right before {dueAt} and has not answered; please see to it.',
    },
  },
  judgeRectification: {
    zh: { title: '验收整改', body: '项目“{title}”已答复整改，请核查是否到位。' },
    en: {
      title: 'See whether it was put right',
      body: 'The project “{title}” has answered an order; please see whether it was put right.',
    },
  },
  rectificationAccepted: {
    zh: { title: '整改通过', body: '项目“{title}”的整改已通过。' },
    en: {
      title: 'It was put right',
      body: 'What the project “{title}” was to put right is accepted.',
    },
  },
  rectificationRefused: {
    zh: { title: '整改未通过', body: '项目“{title}”的整改未通过，须于{dueAt}前重新整改并答复。' },
    en: {
      title: 'It was not put right',
      body: 'The answer of the project “{title}” was not accepted; put it right and answer again before {dueAt}.',
    },
  },
});
