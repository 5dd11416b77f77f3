import { defineRefusals } from '../../kernel/refusal';

export const refuseMonitoring = defineRefusals('MONITORING', {
  REPORT_UNKNOWN: {
    status: 422,
    zh: '本项目没有代码为{code}的报告。',
    en: 'The project owes no report of the code {code}.',
    whatToDo: {
      zh: '请查看项目应交的报告及其代码。',
      en: 'Look up the reports that the project owes, with their codes.',
    },
  },
  CAUSE_UNKNOWN: {
    status: 422,
    zh: '本项目没有这次走访或这份报告。',
    en: 'The project has no such visit or report.',
    whatToDo: {
      zh: '请填写本项目的走访或报告。',
      en: 'Name a visit or a report of the project.',
    },
  },
  VISIT_DAY_OUTSIDE: {
    status: 422,
    zh: '走访日期须在{from}至{today}之间。',
    en: 'The day of a visit lies between {from} and {today}.',
    whatToDo: {
      zh: '请填写实际走访的日期。',
      en: 'Give the day on which the visit was made.',
    },
  },
});
