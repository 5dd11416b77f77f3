import { defineRefusals } from '../../kernel/refusal';

export const refuseDeputies = defineRefusals('DEPUTIES', {
  OWN_DEPUTY: {
    status: 422,
    zh: '不能指定本人为自己的代理人。',
    en: 'Nobody is their own deputy.',
    whatToDo: { zh: '请指定另一人员。', en: 'Name another person.' },
  },
  DUTY_IN_PERSON: {
    status: 422,
    zh: '此项职责须由本人履行，不得代理。',
    en: 'This duty is done in person and has no deputy.',
    whatToDo: {
      zh: '请由系统管理员另行授权。',
      en: 'Ask the administrator for a mandate for somebody else.',
    },
  },
  TIME_UNSOUND: {
    status: 422,
    zh: '代理期限不当：须自现在或以后起，止于起始之后，且不超过{days}天。',
    en: 'The time is not sound: it begins now or later, ends after it begins, and lasts {days} days at most.',
    whatToDo: { zh: '请更正起止时间。', en: 'Correct the beginning and the end.' },
  },
  MANDATE_ENDED: {
    status: 409,
    zh: '该授权已经终止，不能代理。',
    en: 'The mandate has ended, so there is nothing to deputize for.',
    whatToDo: { zh: '请选用仍然有效的授权。', en: 'Choose a mandate that is in force.' },
  },
  OVERLAPS: {
    status: 409,
    zh: '该授权在此期间已有代理人。',
    en: 'The mandate has a deputy in that time already.',
    whatToDo: {
      zh: '请先终止原代理，或另选期间。',
      en: 'End that one first, or choose another time.',
    },
  },
  DUTIES_CONFLICT: {
    status: 409,
    zh: '职责冲突：代理人在同一事项上已担任互斥职责，或系统管理员不得代理其他职责。',
    en: 'The duties conflict: the deputy has been on an opposed side of the subject, or is a system administrator, who does no other duty.',
    whatToDo: { zh: '请另行指定人员。', en: 'Name another person.' },
  },
  ENDED: {
    status: 409,
    zh: '该代理已经终止。',
    en: 'The deputyship has ended already.',
    whatToDo: { zh: '无需再次办理。', en: 'Nothing more needs to be done.' },
  },
});
