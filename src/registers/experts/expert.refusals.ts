import { defineRefusals } from '../../kernel/refusal';

export const refuseExperts = defineRefusals('EXPERTS', {
  UNKNOWN: {
    status: 422,
    zh: '没有这位专家。',
    en: 'There is no such expert.',
    whatToDo: {
      zh: '请先入库，或核对编号。',
      en: 'Add the expert to the pool first, or check the id.',
    },
  },
  REGISTERED_ALREADY: {
    status: 409,
    zh: '此人已在专家库中。',
    en: 'The person is in the pool of experts already.',
    whatToDo: { zh: '请在原有记录上办理。', en: 'Act on the record that is there.' },
  },
  DAYS_REVERSED: {
    status: 422,
    zh: '截止日（{until}）早于起始日（{from}）。',
    en: 'The last day ({until}) is before the first ({from}).',
    whatToDo: { zh: '请更正日期。', en: 'Correct the days.' },
  },
});
