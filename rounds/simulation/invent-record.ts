import type { Chance } from '../../demo/chance';
import { addMonths } from '../../src/kernel/add-months';
import { addDays, type Day } from '../../src/kernel/day';
import type {
  CleanOf,
  Listing,
  PartyRecord,
  PastEvaluation,
  PastEvaluationPassed,
  QualificationCheck,
} from '../../src/rules';

/** Of a hundred organizations so many fall short of each condition. */
const FALL_SHORT = 0.03;
/** So many are found on a list that lies too far back to count. */
const LONG_AGO = 0.05;
/** So many annual checks are not on the record, so that a person has to look. */
const UNKNOWN_CHECK = 0.1;
const TOOK_PART = 0.5;

/** What the record of an organization holds, mostly nothing that is against it. */
export function inventRecord(
  checks: readonly QualificationCheck[],
  closesOn: Day,
  chance: Chance,
): PartyRecord {
  const fallsShort = () => chance.next() < FALL_SHORT;
  const lastYear = Number(closesOn.slice(0, 4)) - 1;
  return {
    sanctions: fallsShort() ? ['barred'] : [],
    listings: checks.flatMap((check) =>
      check.variant === 'clean-of' ? inventListings(check, closesOn, chance) : [],
    ),
    annualChecks: checks
      .flatMap((check) => (check.variant === 'annual-check-passed' ? check.years : []))
      .flatMap((year) => (chance.next() < UNKNOWN_CHECK ? [] : [{ year, passed: !fallsShort() }])),
    evaluations: checks.flatMap((check) =>
      check.variant === 'past-evaluation-passed' && chance.next() < TOOK_PART
        ? [pastEvaluation(check, lastYear, closesOn, fallsShort())]
        : [],
    ),
    projects: fallsShort()
      ? [{ year: lastYear, startedOn: addMonths(closesOn, -10), settledOn: null }]
      : [],
  };
}

/** An entry that counts, one that lies too far back, or mostly none. */
function inventListings(
  { list, lookBackMonths }: CleanOf,
  closesOn: Day,
  chance: Chance,
): Listing[] {
  const drawn = chance.next();
  if (drawn < FALL_SHORT) {
    return [{ list, from: addMonths(closesOn, -(lookBackMonths + 2)), until: null }];
  }
  if (drawn >= FALL_SHORT + LONG_AGO) return [];
  const until = addDays(addMonths(closesOn, -lookBackMonths), -31);
  return [{ list, from: addMonths(until, -12), until }];
}

function pastEvaluation(
  { evaluation, years }: PastEvaluationPassed,
  lastYear: number,
  closesOn: Day,
  isFailed: boolean,
): PastEvaluation {
  const on = addMonths(closesOn, -3);
  return { evaluation, year: years?.[0] ?? lastYear, passed: !isFailed, on };
}
