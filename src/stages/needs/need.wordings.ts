import { defineWordings } from '../../kernel/wording';

/** What people are told in the course of a screening cycle. */
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
    zh: { title: '补充需求', body: '需求“{title}”被退回，请补充后重新提交。' },
    en: {
      title: 'Complete a need',
      body: 'The need “{title}” came back; complete and submit it again.',
    },
  },
});
