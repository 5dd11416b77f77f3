import { defineRefusals } from '../../kernel/refusal';

export const refuseCredit = defineRefusals('CREDIT', {
  DAYS_REVERSED: {
    status: 422,
    zh: '截止日（{until}）早于起始日（{from}）。',
    en: 'The last day ({until}) is before the first ({from}).',
    whatToDo: { zh: '请更正日期。', en: 'Correct the days.' },
  },
});
