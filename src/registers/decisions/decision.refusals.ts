import { defineRefusals } from '../../kernel/refusal';

export const refuseDecisions = defineRefusals('DECISIONS', {
  ANSWER_KIND: {
    status: 422,
    zh: '该问题须且只须回答“{wanted}”。',
    en: 'The question asks for "{wanted}", and for nothing else.',
    whatToDo: {
      zh: '请按问题所要求的形式回答。',
      en: 'Answer in the form that the question asks for.',
    },
  },
  OPTION_UNKNOWN: {
    status: 422,
    zh: '没有“{option}”这一选项，可选：{known}。',
    en: 'There is no option "{option}"; there are: {known}.',
    whatToDo: { zh: '请选择问题所列的选项。', en: 'Choose one of the options of the question.' },
  },
  ABOVE_MOST: {
    status: 422,
    zh: '{given}超过上限{most}。',
    en: '{given} is above the most allowed, {most}.',
    whatToDo: { zh: '请核对后重新填写。', en: 'Check it and enter it again.' },
  },
  BELOW_LEAST: {
    status: 422,
    zh: '{given}低于下限{least}；不计分请填0。',
    en: '{given} is below the least, {least}; 0 gives none.',
    whatToDo: { zh: '请核对后重新填写。', en: 'Check it and enter it again.' },
  },
});
