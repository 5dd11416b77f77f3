import { defineRefusals } from '../../kernel/refusal';

export const refuseRounds = defineRefusals('ROUNDS', {
  PROGRAMME_TAKEN: {
    status: 409,
    zh: '本单位{year}年已有同名项目计划。',
    en: 'The unit has a programme of this name for {year} already.',
    whatToDo: { zh: '请使用已有的计划，或改用其他名称。', en: 'Use it, or choose another name.' },
  },
  CODE_TAKEN: {
    status: 409,
    zh: '轮次代码{code}已被使用。',
    en: 'The round code {code} is taken.',
    whatToDo: { zh: '请改用其他代码。', en: 'Choose another code.' },
  },
  POTS_DIFFER: {
    status: 422,
    zh: '资金来源须与规则中的资金一一对应，出入在“{code}”。',
    en: 'Each pot of the rule set needs exactly one fund; the difference is at "{code}".',
    whatToDo: {
      zh: '请为规则中的每笔资金指定一个基金。',
      en: 'Name one fund for each pot of the rule set.',
    },
  },
  FUND_SOURCE_DIFFERS: {
    status: 422,
    zh: '资金“{code}”的来源为{wanted}，所指基金的来源为{source}。',
    en: 'The pot "{code}" comes from {wanted}, but the fund named for it from {source}.',
    whatToDo: { zh: '请指定来源相符的基金。', en: 'Name a fund of the same source.' },
  },
  FUND_CURRENCY_DIFFERS: {
    status: 422,
    zh: '资金“{code}”以{wanted}计，所指基金以{currency}计。',
    en: 'The pot "{code}" is in {wanted}, but the fund named for it in {currency}.',
    whatToDo: {
      zh: '请指定币种与规则一致的基金。',
      en: 'Name a fund in the currency of the rules.',
    },
  },
  FUND_BEYOND_REACH: {
    status: 409,
    zh: '基金{fund}属于您无权审批的单位。',
    en: 'The fund {fund} belongs to a unit for which you do not approve.',
    whatToDo: {
      zh: '请由该基金所属单位的审批人办理。',
      en: 'Have an approver of the fund’s unit do it.',
    },
  },
  SAME_PERSON: {
    status: 409,
    zh: '起草人不能审批自己的轮次。',
    en: 'Whoever drew the round up cannot approve it.',
    whatToDo: { zh: '请由另一位审批人办理。', en: 'Have another approver do it.' },
  },
  CALL_OVER: {
    status: 409,
    zh: '规则中的申报截止时间（{closesAt}）已过。',
    en: 'The call of the rule set closed at {closesAt} already.',
    whatToDo: {
      zh: '请取消本轮次，并以新的日程重新建立。',
      en: 'Cancel this round and draw it up anew with another timetable.',
    },
  },
  CORRECTION_PROPOSED: {
    status: 409,
    zh: '本轮次已有待审批的更正。',
    en: 'A correction of this round waits for its approval already.',
    whatToDo: {
      zh: '请先由审批人批准或退回。',
      en: 'Have an approver approve or refuse it first.',
    },
  },
  SAME_PERSON_CORRECTS: {
    status: 409,
    zh: '提出更正的人不能批准自己提出的更正。',
    en: 'Whoever proposed a correction cannot approve it.',
    whatToDo: { zh: '请由另一位审批人办理。', en: 'Have another approver do it.' },
  },
  CALL_CLOSED: {
    status: 409,
    zh: '申报已截止，不能再更正、延期或取消。',
    en: 'The call has closed; it can be neither corrected nor extended nor cancelled.',
    whatToDo: { zh: '请按后续程序办理。', en: 'Go on with the next step.' },
  },
  NOT_LATER: {
    status: 422,
    zh: '截止时间只能推迟，现为{closesAt}。',
    en: 'A deadline only moves later; it is {closesAt} now.',
    whatToDo: { zh: '请给出更晚的时间。', en: 'Give a later time.' },
  },
  NOTHING_CORRECTED: {
    status: 422,
    zh: '与现行规则没有不同。',
    en: 'This does not differ from the rules in force.',
    whatToDo: { zh: '请修改须更正之处后再提出。', en: 'Change what is to be corrected.' },
  },
  CORRECTION_FIXED: {
    status: 422,
    zh: '公告后不能更正：{places}。',
    en: 'This cannot be corrected once the call is announced: {places}.',
    whatToDo: {
      zh: '请保持原样；确须改变时，取消本轮次后重新公告。',
      en: 'Leave it as it is; if it must change, cancel the round and announce another one.',
    },
  },
  NEW_VERSION_NEEDED: {
    status: 422,
    zh: '更正删去了申报材料可能引用的代码：{codes}。',
    en: 'The correction takes away codes to which bids may refer: {codes}.',
    whatToDo: {
      zh: '请保留这些代码，或要求已申报者重新提交（requiresResubmission）。',
      en: 'Keep them, or demand a new version of every bid (requiresResubmission).',
    },
  },
  TIME_TOO_SHORT: {
    status: 422,
    zh: '更正可能影响申报材料的编制，依据{article}，截止前须留足{days}日，申报截止时间不得早于{earliest}。',
    en: 'The correction may affect how bids are made; by {article} it leaves {days} days, so the call closes at {earliest} at the earliest.',
    whatToDo: {
      zh: '请在同一更正中将申报截止时间推迟至该时间或更晚。',
      en: 'Move the deadline to that time or later in the same correction.',
    },
  },
});
