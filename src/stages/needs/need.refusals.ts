import { defineRefusals } from '../../kernel/refusal';

export const refuseNeeds = defineRefusals('NEEDS', {
  NOT_YET_TAKEN: {
    status: 409,
    zh: '需求自{from}起征集，今日为{today}。',
    en: 'Needs are taken from {from}; today is {today}.',
    whatToDo: { zh: '请在征集开始后提交。', en: 'Submit it once the collection has begun.' },
  },
  REASON_REQUIRED: {
    status: 422,
    zh: '退回、不采纳或合并须说明理由。',
    en: 'Returning, rejecting or merging needs a reason.',
    whatToDo: {
      zh: '请填写理由，提交人会收到。',
      en: 'Give the reason; the submitter will get it.',
    },
  },
  UNCHECKED_LEFT: {
    status: 409,
    zh: '还有{count}条需求未核查，不能上报清单。',
    en: '{count} needs are not checked yet, so the list cannot be reported.',
    whatToDo: { zh: '请先核查全部需求。', en: 'Check all needs first.' },
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
