import { defineRefusals } from '../../../kernel/refusal';

export const refuseQuestions = defineRefusals('QUESTIONS', {
  TOO_LATE: {
    status: 409,
    zh: '提问已于{closedAt}截止。',
    en: 'Questions were taken until {closedAt}.',
    whatToDo: {
      zh: '请查阅已公布的答疑和更正公告；申报截止时间推迟时，提问期限随之推迟。',
      en: 'Read the answers and corrections that are published; should the deadline be moved later, so is the time for questions.',
    },
  },
  CALL_CANCELLED: {
    status: 409,
    zh: '本轮次已取消，不再接受提问。',
    en: 'The call was cancelled; no question on it is taken.',
    whatToDo: { zh: '取消的原因见终止公告。', en: 'The notice of its cancellation says why.' },
  },
  NAMES_ASKER: {
    status: 422,
    zh: '拟公布的内容中出现了“{name}”，会让人知道是谁提问。',
    en: 'What would be published names "{name}", and so tells who asks.',
    whatToDo: {
      zh: '请改写后再答复：提问可以另拟公布的表述。',
      en: 'Word it otherwise: the question, too, may be published in other words.',
    },
  },
});
