import { defineRefusals } from '../../../kernel/refusal';

export const refuseRecoveries = defineRefusals('RECOVERIES', {
  NO_GROUND: {
    status: 409,
    zh: '项目未被终止，末期评估未判为不合格，规则也未规定追回，不能追回资金。',
    en: 'The project was not stopped, its final evaluation has not failed, and no grade or sanction claws back, so nothing is asked back.',
    whatToDo: {
      zh: '请待末期评估或终止决定作出后再提出。',
      en: 'Wait for the final evaluation, or until the project is stopped.',
    },
  },
  AMOUNT_ZERO: {
    status: 422,
    zh: '金额须大于零。',
    en: 'The amount must be more than nothing.',
    whatToDo: { zh: '请填写金额。', en: 'Give an amount.' },
  },
  ABOVE_PAID: {
    status: 422,
    zh: '追回金额不得超过已付的{paid}元。',
    en: 'No more can be asked back than was paid: {paid} yuan.',
    whatToDo: { zh: '请核对金额。', en: 'Check the amount.' },
  },
  BELOW_LOAN: {
    status: 422,
    zh: '已付款项中{owed}元仍属借款，追回金额不得低于该数。',
    en: 'Of what was paid {owed} yuan are still a loan; no less can be asked back.',
    whatToDo: { zh: '请填写不低于该数的金额。', en: 'Ask for at least that.' },
  },
  OPEN_ALREADY: {
    status: 409,
    zh: '该项目已有尚未办结的追回。',
    en: 'Money of this project is being asked back already.',
    whatToDo: { zh: '请先办结前一笔追回。', en: 'Bring the earlier recovery to its end first.' },
  },
  SAME_PERSON: {
    status: 409,
    zh: '追回的提出与批准不得为同一人。',
    en: 'Whoever proposed to ask money back cannot approve it.',
    whatToDo: { zh: '请由另一名审批人办理。', en: 'Have another approver decide.' },
  },
  ABOVE_OPEN: {
    status: 422,
    zh: '退款金额超过尚未退回的{open}元。',
    en: 'No more can come back than is still asked for: {open} yuan.',
    whatToDo: {
      zh: '请核对金额；多退部分请退还对方。',
      en: 'Check the amount; what the party sent too much is to be sent back to it.',
    },
  },
  RECEIVED_ON_OUTSIDE: {
    status: 422,
    zh: '到账日期应在{from}至{today}之间。',
    en: 'The day of receipt must lie between {from} and {today}.',
    whatToDo: { zh: '请核对银行回单日期。', en: 'Check the date of the slip.' },
  },
  SLIP_USED: {
    status: 409,
    zh: '回单号{number}已用于另一笔退款。',
    en: 'The slip number {number} was used for another repayment.',
    whatToDo: { zh: '请核对回单号。', en: 'Check the number of the slip.' },
  },
  SLIP_DIFFERS: {
    status: 409,
    zh: '复核录入的回单内容与经办录入的不一致。',
    en: 'What the checker entered of the slip is not what the maker entered.',
    whatToDo: {
      zh: '请对照回单原件；经办有误的，由复核退回后重新录入。',
      en: 'Look at the slip itself; where the maker was wrong, reject the repayment to have it entered anew.',
    },
  },
});
