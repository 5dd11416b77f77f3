import { defineWordings } from '../../kernel/wording';

/** What people are told about tranches and their payment. */
export const paymentsWordings = defineWordings('payments', {
  accept: {
    zh: {
      title: '验收项目成果',
      body: '项目“{title}”的{tranche}期拨款{amount}元须待成果验收，请在成果完成后验收。',
    },
    en: {
      title: 'Accept the work of a project',
      body: 'The tranche {tranche} of the project “{title}”, {amount} yuan, waits until the work is accepted: accept it once it is done.',
    },
  },
  claim: {
    zh: {
      title: '申请拨款',
      body: '项目“{title}”的{tranche}期拨款{amount}元可以申请，请提交票据号。',
    },
    en: {
      title: 'Claim a tranche',
      body: 'The tranche {tranche} of the project “{title}”, {amount} yuan, may be claimed: hand in the number of the invoice.',
    },
  },
  claimReminder: {
    zh: { title: '拨款尚未申请', body: '项目“{title}”的{tranche}期拨款{amount}元尚未申请。' },
    en: {
      title: 'A tranche is not claimed yet',
      body: 'The tranche {tranche} of the project “{title}”, {amount} yuan, has not been claimed yet.',
    },
  },
  enter: {
    zh: {
      title: '录入支付',
      body: '项目“{title}”的{tranche}期拨款{amount}元已申请，等待经办录入。',
    },
    en: {
      title: 'Enter a payment',
      body: 'The tranche {tranche} of the project “{title}”, {amount} yuan, was claimed and waits to be entered.',
    },
  },
  release: {
    zh: { title: '复核支付', body: '项目“{title}”的{tranche}期支付{amount}元等待复核。' },
    en: {
      title: 'Check a payment',
      body: 'The payment of {amount} yuan for the tranche {tranche} of the project “{title}” waits to be checked.',
    },
  },
  rejected: {
    zh: {
      title: '支付被退回',
      body: '项目“{title}”的{tranche}期支付{amount}元被退回，请核对后重新办理。',
    },
    en: {
      title: 'A payment came back',
      body: 'The payment of {amount} yuan for the tranche {tranche} of the project “{title}” came back; check it and go on from the claim.',
    },
  },
  returned: {
    zh: {
      title: '支付被银行退回',
      body: '项目“{title}”的{tranche}期支付{amount}元被银行退回。收款账户须更正并重新核实，之后另行支付。',
    },
    en: {
      title: 'The bank sent a payment back',
      body: 'The bank sent the payment of {amount} yuan for the tranche {tranche} of the project “{title}” back. The account has to be corrected and verified anew; then it is paid by another payment.',
    },
  },
  correctPayee: {
    zh: {
      title: '更正收款账户',
      body: '项目“{title}”的{tranche}期支付{amount}元被银行退回，请核对并更正收款账户。',
    },
    en: {
      title: 'Correct the account',
      body: 'The bank sent {amount} yuan for the tranche {tranche} of the project “{title}” back: check the account you are paid to, and correct it.',
    },
  },
  confirmReturn: {
    zh: {
      title: '复核退票',
      body: '项目“{title}”的{tranche}期支付{amount}元登记为被银行退回，等待复核录入退票凭证。',
    },
    en: {
      title: 'Check a return',
      body: 'The payment of {amount} yuan for the tranche {tranche} of the project “{title}” is said to have come back; its slip waits for its second entry.',
    },
  },
  approvalVoid: {
    zh: {
      title: '复核失效',
      body: '项目“{title}”的{tranche}期支付{amount}元在发送前情况有变，复核失效，须重新复核或退回。',
    },
    en: {
      title: 'An approval became void',
      body: 'Before the payment of {amount} yuan for the tranche {tranche} of the project “{title}” was sent, what its approval rested on changed: check it again or reject it.',
    },
  },
  dispatch: {
    zh: { title: '发送支付批次', body: '支付批次已有放行的支付，请发送国库。' },
    en: {
      title: 'Send a batch',
      body: 'A batch holds released payments; please send it to the treasury.',
    },
  },
  dispatchReminder: {
    zh: { title: '支付批次尚未发送', body: '支付批次中有{count}笔已放行的支付，尚未发送国库。' },
    en: {
      title: 'A batch was not sent yet',
      body: 'A batch with {count} released payments has not been sent to the treasury yet.',
    },
  },
  answers: {
    zh: { title: '录入支付凭证', body: '支付批次已发送国库，请录入各笔支付的凭证号和日期。' },
    en: {
      title: 'Enter the vouchers',
      body: 'A batch was sent to the treasury; enter the voucher number and date of each payment.',
    },
  },
  answersReminder: {
    zh: { title: '支付凭证尚未录入', body: '支付批次中有{count}笔支付尚无国库凭证，请查询。' },
    en: {
      title: 'Vouchers are missing',
      body: 'Of a batch, {count} payments have no voucher of the treasury yet; please ask for them.',
    },
  },
  confirmVoucher: {
    zh: {
      title: '复核支付凭证',
      body: '项目“{title}”的{tranche}期支付{amount}元的凭证等待复核录入。',
    },
    en: {
      title: 'Check a voucher',
      body: 'The voucher of the payment of {amount} yuan for the tranche {tranche} of the project “{title}” waits for its second entry.',
    },
  },
  paid: {
    zh: { title: '拨款已支付', body: '项目“{title}”的{tranche}期拨款{amount}元已于{paidOn}支付。' },
    en: {
      title: 'A tranche was paid',
      body: 'The tranche {tranche} of the project “{title}”, {amount} yuan, was paid on {paidOn}.',
    },
  },
  void: {
    zh: {
      title: '拨款取消',
      body: '项目“{title}”的{tranche}期拨款按规则不予支付，理由见拨款说明。',
    },
    en: {
      title: 'A tranche is not paid',
      body: 'By the rules the tranche {tranche} of the project “{title}” is not paid; its page says why.',
    },
  },
  overdue: {
    zh: {
      title: '拨款逾期',
      body: '项目“{title}”的{tranche}期拨款{amount}元未在期限内支付，请督促办理。',
    },
    en: {
      title: 'A tranche is overdue',
      body: 'The tranche {tranche} of the project “{title}”, {amount} yuan, was not paid within its time; please see to it.',
    },
  },
});
