import { defineWordings } from '../../kernel/wording';

/** What people are told about contracts. */
export const contractWordings = defineWordings('contracts', {
  sign: {
    zh: { title: '签署合同', body: '项目“{title}”的合同等待签署，期限为{dueAt}前。' },
    en: {
      title: 'Sign a contract',
      body: 'The contract for “{title}” waits for your signature, until {dueAt}.',
    },
  },
  signReminder: {
    zh: {
      title: '合同签署即将到期',
      body: '项目“{title}”的合同须于{dueAt}前签署，逾期视为放弃立项。',
    },
    en: {
      title: 'A contract has to be signed soon',
      body: 'The contract for “{title}” has to be signed before {dueAt}; otherwise the award lapses.',
    },
  },
  signOverdue: {
    zh: {
      title: '合同签署已逾期',
      body: '项目“{title}”的合同未在期限内由双方签署，立项仍然有效，请督促办理。',
    },
    en: {
      title: 'A contract was not signed in time',
      body: 'The contract for “{title}” was not signed by both sides in time, and the award stands; please see that it is.',
    },
  },
  inForce: {
    zh: { title: '合同生效', body: '项目“{title}”的合同已由双方签署并生效。' },
    en: {
      title: 'A contract is in force',
      body: 'Both sides have signed the contract for “{title}”; it is in force.',
    },
  },
});
