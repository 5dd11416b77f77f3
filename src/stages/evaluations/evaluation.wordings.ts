import { defineWordings } from '../../kernel/wording';

/** What people are told in the course of an evaluation. */
export const evaluationWordings = defineWordings('evaluations', {
  selfReport: {
    zh: {
      title: '提交自评',
      body: '项目“{title}”的{evaluation}已开始，请提交自评，截止时间为{until}（只写日期的含当日）。',
    },
    en: {
      title: 'Hand in the self-report',
      body: 'The evaluation {evaluation} of the project “{title}” is open; hand in the self-report by {until}; a day without an hour is included.',
    },
  },
  assign: {
    zh: { title: '指定评估人员', body: '请为项目“{title}”的{evaluation}指定评估人员。' },
    en: {
      title: 'Name an evaluator',
      body: 'The evaluation {evaluation} of the project “{title}” needs an evaluator.',
    },
  },
  score: {
    zh: { title: '评估打分', body: '请为项目“{title}”的{evaluation}打分，期限为{dueOn}。' },
    en: {
      title: 'Score an evaluation',
      body: 'Score the evaluation {evaluation} of the project “{title}” by {dueOn}.',
    },
  },
  dueSoon: {
    zh: {
      title: '自评即将到期',
      body: '项目“{title}”的{evaluation}自评截止时间为{until}（只写日期的含当日），无故不交按不合格处理。',
    },
    en: {
      title: 'A self-report is due soon',
      body: 'The self-report for the evaluation {evaluation} of the project “{title}” is due by {until}; a day without an hour is included. Without a reason, a missing one is a fail.',
    },
  },
  excused: {
    zh: { title: '自评准予延期', body: '项目“{title}”的{evaluation}准予延期至{dueOn}。' },
    en: {
      title: 'A self-report may come later',
      body: 'The self-report for the evaluation {evaluation} of the project “{title}” is excused until {dueOn}.',
    },
  },
  scoreOverdue: {
    zh: {
      title: '评估打分已逾期',
      body: '项目“{title}”的{evaluation}已于{dueOn}到期，尚未打分，请督促。',
    },
    en: {
      title: 'An evaluation was not scored in time',
      body: 'The evaluation {evaluation} of the project “{title}” was due on {dueOn} and is not scored; please see to it.',
    },
  },
  resultOverdue: {
    zh: {
      title: '评估结果逾期未出',
      body: '项目“{title}”的{evaluation}结果未按期作出，请督促。',
    },
    en: {
      title: 'The result of an evaluation is late',
      body: 'The evaluation {evaluation} of the project “{title}” was to be told by now and is not; please see to it.',
    },
  },
  graded: {
    zh: { title: '评估结果', body: '项目“{title}”的{evaluation}得分{score}，等级为{grade}。' },
    en: {
      title: 'The result of an evaluation',
      body: 'The evaluation {evaluation} of the project “{title}” gave a score of {score} and the grade {grade}.',
    },
  },
  gradedMissing: {
    zh: {
      title: '评估结果',
      body: '项目“{title}”的{evaluation}至{dueOn}未提交自评，按{grade}处理。',
    },
    en: {
      title: 'The result of an evaluation',
      body: 'Nothing was handed in for the evaluation {evaluation} of the project “{title}” by {dueOn}; it is graded {grade}.',
    },
  },
  stopped: {
    zh: {
      title: '项目终止',
      body: '项目“{title}”的{evaluation}不合格，项目终止，未付款项停止拨付。',
    },
    en: {
      title: 'A project is stopped',
      body: 'The evaluation {evaluation} of the project “{title}” was failed; the project ends and what is unpaid is stopped.',
    },
  },
  endedByChange: {
    zh: {
      title: '项目终止',
      body: '项目“{title}”经变更终止，其余评估不再进行，未付款项停止支付。',
    },
    en: {
      title: 'A project ends',
      body: 'By a change the project “{title}” ends: it is evaluated no more, and what is unpaid is not paid.',
    },
  },
  paymentsStopped: {
    zh: {
      title: '评估不合格，暂停拨付',
      body: '项目“{title}”的{evaluation}不合格，未付款项暂停拨付，待其后的评估合格后恢复。',
    },
    en: {
      title: 'Payments wait',
      body: 'The evaluation {evaluation} of the project “{title}” was failed: what is unpaid waits until a later evaluation is passed.',
    },
  },
  paymentsDelayed: {
    zh: {
      title: '评估不合格，延迟拨付',
      body: '项目“{title}”的{evaluation}不合格，未付款项待整改到位后拨付。',
    },
    en: {
      title: 'Payments are delayed',
      body: 'The evaluation {evaluation} of the project “{title}” was failed: what is unpaid waits until it is put right.',
    },
  },
  judgeFailure: {
    zh: {
      title: '认定整改情况',
      body: '项目“{title}”的{evaluation}不合格，拨付须待整改到位，请认定是否已整改到位。',
    },
    en: {
      title: 'Say whether it is put right',
      body: 'The evaluation {evaluation} of the project “{title}” was failed and payments wait: say whether it is put right.',
    },
  },
  madeGood: {
    zh: { title: '恢复拨付', body: '项目“{title}”的{evaluation}不合格事项已得到弥补，恢复拨付。' },
    en: {
      title: 'Payments go on',
      body: 'What the evaluation {evaluation} of the project “{title}” failed is made good; payments go on.',
    },
  },
  givenUp: {
    zh: {
      title: '整改未到位',
      body: '项目“{title}”的{evaluation}不合格事项经认定未整改到位，未付款项不再支付，项目终止。',
    },
    en: {
      title: 'It was not put right',
      body: 'What the evaluation {evaluation} of the project “{title}” failed was not put right: what is unpaid is not paid any more, and the project ends.',
    },
  },
});
