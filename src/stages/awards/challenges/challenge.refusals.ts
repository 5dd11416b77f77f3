import { defineRefusals } from '../../../kernel/refusal';

export const refuseChallenge = defineRefusals('CHALLENGES', {
  NOTICE_OVER: {
    status: 409,
    zh: '该立项不在公示期内，不受理异议。',
    en: 'The award is not on public notice: no objection is taken.',
    whatToDo: {
      zh: '异议只在公示期内受理，请查看公示的起止日期。',
      en: 'Objections are taken while the notice stands; see its first and last day.',
    },
  },
  REAL_NAME_REQUIRED: {
    status: 422,
    zh: '异议须实名提出，姓名应与登记的姓名一致。',
    en: 'An objection needs your real name, as it is registered.',
    whatToDo: { zh: '请填写登记的真实姓名。', en: 'Give your name as it is registered.' },
  },
  ALREADY_OPEN: {
    status: 409,
    zh: '您对该立项的异议正在处理。',
    en: 'Your objection against this award is being dealt with.',
    whatToDo: {
      zh: '请等待答复；有新情况可联系经办人员补充。',
      en: 'Wait for the answer; tell the programme officer what is new.',
    },
  },
  OWN_OBJECTION: {
    status: 409,
    zh: '提出异议的人不能处理该异议。',
    en: 'Whoever objects does not decide on the objection.',
    whatToDo: { zh: '请由另一位审批人处理。', en: 'Have another approver decide.' },
  },
  EFFECT_REQUIRED: {
    status: 422,
    zh: '异议成立须说明处理（撤销、重新提出方案或复审）；不成立则没有处理。',
    en: 'An objection that is upheld needs an effect (revoke, re-propose or re-review); one that is dismissed has none.',
    whatToDo: {
      zh: '请填写或删去 effect。',
      en: 'Give the effect, or leave it out.',
    },
  },
  LOT_SETTLED: {
    status: 409,
    zh: '该立项已单独公示，只能撤销，不能退回整个分包。',
    en: 'The award has a notice of its own: it can be revoked, but its lot does not go back for it.',
    whatToDo: { zh: '请选择撤销。', en: 'Choose to revoke.' },
  },
  OTHERS_OPEN: {
    status: 409,
    zh: '还有{count}件相关异议未处理，分包不能退回。',
    en: 'There are {count} more objections without an answer; the lot cannot go back yet.',
    whatToDo: { zh: '请先处理其他异议。', en: 'Answer the other objections first.' },
  },
});
