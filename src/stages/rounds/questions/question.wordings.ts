import { defineWordings } from '../../../kernel/wording';

/** What people are told about questions on a call. None of it says who asks. */
export const questionWordings = defineWordings('questions', {
  answer: {
    zh: { title: '答复提问', body: '对轮次{round}有提问，请在期限内答复，或说明理由不予答复。' },
    en: {
      title: 'Answer a question',
      body: 'There is a question on the call of {round}: answer it in time, or refuse it with a reason.',
    },
  },
  answerReminder: {
    zh: { title: '提问答复即将到期', body: '对轮次{round}的提问须于{dueAt}前答复。' },
    en: {
      title: 'A question has to be answered soon',
      body: 'A question on the call of {round} has to be answered before {dueAt}.',
    },
  },
  answerOverdue: {
    zh: { title: '提问答复已逾期', body: '对轮次{round}的提问未在期限内答复，请督促办理。' },
    en: {
      title: 'A question was not answered in time',
      body: 'A question on the call of {round} was not answered in time; please see that it is.',
    },
  },
  answered: {
    zh: { title: '您的提问已答复', body: '您对轮次{round}的提问已答复，答复已公布。' },
    en: {
      title: 'Your question is answered',
      body: 'Your question on the call of {round} is answered; the answer is published.',
    },
  },
  refused: {
    zh: {
      title: '您的提问不予答复',
      body: '您对轮次{round}的提问不予答复，理由可在系统中查看。',
    },
    en: {
      title: 'Your question is not answered',
      body: 'Your question on the call of {round} is not answered; the reason stands in the system.',
    },
  },
  published: {
    zh: {
      title: '公布了新的答疑',
      body: '轮次{round}公布了新的答疑，请查阅。已提交的申报仍然有效，截止前可以替换。',
    },
    en: {
      title: 'An answer was published',
      body: 'A question on the call of {round} was answered for everybody. What you have submitted stands, and may be replaced before the deadline.',
    },
  },
});
