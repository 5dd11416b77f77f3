import { defineRefusals } from '../../../kernel/refusal';

/** Why experts are not named, a sheet is not taken or a result is not shown. */
export const refuseScreening = defineRefusals('SCREENING', {
  PANEL_SIZE: {
    status: 422,
    zh: '筛选专家须为不少于{least}名的单数，现为{given}名。',
    en: 'A screening takes an odd number of experts, at least {least}; here are {given}.',
    whatToDo: { zh: '请调整专家人数。', en: 'Name another number of experts.' },
  },
  NOT_AN_EXPERT: {
    status: 422,
    zh: '所指定的人员中有人现在不是本区的评审专家。',
    en: 'Somebody named is no expert of the district at present.',
    whatToDo: { zh: '请从专家库中选择。', en: 'Choose from the expert pool.' },
  },
  EXPERT_INVOLVED: {
    status: 409,
    zh: '所指定的专家中有人提交或附议过清单中的需求，应当回避。',
    en: 'An expert named submitted or joined a need on the list and has to stand back.',
    whatToDo: { zh: '请另行指定专家。', en: 'Name another expert.' },
  },
  EXPERT_DONE: {
    status: 409,
    zh: '有专家已交齐评分，不能更换。',
    en: 'An expert who has handed in every sheet cannot be replaced.',
    whatToDo: { zh: '请保留该专家。', en: 'Keep that expert.' },
  },
  REASON_REQUIRED: {
    status: 422,
    zh: '更换专家须说明理由。',
    en: 'Replacing experts needs a reason.',
    whatToDo: { zh: '请填写理由。', en: 'Give the reason.' },
  },
  SHEET_IN_ALREADY: {
    status: 409,
    zh: '您已提交该需求的评分，提交后不能更改。',
    en: 'Your sheet for this need is in; it cannot be changed.',
    whatToDo: { zh: '请为其他需求评分。', en: 'Score the other needs.' },
  },
  NOT_DECIDED: {
    status: 409,
    zh: '评分尚未交齐，结果未产生；交齐之前任何人都看不到他人的评分。',
    en: 'Not all sheets are in, so there is no result; until then nobody sees another’s sheet.',
    whatToDo: { zh: '请在全部评分提交后再查看。', en: 'Come back when all sheets are in.' },
  },
});
