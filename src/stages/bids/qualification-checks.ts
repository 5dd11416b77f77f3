import type { Day } from '../../kernel/day';
import type { Fen } from '../../kernel/money';
import {
  checkEligibility,
  classFinding,
  decided,
  standsFor,
  type Candidate,
  type CandidateBid,
  type CandidateParty,
  type CheckScope,
  type DecidedCheck,
  type PartyRecord,
  type QualificationCheck,
  type RuleSet,
  type ScopedBid,
} from '../../rules';
import type { CheckVerdict } from './bid-check.entity';
import type { AppliedMoney } from './project-money-of';

/** Checks that no rule set lists: whether a bid can be read at all, and whether its party is of the class that it names. */
interface OwnCheck {
  readonly variant: 'readable' | 'applicant-class';
  readonly for?: CheckScope;
}

/** A check that stands before all of the rule set's: a bid that cannot be read, or has no amount, cannot go on. */
const READABLE: OwnCheck = { variant: 'readable' };

/** One check of a round with the code under which its outcome is kept. */
export interface PlannedCheck {
  /** The code of a check that has one, the kind of any other; a kind that stands twice is counted. */
  readonly code: string;
  readonly check: QualificationCheck | OwnCheck;
}

/** What a rule looks at: the party, its record, and its bid. */
export interface CheckedBid
  extends
    CandidateParty,
    PartyRecord,
    Omit<CandidateBid, 'money'>,
    Partial<Pick<AppliedMoney, 'lines' | 'quantities' | 'match'>> {
  readonly budgetFen: Fen | null;
  readonly ownFundsFen: Fen | null;
  readonly requestedFen: Fen | null;
}

/** The checks of a round, in their order, each with its own code. */
export function plannedChecks({ qualification, applicants }: RuleSet): PlannedCheck[] {
  const taken = new Set(qualification.flatMap((check) => ('code' in check ? [check.code] : [])));
  const classes = (applicants?.classes ?? []).filter(({ kinds }) => kinds !== undefined);
  const ofClass: OwnCheck = {
    ...{ variant: 'applicant-class', for: { classes: classes.map(({ code }) => code) } },
  };
  return [READABLE, ...(classes.length > 0 ? [ofClass] : []), ...qualification].map((check) => {
    if ('code' in check) return { code: check.code, check };
    let code: string = check.variant;
    for (let n = 2; taken.has(code); n += 1) code = `${check.variant}-${n}`;
    taken.add(code);
    return { code, check };
  });
}

/** The checks of a round that are for a bid: what is not for it is neither passed nor failed. */
export function askedChecks(rules: RuleSet, bid: ScopedBid): PlannedCheck[] {
  return plannedChecks(rules).filter(({ check }) => standsFor(check, bid));
}

/**
 * What a rule says of a bid; null where a person has to decide.
 * @param closesOn the last day on which bids were taken: what is checked is checked as of this day
 */
export function outcomeOf(
  { check }: PlannedCheck,
  bid: CheckedBid,
  rules: RuleSet,
  closesOn: Day,
): DecidedCheck | null {
  switch (check.variant) {
    case 'readable':
      return readableOutcome(bid);
    case 'applicant-class':
      return classOutcome(bid, rules);
    default: {
      const outcome = checkEligibility(check, candidateOf(bid), rules, closesOn);
      return outcome.verdict === 'undecided' ? null : outcome;
    }
  }
}

function readableOutcome({ requestedFen, faults }: CheckedBid): DecidedCheck {
  return decided('/form', {
    ...{ isPassed: requestedFen !== null, facts: { faults }, arithmetic: '' },
    words:
      requestedFen === null
        ? {
            zh: '申报书无法读取，或按规则得不出资助额。',
            en: 'The application cannot be read, or no grant follows from it.',
          }
        : { zh: '申报书可以读取。', en: 'The application can be read.' },
  });
}

function classOutcome(bid: CheckedBid, { applicants }: RuleSet): DecidedCheck {
  const named = applicants!.classes!.find(({ code }) => code === bid.applicantClass)!;
  return decided(`/applicants/classes/${named.code}`, classFinding(bid, named));
}

function candidateOf(bid: CheckedBid): Candidate {
  const { budgetFen, ownFundsFen, category, applicantClass, lines, quantities, match } = bid;
  const money =
    budgetFen === null || ownFundsFen === null
      ? null
      : { budgetFen, ownFundsFen, category, applicantClass, lines, quantities, match };
  return { party: bid, record: bid, bid: { ...bid, money } };
}

/** What becomes of a bid by its checks: out with the first that failed, in when all have passed, otherwise still open. */
export function standingOf(
  planned: readonly PlannedCheck[],
  verdicts: ReadonlyMap<string, CheckVerdict>,
): 'qualify' | 'disqualify' | null {
  const given = planned.map(({ code }) => verdicts.get(code));
  if (given.includes('fail')) return 'disqualify';
  return given.every((verdict) => verdict === 'pass') ? 'qualify' : null;
}
