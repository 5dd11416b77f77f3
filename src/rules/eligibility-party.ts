import { addMonths } from '../kernel/add-months';
import type { Day } from '../kernel/day';
import type { Facts } from '../kernel/refusal';
import type { CandidateParty } from './eligibility-candidate';
import { kindNames, namesOfKinds } from './eligibility-names';
import type { Finding } from './eligibility-outcome';
import type {
  ApplicantClass,
  AssessmentGrade,
  AssessmentGradeAtLeast,
  BilingualText,
  PartyKind,
  RegisteredFor,
  RegisteredFrom,
} from './rule-set.types';

/** The register takes no code that is not well formed and of the organization's kind. @source GB 32100-2015 */
export function creditCodeFinding({ creditCode }: CandidateParty): Finding {
  if (creditCode === null) {
    return {
      ...{ isPassed: false, facts: {}, arithmetic: '0 < 1' },
      words: {
        zh: '申报主体没有统一社会信用代码。',
        en: 'The applicant has no unified social credit code.',
      },
    };
  }
  return {
    ...{ isPassed: true, facts: {}, inputs: { creditCode }, arithmetic: creditCode },
    words: {
      zh: `统一社会信用代码${creditCode}符合规则。`,
      en: `The unified social credit code ${creditCode} is well formed.`,
    },
  };
}

/** Whether the organization is of one of the kinds that may apply. @source rounds.md axis 7 */
export function kindFinding({ kind }: CandidateParty, kinds: readonly PartyKind[]): Finding {
  const isPassed = kinds.includes(kind);
  const own = kindNames[kind];
  const asked = namesOfKinds(kinds);
  return {
    ...{ isPassed, facts: { kind, kinds: kinds.join() } },
    arithmetic: `${kind} ${isPassed ? '∈' : '∉'} {${kinds.join(', ')}}`,
    words: isPassed
      ? {
          zh: `申报主体为${own.zh}，属于可以申报的${asked.zh}。`,
          en: `The applicant is of the kind “${own.en}”, which may apply (${asked.en}).`,
        }
      : {
          zh: `申报主体为${own.zh}，不属于可以申报的${asked.zh}。`,
          en: `The applicant is of the kind “${own.en}”; these may apply: ${asked.en}.`,
        },
  };
}

/** Whether the organization is of a kind that belongs to the class that its bid names. @source cn-haishu-2023-r12 */
export function classFinding(
  { kind }: CandidateParty,
  { code, name, kinds = [] }: ApplicantClass,
): Finding {
  const isPassed = kinds.includes(kind);
  const own = kindNames[kind];
  const asked = namesOfKinds(kinds);
  return {
    ...{ isPassed, facts: { class: code, kind, kinds: kinds.join() } },
    arithmetic: `${kind} ${isPassed ? '∈' : '∉'} {${kinds.join(', ')}}`,
    words: {
      zh: `申报类别“${name.zh}”限${asked.zh}，申报主体为${own.zh}，${isPassed ? '相符' : '不符'}。`,
      en: `The class “${name.en}” is for these kinds: ${asked.en}; the applicant is of the kind “${own.en}”, which is ${isPassed ? 'one of them' : 'none of them'}.`,
    },
  };
}

/** Whether the organization has been registered for some months on the day the call closes. @source rounds.md axis 8 */
export function registeredForFinding(
  { registeredOn }: CandidateParty,
  { minMonths }: RegisteredFor,
  closesOn: Day,
): Finding {
  if (registeredOn === null) {
    return {
      ...{ isPassed: false, facts: { minMonths, closesOn }, arithmetic: '' },
      words: {
        zh: `没有登记日期，不能认定登记满${minMonths}个月。`,
        en: `There is no day of registration, so nothing shows ${minMonths} months of it.`,
      },
    };
  }
  const reachedOn = addMonths(registeredOn, minMonths);
  const isPassed = reachedOn <= closesOn;
  return {
    ...{ isPassed, facts: { registeredOn, minMonths, closesOn } },
    arithmetic: `${reachedOn} ${isPassed ? '≤' : '>'} ${closesOn}`,
    words: {
      zh: `登记日期为${registeredOn}，满${minMonths}个月之日为${reachedOn}，截止日${closesOn}时${isPassed ? '已满' : '未满'}。`,
      en: `Registered on ${registeredOn}, the organization reaches ${minMonths} months on ${reachedOn}, ${isPassed ? 'not later' : 'later'} than the last day of the call, ${closesOn}.`,
    },
  };
}

/** Whether the organization was registered on a day or later: rounds for new ones alone. @source cn-haishu-2023-r12; rounds.md 2.3 */
export function registeredFromFinding(
  { registeredOn }: CandidateParty,
  { from }: RegisteredFrom,
): Finding {
  if (registeredOn === null) {
    return {
      ...{ isPassed: false, facts: { from }, arithmetic: '' },
      words: {
        zh: `没有登记日期，不能认定登记日期不早于${from}。`,
        en: `There is no day of registration, so nothing shows that it is not before ${from}.`,
      },
    };
  }
  const isPassed = registeredOn >= from;
  return {
    ...{ isPassed, facts: { registeredOn, from } },
    arithmetic: `${registeredOn} ${isPassed ? '≥' : '<'} ${from}`,
    words: {
      zh: `登记日期为${registeredOn}，要求不早于${from}（含），${isPassed ? '符合' : '不符合'}。`,
      en: `The organization was registered on ${registeredOn}; ${from} or later is asked for, which is ${isPassed ? 'kept' : 'not kept'}.`,
    },
  };
}

/** From the lowest. */
const GRADES: readonly AssessmentGrade[] = ['1A', '2A', '3A', '4A', '5A'];

/**
 * Whether the grade of the organization's assessment is good enough, and valid on the day the call closes; a grade of which nobody
 * knows how long it is valid counts.
 * @source cn-haishu-2023-r12: AAA or better and within its validity
 */
export function gradeFinding(
  { assessmentGrade, assessmentValidUntil }: CandidateParty,
  { grade: least }: AssessmentGradeAtLeast,
  closesOn: Day,
): Finding {
  if (assessmentGrade === null) {
    return {
      ...{ isPassed: false, facts: { least, closesOn }, arithmetic: `0 < ${least}` },
      words: {
        zh: `没有评估等级，要求不低于${least}。`,
        en: `The organization has no grade of assessment; ${least} or better is asked for.`,
      },
    };
  }
  const isEnough = GRADES.indexOf(assessmentGrade) >= GRADES.indexOf(least);
  const isValid = assessmentValidUntil === null || assessmentValidUntil >= closesOn;
  const validity = validityOf(assessmentValidUntil, isValid, closesOn);
  return {
    isPassed: isEnough && isValid,
    facts: { grade: assessmentGrade, least, closesOn, ...validity.facts },
    arithmetic: [
      `${assessmentGrade} ${isEnough ? '≥' : '<'} ${least}`,
      ...validity.arithmetic,
    ].join('; '),
    words: {
      zh: `评估等级为${assessmentGrade}，要求不低于${least}，${isEnough ? '符合' : '不符合'}；${validity.zh}。`,
      en: `The grade of assessment is ${assessmentGrade}; ${least} or better is asked for, which is ${isEnough ? 'kept' : 'not kept'}; ${validity.en}.`,
    },
  };
}

interface Validity extends BilingualText {
  readonly facts: Facts;
  readonly arithmetic: readonly string[];
}

function validityOf(validUntil: Day | null, isValid: boolean, closesOn: Day): Validity {
  if (validUntil === null) {
    return {
      ...{ facts: {}, arithmetic: [] },
      ...{ zh: '有效期未登记', en: 'how long it is valid is not on the record' },
    };
  }
  return {
    facts: { validUntil },
    arithmetic: [`${validUntil} ${isValid ? '≥' : '<'} ${closesOn}`],
    zh: `有效期至${validUntil}，截止日${closesOn}时${isValid ? '有效' : '已过期'}`,
    en: `it is valid until ${validUntil}, and on ${closesOn} it ${isValid ? 'was' : 'was no longer'}`,
  };
}
