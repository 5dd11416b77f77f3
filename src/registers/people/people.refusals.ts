import { defineRefusals } from '../../kernel/refusal';

export const refusePeople = defineRefusals('PEOPLE', {
  USERNAME_TAKEN: {
    status: 409,
    zh: '用户名{username}已被使用。',
    en: 'The user name {username} is taken.',
    whatToDo: { zh: '请改用其他用户名。', en: 'Choose another user name.' },
  },
  UNKNOWN: {
    status: 422,
    zh: '没有这个人员。',
    en: 'There is no such person.',
    whatToDo: { zh: '请先登记人员。', en: 'Register the person first.' },
  },
  MANDATE_OVERLAPS: {
    status: 409,
    zh: '此人在该范围内已有同一职责的授权，期间重叠。',
    en: 'The person already holds this duty for this scope in an overlapping time.',
    whatToDo: { zh: '请先终止原授权。', en: 'End the earlier mandate first.' },
  },
  DUTIES_CONFLICT: {
    status: 409,
    zh: '职责冲突：同一人不得在同一事项上兼任互斥职责；系统管理员不得兼任其他职责。',
    en: 'The duties conflict: nobody may hold opposed duties on one subject, and a system administrator holds no other.',
    whatToDo: { zh: '请另行指定人员。', en: 'Name another person.' },
  },
  MANDATE_ENDED: {
    status: 409,
    zh: '该授权已经终止。',
    en: 'The mandate has ended already.',
    whatToDo: { zh: '无需再次办理。', en: 'Nothing more needs to be done.' },
  },
});
