import { defineRefusals } from '../../kernel/refusal';

export const refuseCredit = defineRefusals('CREDIT', {
  DAYS_REVERSED: {
    status: 422,
    zh: '截止日（{until}）早于起始日（{from}）。',
    en: 'The last day ({until}) is before the first ({from}).',
    whatToDo: { zh: '请更正日期。', en: 'Correct the days.' },
  },
  DAY_AHEAD: {
    status: 422,
    zh: '日期（{day}）晚于今天（{today}）。',
    en: 'The day ({day}) is after today ({today}).',
    whatToDo: {
      zh: '只登记已经发生的事实，请更正日期。',
      en: 'Only what has happened is entered; correct the day.',
    },
  },
  YEAR_AHEAD: {
    status: 422,
    zh: '{year}年度晚于今年。',
    en: 'The year {year} has not come yet.',
    whatToDo: { zh: '请更正年度。', en: 'Correct the year.' },
  },
  NOT_ENTERED: {
    status: 409,
    zh: '该记录由系统或审批产生，不是人工登记的。',
    en: 'This entry was made by the system or by a decision; nobody entered it by hand.',
    whatToDo: {
      zh: '只能终止或撤销人工登记的记录；对处理或等级有异议请走异议程序。',
      en: 'Only what was entered by hand is ended or annulled; an objection is the way to contest a sanction or grade.',
    },
  },
  DOES_NOT_END: {
    status: 409,
    zh: '此类记录没有终止日。',
    en: 'Entries of this kind have no end.',
    whatToDo: {
      zh: '名录记录和项目可以终止；登记有误请撤销后重新登记。',
      en: 'Entries on lists and projects end; annul what is wrong and enter it anew.',
    },
  },
  ENDED_ALREADY: {
    status: 409,
    zh: '该记录已经终止或撤销。',
    en: 'This entry has been ended or annulled already.',
    whatToDo: { zh: '请查看信用记录。', en: 'See the record.' },
  },
});
