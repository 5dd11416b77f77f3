import { defineRefusals } from '../../kernel/refusal';

export const refuseClock = defineRefusals('CLOCK', {
  NOT_A_REHEARSAL: {
    status: 409,
    zh: '正式环境中的时间不能拨动。',
    en: 'Time cannot be moved in production.',
    whatToDo: { zh: '请在演练环境中操作。', en: 'Use a rehearsal instance.' },
  },
  UNDER_WAY: {
    status: 409,
    zh: '演练时间正在推进至{target}。',
    en: 'Rehearsal time is on its way to {target}.',
    whatToDo: { zh: '请待其到达后再推进。', en: 'Wait until it has arrived.' },
  },
  BACKWARDS: {
    status: 422,
    zh: '时间只能向前推进，现为{now}。',
    en: 'Time only moves forward; it is {now} now.',
    whatToDo: { zh: '请给出之后的时间。', en: 'Give a later time.' },
  },
  NOTICE_AHEAD: {
    status: 422,
    zh: '通知的发布日期不能晚于今日（{today}）。',
    en: 'A notice cannot bear a day after today, {today}.',
    whatToDo: { zh: '请核对发布日期。', en: 'Check the day it bears.' },
  },
  NOTICE_KNOWN: {
    status: 409,
    zh: '该通知已经录入。',
    en: 'The notice has been entered already.',
    whatToDo: { zh: '无需再次录入。', en: 'Nothing more needs to be done.' },
  },
  DAYS_WRONG: {
    status: 422,
    zh: '起止日期不正确，或超过{most}日。',
    en: 'The days are not right, or more than {most}.',
    whatToDo: {
      zh: '请给出正确的起止日期。',
      en: 'Give a first day and a last day not before it.',
    },
  },
});
