import { defineWordings } from '../../../kernel/wording';

/** What people are told about money that is asked back. */
export const recoveryWordings = defineWordings('recoveries', {
  propose: {
    zh: {
      title: '提出追回资金',
      body: '项目“{title}”未能完成，按规则须追回已付资金，请提出追回的金额和理由。',
    },
    en: {
      title: 'Propose what is asked back',
      body: 'The project “{title}” has failed and by its rules paid money is asked back: propose how much, and why.',
    },
  },
  approve: {
    zh: { title: '审批追回', body: '拟追回项目“{title}”的资金{amount}元，请审批。' },
    en: {
      title: 'Decide on a recovery',
      body: 'It is proposed to ask {amount} yuan of the project “{title}” back; please decide.',
    },
  },
  letter: {
    zh: {
      title: '追回资金通知书',
      body: '经决定，项目“{title}”已付资金中的{amount}元应予退回，请于{payBy}前（含当日）退回。理由见系统中的通知书。',
    },
    en: {
      title: 'Money is asked back',
      body: 'It was decided that {amount} yuan of what was paid for the project “{title}” are to be given back, by {payBy} at the latest. The letter in the system says why.',
    },
  },
  reminder: {
    zh: {
      title: '退款期限将至',
      body: '项目“{title}”尚有{amount}元未退回，期限为{payBy}。',
    },
    en: {
      title: 'Money is still to be given back',
      body: 'Of the project “{title}” {amount} yuan have not been given back yet; the last day is {payBy}.',
    },
  },
  overdue: {
    zh: {
      title: '追回逾期',
      body: '项目“{title}”尚有{amount}元逾期未退回（期限{payBy}），已记入信用记录，请跟进。',
    },
    en: {
      title: 'Money was not given back in time',
      body: 'Of the project “{title}” {amount} yuan were not given back by {payBy}; the party’s record says so. Please follow it up.',
    },
  },
  confirmRepayment: {
    zh: { title: '复核退款', body: '项目“{title}”登记了一笔退款，请对照银行回单复核录入。' },
    en: {
      title: 'Check a repayment',
      body: 'A repayment of the project “{title}” was entered; type it again from the bank’s slip.',
    },
  },
  rejectedRepayment: {
    zh: { title: '退款登记被退回', body: '项目“{title}”的一笔退款登记被退回，请核对后重新录入。' },
    en: {
      title: 'A repayment was rejected',
      body: 'A repayment of the project “{title}” was rejected; check it and enter it anew.',
    },
  },
  recovered: {
    zh: { title: '资金已全部退回', body: '项目“{title}”应退回的{amount}元已全部到账。' },
    en: {
      title: 'Everything has come back',
      body: 'The {amount} yuan of the project “{title}” that were asked back have all come.',
    },
  },
});
