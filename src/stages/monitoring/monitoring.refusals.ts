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
  ACCEPTED_ABOVE_REPORTED: {
    status: 422,
    zh: '认定的支出{accepted}元超过报告所列支出{reported}元。',
    en: 'What is accepted as spent, {accepted} yuan, is more than the {reported} yuan that the report says.',
    whatToDo: {
      zh: '请填写不超过报告所列支出的数额；报告有误的，请先通知整改。',
      en: 'Give at most what the report says; if the report is wrong, order it to be put right first.',
    },
  },
  DUTY_UNKNOWN: {
    status: 422,
    zh: '本项目没有代码为{code}的过程管理义务。',
    en: 'The project has no duty of the code {code}.',
    whatToDo: {
      zh: '请查看项目的过程管理义务及其代码。',
      en: 'Look up the duties of the project, with their codes.',
    },
  },
  DUTY_DAY_OUTSIDE: {
    status: 422,
    zh: '日期须在{from}至{today}之间。',
    en: 'The day lies between {from} and {today}.',
    whatToDo: { zh: '请填写实际办理的日期。', en: 'Give the day on which it was done.' },
  },
  EVIDENCE_MISSING: {
    status: 422,
    zh: '缺少规则要求的材料：{kind}。',
    en: 'What the rules ask for is missing: {kind}.',
    whatToDo: {
      zh: '请备齐材料；签到表、照片、视频和票据须上传附件。',
      en: 'Have all of it; sign-in sheets, photos, videos and receipts are attached as files.',
    },
  },
  SANCTION_UNKNOWN: {
    status: 422,
    zh: '本轮规则没有代码为{code}的违规处理。',
    en: 'The rules of the round have no sanction of the code {code}.',
    whatToDo: {
      zh: '请查看规则中的违规处理及其代码。',
      en: 'Look up the sanctions in the rules, with their codes.',
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
