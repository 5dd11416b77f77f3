import { defineRefusals } from '../../../kernel/refusal';

/** Why a need is not taken, checked, joined or reported. */
export const refuseNeeds = defineRefusals('NEEDS', {
  NOT_YET_TAKEN: {
    status: 409,
    zh: '需求自{from}起征集，今日为{today}。',
    en: 'Needs are taken from {from}; today is {today}.',
    whatToDo: { zh: '请在征集开始后提交。', en: 'Submit it once the collection has begun.' },
  },
  REASON_REQUIRED: {
    status: 422,
    zh: '退回或不采纳须说明理由。',
    en: 'Returning or rejecting needs a reason.',
    whatToDo: {
      zh: '请填写理由，提交人会收到。',
      en: 'Give the reason; the submitter will get it.',
    },
  },
  MERGE_TARGET: {
    status: 409,
    zh: '只能并入同一征集周期中尚未有结论、尚未上报的另一条需求。',
    en: 'A need can only be merged into another one of the same cycle that is still open and not yet reported.',
    whatToDo: {
      zh: '请从疑似重复的需求中另选一条。',
      en: 'Choose another one from the likely duplicates.',
    },
  },
  DECIDED: {
    status: 409,
    zh: '该需求已有结论（{state}），不再接受附议。',
    en: 'The need is decided already ({state}) and takes no more joiners.',
    whatToDo: {
      zh: '请在下次征集时提交或附议。',
      en: 'Submit or join a need in the next collection.',
    },
  },
  JOINED_ALREADY: {
    status: 409,
    zh: '您已提交或附议过该需求，每人只计一次。',
    en: 'You submitted or joined this need already; everyone counts once.',
    whatToDo: {
      zh: '无需再次办理，有结果会通知您。',
      en: 'Nothing more needs to be done; you will be told the outcome.',
    },
  },
  EXPERT_JOINS: {
    status: 409,
    zh: '您是本次筛选的专家，不能附议您要评分的需求。',
    en: 'You are an expert of this screening and cannot join a need that you score.',
    whatToDo: {
      zh: '如需附议，请先请经办人员更换专家。',
      en: 'To join it, ask the programme officer to name another expert first.',
    },
  },
  UNCHECKED_LEFT: {
    status: 409,
    zh: '还有{count}条需求未核查完毕，不能上报清单。',
    en: 'The check of {count} needs is not finished, so the list cannot be reported.',
    whatToDo: {
      zh: '请先核查全部需求；退回后未补充的，可说明理由不予采纳。',
      en: 'Check all needs first; one that came back and was not completed may be rejected with a reason.',
    },
  },
  LIST_EMPTY: {
    status: 409,
    zh: '清单中没有已转报的需求。',
    en: 'There is no forwarded need on the list.',
    whatToDo: { zh: '请至少转报一条需求。', en: 'Forward at least one need.' },
  },
  RULES_MISSING: {
    status: 409,
    zh: '本区尚未发布需求筛选规则。',
    en: 'The district has not published its screening rules yet.',
    whatToDo: {
      zh: '请联系区级经办人员发布规则。',
      en: 'Ask the programme officer to publish them.',
    },
  },
});
