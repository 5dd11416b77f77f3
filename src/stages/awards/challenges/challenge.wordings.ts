import { defineWordings } from '../../../kernel/wording';

/** What people are told in the course of an objection. */
export const challengeWordings = defineWordings('challenges', {
  decide: {
    zh: { title: '受理异议', body: '对项目“{title}”的立项有异议，请决定是否受理。' },
    en: {
      title: 'Decide on an objection',
      body: 'There is an objection against the award for “{title}”: admit or reject it.',
    },
  },
  answer: {
    zh: { title: '答复异议', body: '对项目“{title}”的异议已受理，请在期限内答复。' },
    en: {
      title: 'Answer an objection',
      body: 'The objection against the award for “{title}” is admitted; answer it in time.',
    },
  },
  answerReminder: {
    zh: { title: '异议答复即将到期', body: '对项目“{title}”的异议须于{dueAt}前答复。' },
    en: {
      title: 'An objection has to be answered soon',
      body: 'The objection against the award for “{title}” has to be answered before {dueAt}.',
    },
  },
  answerOverdue: {
    zh: { title: '异议答复已逾期', body: '对项目“{title}”的异议未在期限内答复，请督促办理。' },
    en: {
      title: 'An objection was not answered in time',
      body: 'The objection against the award for “{title}” was not answered in time; please see that it is.',
    },
  },
  received: {
    zh: { title: '异议已收到', body: '您对项目“{title}”的异议已收到，将于{dueAt}前答复。' },
    en: {
      title: 'Your objection has arrived',
      body: 'Your objection against the award for “{title}” has arrived; it is answered before {dueAt}.',
    },
  },
  admitted: {
    zh: { title: '异议已受理', body: '对项目“{title}”的异议已受理，答复前暂停立项。' },
    en: {
      title: 'An objection is admitted',
      body: 'The objection against the award for “{title}” is admitted; the award is held until it is answered.',
    },
  },
  rejected: {
    zh: { title: '异议不予受理', body: '您对项目“{title}”的异议不予受理，理由可在系统中查看。' },
    en: {
      title: 'Your objection is rejected',
      body: 'Your objection against the award for “{title}” is not admitted; the reason stands in the system.',
    },
  },
  upheld: {
    zh: { title: '异议成立', body: '对项目“{title}”的异议成立，理由可在系统中查看。' },
    en: {
      title: 'An objection is upheld',
      body: 'The objection against the award for “{title}” is upheld; the reason stands in the system.',
    },
  },
  dismissed: {
    zh: { title: '异议不成立', body: '对项目“{title}”的异议不成立，理由可在系统中查看。' },
    en: {
      title: 'An objection is dismissed',
      body: 'The objection against the award for “{title}” is dismissed; the reason stands in the system.',
    },
  },
  moot: {
    zh: { title: '异议终结', body: '项目“{title}”的立项已不存在，对其异议终结。' },
    en: {
      title: 'An objection has come to its end',
      body: 'The award for “{title}” no longer stands, so the objection against it comes to its end.',
    },
  },
});
