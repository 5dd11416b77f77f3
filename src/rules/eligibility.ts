import type { Day } from '../kernel/day';
import {
  amountOutcome,
  attachedFinding,
  costsOutcome,
  declaredFinding,
  formFinding,
  matchOutcome,
  placeFinding,
} from './eligibility-bid';
import type { Candidate } from './eligibility-candidate';
import { namesOfYears } from './eligibility-names';
import {
  decided,
  type EligibilityOutcome,
  type Finding,
  type UndecidedCheck,
} from './eligibility-outcome';
import {
  creditCodeFinding,
  gradeFinding,
  kindFinding,
  registeredForFinding,
  registeredFromFinding,
} from './eligibility-party';
import {
  annualChecksFinding,
  cleanOfFinding,
  missingChecks,
  openProjectsFinding,
  pastEvaluationFinding,
  sanctionsFinding,
} from './eligibility-record';
import type {
  AnnualCheckPassed,
  BilingualText,
  Judged,
  QualificationCheck,
  Role,
  RuleSet,
} from './rule-set.types';

/** A check that a person may have to decide. */
type PersonsCheck = Judged | AnnualCheckPassed;

/** Who decides where the rules name nobody. */
const WITHOUT_A_NAME: Role = 'organizer';

/**
 * What a check of the qualification says of a candidate, or who has to say it. Whether the check stands for the bid at all is asked
 * before, by `standsFor`.
 * @param closesOn the last day on which bids were taken: what is checked is checked as of this day
 * @source rounds.md axes 7 to 11
 */
export function checkEligibility(
  check: QualificationCheck,
  candidate: Candidate,
  rules: RuleSet,
  closesOn: Day,
): EligibilityOutcome {
  const { bid, record } = candidate;
  switch (check.variant) {
    case 'judged':
      return undecided(check, check.question);
    case 'annual-check-passed': {
      const finding = annualChecksFinding(record, check);
      const years = missingChecks(record, check.years);
      return finding === null
        ? undecided(check, unknownChecks(years))
        : decided(ruleOf(check), finding);
    }
    case 'amount-within-rule':
      return amountOutcome(bid, rules);
    case 'own-match-reached':
      return matchOutcome(bid, rules);
    case 'cost-limits-kept':
      return costsOutcome(bid, rules);
    default:
      return decided(ruleOf(check), findingOf(check, candidate, closesOn));
  }
}

type FoundCheck = Exclude<
  QualificationCheck,
  PersonsCheck | { variant: 'amount-within-rule' | 'own-match-reached' | 'cost-limits-kept' }
>;

function findingOf(check: FoundCheck, { party, record, bid }: Candidate, closesOn: Day): Finding {
  switch (check.variant) {
    case 'credit-code-valid':
      return creditCodeFinding(party);
    case 'applicant-kind':
      return kindFinding(party, check.kinds);
    case 'registered-for':
      return registeredForFinding(party, check, closesOn);
    case 'registered-from':
      return registeredFromFinding(party, check);
    case 'assessment-grade-at-least':
      return gradeFinding(party, check, closesOn);
    case 'not-sanctioned':
      return sanctionsFinding(record, closesOn);
    case 'clean-of':
      return cleanOfFinding(record, check, closesOn);
    case 'past-evaluation-passed':
      return pastEvaluationFinding(record, check, closesOn);
    case 'no-open-project':
      return openProjectsFinding(record, closesOn);
    case 'bids-per-organization':
      return placeFinding(bid, check);
    case 'form-complete':
      return formFinding(bid);
    case 'declared':
      return declaredFinding(bid, check);
    case 'attached':
      return attachedFinding(bid, check);
  }
}

/** Whose duty it is to decide a check that no rule can; null of a check that rules decide alone. */
export function deciderOf(check: QualificationCheck): Role | null {
  if (check.variant === 'judged') return check.by ?? WITHOUT_A_NAME;
  return check.variant === 'annual-check-passed' ? WITHOUT_A_NAME : null;
}

/** What the person is asked who decides a check; null of a check that rules decide alone. */
export function questionOfCheck(check: QualificationCheck): BilingualText | null {
  if (check.variant === 'judged') return check.question;
  if (check.variant !== 'annual-check-passed') return null;
  const { zh, en } = namesOfYears(check.years);
  return { zh: `${zh}年检是否合格？`, en: `Were the annual checks of ${en} passed?` };
}

function undecided(check: PersonsCheck, words: BilingualText): UndecidedCheck {
  return {
    verdict: 'undecided',
    by: deciderOf(check)!,
    explanation: { rule: ruleOf(check), inputs: {}, arithmetic: '', words },
  };
}

function unknownChecks(years: readonly number[]): BilingualText {
  const { zh, en } = namesOfYears(years);
  return {
    zh: `信用记录中没有${zh}的年检结果，由人判断是否合格。`,
    en: `The record does not have the annual checks of ${en}; a person decides whether they were passed.`,
  };
}

/** The check as its place in the rules: by its code where it has one. */
function ruleOf(check: QualificationCheck): string {
  return `/qualification/${'code' in check ? check.code : check.variant}`;
}
