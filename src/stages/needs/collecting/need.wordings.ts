import { defineWordings } from '../../../kernel/wording';

/** What people are told while needs are collected and checked. */
export const needWordings = defineWordings('needs', {
  check: {
    zh: { title: '核查需求', body: '需求“{title}”等待街道核查。' },
    en: { title: 'Check a need', body: 'The need “{title}” waits for the street’s check.' },
  },
  checkOverdue: {
    zh: { title: '需求核查已逾期', body: '需求“{title}”未在期限内核查，请督促街道办理。' },
    en: {
      title: 'A need was not checked in time',
      body: 'The need “{title}” was not checked within its time; please see that the street does it.',
    },
  },
  checkReminder: {
    zh: { title: '需求核查即将到期', body: '需求“{title}”须于{dueAt}前核查。' },
    en: {
      title: 'A need has to be checked soon',
      body: 'The need “{title}” has to be checked before {dueAt}.',
    },
  },
  complete: {
    zh: { title: '补充需求', body: '需求“{title}”被退回：{reason}。请补充后重新提交。' },
    en: {
      title: 'Complete a need',
      body: 'The need “{title}” came back: {reason}. Complete and submit it again.',
    },
  },
  rejected: {
    zh: {
      title: '需求未被采纳',
      body: '您提交或附议的需求“{title}”经街道核查未被采纳，理由：{reason}。它不再进入本次筛选；情况变化后可另行提交。',
    },
    en: {
      title: 'A need was not taken up',
      body: 'The street checked the need “{title}”, which you submitted or joined, and did not take it up: {reason}. It goes no further this time; should things change, it may be submitted anew.',
    },
  },
  merged: {
    zh: {
      title: '需求已合并',
      body: '您提交或附议的需求“{title}”已并入需求“{into}”，理由：{reason}。您的诉求随该需求继续办理，有结果会通知您。',
    },
    en: {
      title: 'A need was merged',
      body: 'The need “{title}”, which you submitted or joined, was merged into the need “{into}”: {reason}. It goes on with that one, and you will be told the outcome.',
    },
  },
});
