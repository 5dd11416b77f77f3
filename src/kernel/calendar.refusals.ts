import { defineRefusals } from './refusal';

/** Refusals of the working calendar and of periods counted on it. */
export const refuseCalendar = defineRefusals('CALENDAR', {
  YEAR_UNKNOWN: {
    status: 409,
    zh: '{year}年的节假日安排尚未录入，不能计算{year}年的工作日。',
    en: 'The holiday notice for {year} is not known yet, so working days of {year} cannot be counted.',
    whatToDo: {
      zh: '请在国务院办公厅（或规则所用日历的主管机关）发布通知后录入{year}年的节假日安排，然后重试。',
      en: 'Enter the holiday notice for {year} once the State Council, or whoever sets the calendar of the rules, has published it, then try again.',
    },
  },
  NOTICE_CONTRADICTS_ITSELF: {
    status: 422,
    zh: '{year}年的节假日安排把{day}既列为放假又列为上班。',
    en: 'The holiday notice for {year} names {day} both as a day off and as a working day.',
    whatToDo: {
      zh: '请对照通知原文更正{day}。',
      en: 'Compare {day} with the text of the notice and correct it.',
    },
  },
  DAY_OUTSIDE_NOTICE: {
    status: 422,
    zh: '{year}年的节假日安排只能列出当年及上一年12月的日期，{day}不在其中。',
    en: 'A holiday notice for {year} names days of that year and of the December before it; {day} is neither.',
    whatToDo: {
      zh: '请检查年份，或把{day}录入所属年份的安排。',
      en: 'Check the year, or enter {day} with the notice of its own year.',
    },
  },
  PERIOD_PAUSED: {
    status: 409,
    zh: '期限自{since}起中止计算，尚未恢复，没有到期日（已计{counted}天，共{total}天）。',
    en: 'The period has been paused since {since} and not resumed, so it has no due date ({counted} of {total} days counted).',
    whatToDo: {
      zh: '请在中止原因消除后恢复计算。',
      en: 'Resume the period when the reason for the pause is gone.',
    },
  },
});
