import { defineRefusals } from '../../kernel/refusal';

export const refuseContracts = defineRefusals('CONTRACTS', {
  DIGEST_DIFFERS: {
    status: 409,
    zh: '所签文件与合同文本不一致。',
    en: 'The document that was to be signed is not this contract.',
    whatToDo: {
      zh: '请重新读取合同，核对文本后用其摘要签署。',
      en: 'Read the contract again, check it, and sign with its digest.',
    },
  },
  ALREADY_SIGNED: {
    status: 409,
    zh: '该方已签署。',
    en: 'This side has signed already.',
    whatToDo: { zh: '请等待另一方签署。', en: 'Wait for the other side to sign.' },
  },
  UNDER_HOLD: {
    status: 409,
    zh: '该立项已暂停，暂停期间不能签署。',
    en: 'The award is held, and nothing is signed while it is.',
    whatToDo: {
      zh: '请在暂停解除后签署。',
      en: 'Sign it once the hold is lifted.',
    },
  },
  CHANGE_UNKNOWN: {
    status: 422,
    zh: '本轮规则没有代码为{code}的变更事项。',
    en: 'The rules of the round have no change of the code {code}.',
    whatToDo: {
      zh: '请查看规则中的变更事项及其代码；其他变更按合同变更办理。',
      en: 'Look up the changes in the rules, with their codes; anything else is an amendment.',
    },
  },
  CHANGE_ABSENT: {
    status: 422,
    zh: '该合同没有这项变更申请。',
    en: 'Nobody asked for this change under the contract.',
    whatToDo: {
      zh: '请查看该合同的变更申请。',
      en: 'Look up the changes of the contract.',
    },
  },
  STATEMENT_MISSING: {
    status: 422,
    zh: '缺少规则要求的说明：{what}。',
    en: 'What the rules ask for is not stated: {what}.',
    whatToDo: { zh: '请补充说明。', en: 'State it as well.' },
  },
  PAPER_MISSING: {
    status: 422,
    zh: '按规则须由申请方手签，请上传签字文件。',
    en: 'By the rules the applicant signs by hand: the signed paper is missing.',
    whatToDo: { zh: '请上传手签文件的扫描件。', en: 'Attach a scan of the signed paper.' },
  },
  SAME_PERSON_CHANGES: {
    status: 409,
    zh: '提出变更申请的人不能自行同意。',
    en: 'Whoever asked for a change cannot agree to it.',
    whatToDo: { zh: '请由另一人办理。', en: 'Have another person do it.' },
  },
  FILED_ALREADY: {
    status: 409,
    zh: '该合同已备案。',
    en: 'A copy of this contract was filed already.',
    whatToDo: { zh: '无需再次备案。', en: 'There is nothing more to file.' },
  },
  NOTHING_CHANGED: {
    status: 422,
    zh: '变更内容与现行合同相同。',
    en: 'What is proposed is what the contract says already.',
    whatToDo: { zh: '请写明要变更的内容。', en: 'Say what is to be different.' },
  },
  END_NOT_LATER: {
    status: 422,
    zh: '项目结束日只能晚于{endsOn}。',
    en: 'The last day of the project can only move later than {endsOn}.',
    whatToDo: {
      zh: '请填写更晚的日期；需要提前结束的，请终止合同。',
      en: 'Give a later day; to end sooner, terminate the contract.',
    },
  },
  TERM_TOO_LONG: {
    status: 422,
    zh: '合同履行期限最长{months}个月，至{latest}止。',
    en: 'The contract lasts at most {months} months, that is until {latest}.',
    whatToDo: {
      zh: '请填写不晚于该日的日期；超出部分应另行立项或采购。',
      en: 'Give that day or an earlier one; what goes on after it needs an award of its own.',
    },
  },
  INCREASE_TOO_LARGE: {
    status: 422,
    zh: '变更后金额{amount}元，较原合同金额{original}元的累计增加超过{share}。',
    en: 'With {amount} yuan the contract would grow by more than {share} of its original {original} yuan, all amendments together.',
    whatToDo: {
      zh: '请减少增加额；超出部分应另行立项或采购。',
      en: 'Ask for less; what is beyond that needs an award of its own.',
    },
  },
  AMENDMENT_OPEN: {
    status: 409,
    zh: '该合同已有正在办理的变更。',
    en: 'Another amendment of this contract is under way.',
    whatToDo: {
      zh: '请待其签署、退回或撤回后再提出。',
      en: 'Wait until it is signed, refused or withdrawn.',
    },
  },
  AMENDMENT_OUTDATED: {
    status: 409,
    zh: '变更提出后拨款情况已有变化，所列各期金额不再适用。',
    en: 'A tranche has become due since the amendment was proposed; the amounts that it lists hold no longer.',
    whatToDo: {
      zh: '请由提出方撤回后重新提出。',
      en: 'Have it withdrawn by its proposer and proposed again.',
    },
  },
  SAME_PERSON_AMENDS: {
    status: 409,
    zh: '提出变更的人不能审批自己提出的变更。',
    en: 'Whoever proposed an amendment cannot decide on it.',
    whatToDo: { zh: '请由另一位审批人办理。', en: 'Have another approver do it.' },
  },
  NOT_THE_PROPOSER: {
    status: 409,
    zh: '变更由另一方提出，只有提出方可以撤回。',
    en: 'The other side proposed this amendment; only that side may withdraw it.',
    whatToDo: {
      zh: '不同意的，审批人可退回，或不予签署。',
      en: 'If you do not agree, refuse it as an approver, or do not sign it.',
    },
  },
});
