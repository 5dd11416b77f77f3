import { defineRefusals } from '../../kernel/refusal';

export const refuseEvaluations = defineRefusals('EVALUATIONS', {
  NOT_OPEN: {
    status: 409,
    zh: '评估自{opensOn}开始。',
    en: 'The evaluation opens on {opensOn}.',
    whatToDo: { zh: '请在开始之后办理。', en: 'Come back once it has opened.' },
  },
  DUE_PASSED: {
    status: 409,
    zh: '评估材料的期限为{dueOn}，现已届满。',
    en: 'The last day for the evaluation was {dueOn}.',
    whatToDo: {
      zh: '期限届满后不再接收或宽限；如有疑问，请联系主管单位。',
      en: 'Nothing is taken or excused after it; ask the unit in charge if in doubt.',
    },
  },
  UNTIL_OUTSIDE: {
    status: 422,
    zh: '宽限日期须晚于{after}，且不晚于{latest}。',
    en: 'The new last day must come after {after} and not after {latest}.',
    whatToDo: { zh: '请填写期限之内的日期。', en: 'Give a day within these limits.' },
  },
  NOT_AN_EVALUATOR: {
    status: 422,
    zh: '此人在本项目范围内没有评估人员的授权。',
    en: 'The person holds no mandate of an evaluator that reaches the project.',
    whatToDo: {
      zh: '请先为其授权，或另行指定。',
      en: 'Have a mandate granted first, or name another person.',
    },
  },
  EVALUATOR_OF_PARTY: {
    status: 409,
    zh: '评估人员不得是被评估机构的人员。',
    en: 'An evaluator cannot be of the party that is evaluated.',
    whatToDo: { zh: '请另行指定评估人员。', en: 'Name another evaluator.' },
  },
  EVALUATOR_IN_CHARGE: {
    status: 409,
    zh: '评估人员不得兼任本项目的管理、审批、付款或监督职责（{duty}）。',
    en: 'An evaluator cannot also manage, approve, pay or supervise the project ({duty}).',
    whatToDo: { zh: '请另行指定评估人员。', en: 'Name another evaluator.' },
  },
  ANSWERS_MISSING: {
    status: 409,
    zh: '满意度答卷至少{minAnswers}份，现有{answers}份，不能评分。',
    en: 'The survey needs {minAnswers} answers and has {answers}, so nothing can be scored yet.',
    whatToDo: {
      zh: '请组织更多居民作答后再评分。',
      en: 'Have more residents answer it, then score.',
    },
  },
  NO_SURVEY: {
    status: 409,
    zh: '本次评估不做满意度调查。',
    en: 'This evaluation has no survey.',
    whatToDo: { zh: '无需作答。', en: 'No answer is needed.' },
  },
  PARTY_CANNOT_ANSWER: {
    status: 409,
    zh: '被评估机构的人员不得填写本机构项目的满意度答卷。',
    en: 'People of the party cannot answer the survey on their own project.',
    whatToDo: { zh: '请由接受服务的居民作答。', en: 'Leave it to the residents who were served.' },
  },
  REVIEW_NOT_OPEN: {
    status: 409,
    zh: '评审自{reviewFrom}开始。',
    en: 'The review begins on {reviewFrom}.',
    whatToDo: { zh: '请自该日起评分。', en: 'Score it from that day on.' },
  },
  METHOD_UNKNOWN: {
    status: 422,
    zh: '本次评估不采用“{method}”方式。',
    en: 'This evaluation does not look into things by {method}.',
    whatToDo: {
      zh: '请只填写规则所列的方式。',
      en: 'Name only methods that the rules have.',
    },
  },
  NOTHING_TO_PUT_RIGHT: {
    status: 409,
    zh: '本次评估没有须整改后再拨付的不合格事项。',
    en: 'Nothing of this evaluation has to be put right before payments go on.',
    whatToDo: {
      zh: '请核对评估结果及规则；按规则暂停拨付的，以其后的评估结果为准。',
      en: 'Check the outcome and the rules: where they stop payments, a later evaluation decides.',
    },
  },
  ANSWERED_ALREADY: {
    status: 409,
    zh: '您已经填写过本次答卷。',
    en: 'You have answered this survey already.',
    whatToDo: { zh: '每人只能作答一次。', en: 'Everyone answers once.' },
  },
});
