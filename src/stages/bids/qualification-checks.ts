import { addMonths } from '../../kernel/add-months';
import type { Day } from '../../kernel/day';
import type { Fen } from '../../kernel/money';
import type { Facts } from '../../kernel/refusal';
import type { QualificationCheck, RuleSet } from '../../rules';
import type { CheckVerdict } from './bid-check.entity';
import { requestedAmount } from './requested-amount';

/** A check that stands before all of the rule set's: a bid that cannot be read, or has no amount, cannot go on. */
const READABLE = { variant: 'readable' } as const;

/** One check of a round with the code under which its outcome is kept. */
export interface PlannedCheck {
  /** The code of a judged check, the kind of any other; a kind that stands twice is counted. */
  readonly code: string;
  readonly check: QualificationCheck | typeof READABLE;
}

/** What a rule looks at. */
export interface CheckedBid {
  readonly creditCode: string | null;
  readonly registeredOn: Day | null;
  /** Codes of the sanctions that count on the day the call closes. */
  readonly sanctions: readonly string[];
  /** Its place among the organization's bids in the round, by receipt, from 1. */
  readonly placeOfOrganization: number;
  /** Null where the rule set has no categories, or the application names none. */
  readonly category: string | null;
  readonly budgetFen: Fen | null;
  readonly ownFundsFen: Fen | null;
  readonly requestedFen: Fen | null;
  /** How many faults the application has. */
  readonly faults: number;
}

/** What a rule says, and what it compared. */
export interface CheckOutcome {
  readonly verdict: CheckVerdict;
  readonly facts: Facts;
}

/** The checks of a round, in their order, each with its own code. */
export function plannedChecks({ qualification }: RuleSet): PlannedCheck[] {
  const taken = new Set(
    qualification.flatMap((check) => (check.variant === 'judged' ? [check.code] : [])),
  );
  return [READABLE, ...qualification].map((check) => {
    if (check.variant === 'judged') return { code: check.code, check };
    let code: string = check.variant;
    for (let n = 2; taken.has(code); n += 1) code = `${check.variant}-${n}`;
    taken.add(code);
    return { code, check };
  });
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
): CheckOutcome | null {
  switch (check.variant) {
    case 'judged':
      return null;
    case 'readable':
      return outcome(bid.requestedFen !== null, { faults: bid.faults });
    case 'form-complete':
      return outcome(bid.faults === 0, { faults: bid.faults });
    case 'amount-within-rule':
      return amountOutcome(bid, rules);
    case 'credit-code-valid':
      // The register takes no code that is not well formed and of the organization's kind (GB 32100).
      return outcome(bid.creditCode !== null, {});
    case 'registered-for':
      return registeredOutcome(bid, check.minMonths, closesOn);
    case 'not-sanctioned':
      return outcome(bid.sanctions.length === 0, { sanctions: bid.sanctions.join(), closesOn });
    case 'bids-per-organization': {
      const { placeOfOrganization: place } = bid;
      return outcome(place <= check.max, { place, max: check.max });
    }
  }
}

function outcome(isPassed: boolean, facts: Facts): CheckOutcome {
  return { verdict: isPassed ? 'pass' : 'fail', facts };
}

function registeredOutcome(
  { registeredOn }: CheckedBid,
  minMonths: number,
  closesOn: Day,
): CheckOutcome {
  if (registeredOn === null) return outcome(false, { minMonths, closesOn });
  const facts = { registeredOn, minMonths, closesOn };
  return outcome(addMonths(registeredOn, minMonths) <= closesOn, facts);
}

function amountOutcome(
  { budgetFen, ownFundsFen, category }: CheckedBid,
  rules: RuleSet,
): CheckOutcome {
  if (budgetFen === null || ownFundsFen === null) return outcome(false, { why: 'unreadable' });
  const { arithmetic, refusal } = requestedAmount(rules, { budgetFen, ownFundsFen, category });
  if (refusal !== null) return outcome(false, { ...refusal.facts, why: refusal.code });
  return outcome(true, { arithmetic });
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
