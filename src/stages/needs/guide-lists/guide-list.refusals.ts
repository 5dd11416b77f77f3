import { defineRefusals } from '../../../kernel/refusal';

/** Why a guide list is not drafted, consulted on or published. */
export const refuseGuideLists = defineRefusals('GUIDE_LISTS', {
  NEED_NOT_SELECTED: {
    status: 422,
    zh: '有{count}条不是已入选的需求，不能编入项目指引清单。',
    en: '{count} of the ids are no selected needs and cannot go on a guide list.',
    whatToDo: { zh: '请只选择已入选的需求。', en: 'Choose selected needs only.' },
  },
  ITEM_UNKNOWN: {
    status: 422,
    zh: '清单中没有这一项。',
    en: 'The list has no such item.',
    whatToDo: { zh: '请从清单的条目中选择。', en: 'Choose one of the list’s items.' },
  },
  CONSULTED_ALREADY: {
    status: 409,
    zh: '已就该条目征求过这个单位的意见。',
    en: 'The unit was asked about this item already.',
    whatToDo: {
      zh: '请等待其答复，或另选单位。',
      en: 'Wait for its answer, or choose another unit.',
    },
  },
  COMMENT_REQUIRED: {
    status: 422,
    zh: '不同意须说明意见。',
    en: 'Not to consent needs a comment.',
    whatToDo: { zh: '请写明意见。', en: 'Say why.' },
  },
  DRAFTER_ANSWERS: {
    status: 409,
    zh: '清单由您编制，不能由您代被征求意见的单位答复。',
    en: 'You drafted the list, so you cannot answer for a unit that is consulted on it.',
    whatToDo: { zh: '请由该单位的其他人员答复。', en: 'Have somebody else of the unit answer.' },
  },
  SAME_PERSON: {
    status: 409,
    zh: '编制人不能审批公布自己编制的清单。',
    en: 'Whoever drafted the list cannot publish it.',
    whatToDo: { zh: '请由另一位审批人办理。', en: 'Have another approver do it.' },
  },
  NOT_CONSULTED: {
    status: 409,
    zh: '有{count}项尚未征求任何单位的意见。',
    en: 'No unit was asked about {count} of the items.',
    whatToDo: { zh: '请先征求有关单位的意见。', en: 'Consult the units concerned first.' },
  },
  ANSWERS_OPEN: {
    status: 409,
    zh: '还有{count}个单位未答复。',
    en: '{count} answers are still open.',
    whatToDo: { zh: '请等待全部答复。', en: 'Wait until all have answered.' },
  },
  UNDECIDED: {
    status: 422,
    zh: '有{count}项未获全部同意，须逐项决定删除或保留并说明理由。',
    en: '{count} items lack consent; each has to be dropped or kept, with a reason.',
    whatToDo: { zh: '请在公布时逐项写明。', en: 'Say so for each when you publish.' },
  },
  NOTHING_TO_DECIDE: {
    status: 422,
    zh: '有{count}项决定不对应未获同意的条目，或重复。',
    en: '{count} decisions are about items that do not lack consent, or come twice.',
    whatToDo: {
      zh: '请只对未获全部同意的条目各作一次决定。',
      en: 'Decide once on each item that lacks consent, and on no other.',
    },
  },
  EMPTY: {
    status: 409,
    zh: '全部条目均被删除，清单为空，不能公布。',
    en: 'Every item was dropped; an empty list cannot be published.',
    whatToDo: {
      zh: '请至少保留一项，或另行编制。',
      en: 'Keep at least one, or draft another list.',
    },
  },
});
