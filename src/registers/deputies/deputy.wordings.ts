import { defineWordings } from '../../kernel/wording';

export const deputyWordings = defineWordings('deputies', {
  appointed: {
    zh: {
      title: '您被指定为代理人',
      body: '您自{from}起至{until}止，代理履行职责：{duty}。您以代理人身份所办事项，双方均记录在案。如不能代理，请在系统中终止。',
    },
    en: {
      title: 'You are appointed deputy',
      body: 'From {from} until {until} you do this duty in another one’s place: {duty}. What you do as a deputy is recorded with both names. If you cannot, end it in the system.',
    },
  },
  ended: {
    zh: {
      title: '代理已终止',
      body: '职责“{duty}”的代理已提前终止。已办事项仍然有效。',
    },
    en: {
      title: 'The deputyship has ended',
      body: 'The deputyship for this duty has ended before its time: {duty}. What was done stays done.',
    },
  },
});
