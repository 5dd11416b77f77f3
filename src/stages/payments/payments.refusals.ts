import { defineRefusals } from '../../kernel/refusal';

export const refusePayments = defineRefusals('PAYMENTS', {
  NOTHING_TO_ACCEPT: {
    status: 409,
    zh: '本期拨款的条件不是验收。',
    en: 'This tranche does not wait for an acceptance.',
    whatToDo: {
      zh: '请查看拨款说明中的触发条件。',
      en: 'Look at the page of the tranche, which says what it waits for.',
    },
  },
  ACCEPTED_ALREADY: {
    status: 409,
    zh: '本期拨款对应的成果已经验收。',
    en: 'The work that this tranche pays was accepted already.',
    whatToDo: { zh: '无需再次验收。', en: 'There is nothing more to accept.' },
  },
  INVOICE_USED: {
    status: 409,
    zh: '票据号{invoiceNumber}已用于本单位的另一期拨款。',
    en: 'The invoice number {invoiceNumber} was used for another tranche of this party.',
    whatToDo: { zh: '请核对票据号。', en: 'Check the number of the invoice.' },
  },
  PAYEE_UNVERIFIED: {
    status: 409,
    zh: '收款账户未登记或未核实。',
    en: 'The payee’s account is missing or not verified.',
    whatToDo: {
      zh: '请由收款单位登记账户，并由财务核实。',
      en: 'Have the party enter its account and the finance staff verify it.',
    },
  },
  PAYEE_CHANGED: {
    status: 409,
    zh: '录入之后收款账户有变动，本笔支付不能复核放行。',
    en: 'The payee’s account has changed since the payment was entered, so it cannot be released.',
    whatToDo: {
      zh: '请退回本笔支付，核实账户后重新录入。',
      en: 'Reject the payment, verify the account and enter it anew.',
    },
  },
  HELD: {
    status: 409,
    zh: '该立项有未决的异议，或项目整改逾期、未通过，或评估不合格尚未弥补，支付暂停。',
    en: 'An objection to the award is open, an order to put something right was not met, or a failed evaluation is not made good, so nothing is paid.',
    whatToDo: {
      zh: '请待异议办结、整改通过或不合格事项弥补后办理。',
      en: 'Wait until the objection is decided, what was ordered is put right, or what was failed is made good.',
    },
  },
  PROJECT_NOT_RUNNING: {
    status: 409,
    zh: '项目尚未开始，或已进入结算、已终止，不能变更合同。',
    en: 'The project has not begun, is being settled or was stopped; its contract is not amended.',
    whatToDo: {
      zh: '合同刚生效的，请稍后再试；其余按结算程序办理。',
      en: 'If the contract has only just come into force, try again in a moment; otherwise go on with its settling.',
    },
  },
  BELOW_WHAT_IS_DUE: {
    status: 422,
    zh: '变更后金额低于已到期、已支付或已作废各期的合计{due}元。',
    en: 'The amount would be below the {due} yuan of the tranches that are due, paid or void already.',
    whatToDo: { zh: '请填写不低于该合计的金额。', en: 'Give at least that amount.' },
  },
  NOTHING_LEFT_TO_AMEND: {
    status: 409,
    zh: '各期拨款均已到期或办结，金额不能再变更。',
    en: 'Every tranche is due or settled, so the amount does not change any more.',
    whatToDo: {
      zh: '请只变更活动、指标、预算科目或日期。',
      en: 'Amend activities, indicators, cost lines or days alone.',
    },
  },
  BASIS_ENDED: {
    status: 409,
    zh: '项目已终止，未付款项停止支付。',
    en: 'The project was stopped: what is unpaid is not paid any more.',
    whatToDo: { zh: '请退回已录入的支付。', en: 'Reject a payment that was entered already.' },
  },
  OWN_PARTY: {
    status: 409,
    zh: '您是收款单位的代表，不能办理对本单位的支付。',
    en: 'You represent the party that is paid, so you cannot handle the payment.',
    whatToDo: {
      zh: '请由其他财务人员办理。',
      en: 'Have somebody else of the finance staff do it.',
    },
  },
  DECIDED_BY_YOU: {
    status: 409,
    zh: '您参与了该项目的审批、签约或评估，不能办理其支付。',
    en: 'You approved, signed or evaluated what is paid, so you cannot handle its payment.',
    whatToDo: {
      zh: '请由其他财务人员办理。',
      en: 'Have somebody else of the finance staff do it.',
    },
  },
  SAME_PERSON: {
    status: 409,
    zh: '经办与复核不得为同一人。',
    en: 'Maker and checker must be two people.',
    whatToDo: { zh: '请由另一名复核人员办理。', en: 'Have another checker do it.' },
  },
  AMOUNT_DIFFERS: {
    status: 409,
    zh: '录入金额{entered}元与按规则计算的{byRule}元不符。',
    en: 'The amount entered, {entered} yuan, is not what the rule gives now: {byRule} yuan.',
    whatToDo: {
      zh: '请退回本笔支付并核对评估结果。',
      en: 'Reject the payment and check the outcome of the evaluation.',
    },
  },
  NOTHING_TO_SEND: {
    status: 409,
    zh: '本批次没有可以发送的支付。',
    en: 'The batch has no payment that can be sent.',
    whatToDo: {
      zh: '请查看各笔支付，暂停或账户变动的须先退回。',
      en: 'Look at its payments: those on hold or with a changed account have to be rejected first.',
    },
  },
  VOUCHER_USED: {
    status: 409,
    zh: '凭证号{number}已用于另一笔支付。',
    en: 'The voucher number {number} was used for another payment.',
    whatToDo: { zh: '请核对凭证号。', en: 'Check the number of the voucher.' },
  },
  VOUCHER_DIFFERS: {
    status: 409,
    zh: '复核录入的凭证内容与经办录入的不一致。',
    en: 'What the checker entered of the voucher is not what the maker entered.',
    whatToDo: {
      zh: '请对照凭证原件，由有误的一方重新录入。',
      en: 'Look at the voucher itself; whoever was wrong enters it again.',
    },
  },
  RETURN_USED: {
    status: 409,
    zh: '退票凭证号{number}已用于另一笔支付。',
    en: 'The slip number {number} was used for the return of another payment.',
    whatToDo: { zh: '请核对退票凭证号。', en: 'Check the number of the slip.' },
  },
  RETURN_DIFFERS: {
    status: 409,
    zh: '复核录入的退票凭证与经办录入的不一致。',
    en: 'What the checker entered of the slip is not what the maker entered.',
    whatToDo: {
      zh: '请对照退票凭证原件，由有误的一方重新录入；确未退票的，由复核撤销退票登记。',
      en: 'Look at the slip itself; whoever was wrong enters it again. If nothing came back, the checker dismisses it.',
    },
  },
  RETURNED_ON_OUTSIDE: {
    status: 422,
    zh: '退票日期应在{from}至{today}之间。',
    en: 'The day of the return must lie between {from} and {today}.',
    whatToDo: { zh: '请核对退票凭证日期。', en: 'Check the date of the slip.' },
  },
  REASON_MISSING: {
    status: 422,
    zh: '支付被退回的，须写明退票原因。',
    en: 'Say why the money came back.',
    whatToDo: { zh: '请按退票凭证填写原因。', en: 'Give the reason that stands on the slip.' },
  },
  PAID_ON_OUTSIDE: {
    status: 422,
    zh: '支付日期应在{from}至{today}之间。',
    en: 'The day of payment must lie between {from} and {today}.',
    whatToDo: { zh: '请核对凭证日期。', en: 'Check the date of the voucher.' },
  },
});
