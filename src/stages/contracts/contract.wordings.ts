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
  file: {
    zh: { title: '合同备案', body: '项目“{title}”的合同须于{dueAt}前备案，备案后请登记编号。' },
    en: {
      title: 'File a contract',
      body: 'A copy of the contract for “{title}” has to be filed before {dueAt}; record its number then.',
    },
  },
  fileReminder: {
    zh: { title: '合同备案即将到期', body: '项目“{title}”的合同尚未备案，期限将至。' },
    en: {
      title: 'A contract has to be filed soon',
      body: 'The contract for “{title}” is not filed yet, and the time for it is nearly over.',
    },
  },
  fileOverdue: {
    zh: { title: '合同备案已逾期', body: '项目“{title}”的合同未在期限内备案，请督促办理。' },
    en: {
      title: 'A contract was not filed in time',
      body: 'The contract for “{title}” was not filed in time; please see that it is.',
    },
  },
  decideChange: {
    zh: { title: '是否同意变更', body: '项目“{title}”提出变更（{change}），请决定是否同意。' },
    en: {
      title: 'Decide on a change',
      body: 'A change of the project “{title}” was asked for ({change}): agree to it or refuse it.',
    },
  },
  changeRequested: {
    zh: { title: '项目变更', body: '项目“{title}”提出变更或作出告知：{change}。' },
    en: {
      title: 'A change of a project',
      body: 'A change of the project “{title}” was asked for or told of: {change}.',
    },
  },
  changeApproved: {
    zh: { title: '变更获得同意', body: '项目“{title}”的变更（{change}）已获同意。' },
    en: {
      title: 'A change was agreed to',
      body: 'The change of the project “{title}” ({change}) was agreed to.',
    },
  },
  changeRefused: {
    zh: {
      title: '变更未获同意',
      body: '项目“{title}”的变更（{change}）未获同意，项目照原计划实施。',
    },
    en: {
      title: 'A change was refused',
      body: 'The change of the project “{title}” ({change}) was refused; the project goes on as planned.',
    },
  },
  approveAmendment: {
    zh: { title: '审批合同变更', body: '项目“{title}”的合同变更（第{number}版）等待审批。' },
    en: {
      title: 'Decide on an amendment',
      body: 'An amendment of the contract for “{title}” (version {number}) waits for an approval.',
    },
  },
  amendmentProposed: {
    zh: {
      title: '合同变更已提出',
      body: '项目“{title}”的合同变更（第{number}版）已提出，等待审批。',
    },
    en: {
      title: 'An amendment was proposed',
      body: 'An amendment of the contract for “{title}” (version {number}) was proposed and waits for an approval.',
    },
  },
  signAmendment: {
    zh: {
      title: '签署合同变更',
      body: '项目“{title}”的合同变更（第{number}版）已批准，等待签署，期限为{dueAt}前。',
    },
    en: {
      title: 'Sign an amendment',
      body: 'The amendment of the contract for “{title}” (version {number}) is approved and waits for your signature, until {dueAt}.',
    },
  },
  signAmendmentReminder: {
    zh: {
      title: '合同变更签署即将到期',
      body: '项目“{title}”的合同变更（第{number}版）须于{dueAt}前签署，逾期失效。',
    },
    en: {
      title: 'An amendment has to be signed soon',
      body: 'The amendment of the contract for “{title}” (version {number}) has to be signed before {dueAt}; otherwise it lapses.',
    },
  },
  amendmentInForce: {
    zh: { title: '合同变更生效', body: '项目“{title}”的合同变更已由双方签署，第{number}版生效。' },
    en: {
      title: 'An amendment is in force',
      body: 'Both sides have signed the amendment of the contract for “{title}”; version {number} is in force.',
    },
  },
  amendmentRefused: {
    zh: {
      title: '合同变更未获批准',
      body: '项目“{title}”的合同变更（第{number}版）未获批准，合同不变。',
    },
    en: {
      title: 'An amendment was refused',
      body: 'The amendment of the contract for “{title}” (version {number}) was refused; the contract stays as it is.',
    },
  },
  amendmentWithdrawn: {
    zh: {
      title: '合同变更已撤回',
      body: '项目“{title}”的合同变更（第{number}版）已由提出方撤回，合同不变。',
    },
    en: {
      title: 'An amendment was withdrawn',
      body: 'The amendment of the contract for “{title}” (version {number}) was withdrawn; the contract stays as it is.',
    },
  },
  amendmentLapsed: {
    zh: {
      title: '合同变更失效',
      body: '项目“{title}”的合同变更（第{number}版）未在期限内签署，或合同已结束，变更失效。',
    },
    en: {
      title: 'An amendment has lapsed',
      body: 'The amendment of the contract for “{title}” (version {number}) was not signed in time, or the contract is over; it has lapsed.',
    },
  },
});
