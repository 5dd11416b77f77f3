import { addDays, dayOf, startOfDay } from '../../../kernel/day';
import { printInstant, toInstant, type Instant } from '../../../kernel/instant';
import type { RuleDifference, RuleSet } from '../../../rules';
import { refuseRounds } from '../round.refusals';

const DEADLINE = '/timetable/callClosesAt';

/** What the round was approved, funded and announced with; of its lots and pots the names alone may be corrected. */
const FIXED: readonly RegExp[] = [
  /^\/(schema|code|regime|mode|currency|calendar)$/,
  /^\/sealing\//,
  /^\/timetable\/callOpensAt$/,
  /^\/(lots|funding)\/\d+(?!\/name\/)/,
];

/** What a bidder need not know to make a bid. Everything else may affect it, also what rules will say in years to come. */
const NOT_FOR_BIDS =
  /^\/(provenance|title|steps|panels?|notice|objection|commission|questions|corrections)(\/|$)/;

/** The lists whose codes a bid refers to. */
const CODES_IN_BIDS: readonly ((rules: RuleSet) => readonly { readonly code: string }[])[] = [
  ({ categories }) => categories,
  ({ form }) => form.sections,
  ({ form }) => form.budgetLines,
  ({ applicants }) => applicants?.classes ?? [],
  ({ amount }) => (amount.variant === 'unit-price' ? amount.outputs : []),
  ({ qualification }) =>
    qualification.flatMap((check) =>
      check.variant === 'declared' || check.variant === 'attached' ? [check] : [],
    ),
];

/** A correction that is to be judged, at a moment before the deadline. */
export interface JudgedCorrection {
  readonly before: RuleSet;
  readonly after: RuleSet;
  readonly difference: readonly RuleDifference[];
  readonly requiresResubmission: boolean;
  /** The deadline as it stands, of lots with deadlines of their own the first. */
  readonly standing: Instant;
  readonly at: Instant;
}

/** The first of the deadlines of a round's lots, as they stand; without deadlines of their own all have the same. */
export function standingDeadline([first, ...others]: readonly {
  readonly closesAt: Instant;
}[]): Instant {
  return others.reduce(
    (least, { closesAt }) => (closesAt < least ? closesAt : least),
    first!.closesAt,
  );
}

/** The deadline once rules are in force. Lots that close at times of their own keep them, and so the round keeps the first of these. */
export function nextDeadline(after: RuleSet, standing: Instant): Instant {
  return hasOwnDeadlines(after) ? standing : toInstant(after.timetable.callClosesAt);
}

function hasOwnDeadlines({ lots }: RuleSet): boolean {
  return lots.some(({ closesAt }) => closesAt !== undefined);
}

/** Whether nothing but the deadline changes: an extension 延期. */
export function movesOnlyTheDeadline(difference: readonly RuleDifference[]): boolean {
  return difference.every(({ pointer }) => pointer === DEADLINE);
}

/**
 * Passes when an announced call may be corrected so, at this moment.
 * @throws ROUNDS.NOTHING_CORRECTED, ROUNDS.CORRECTION_FIXED, ROUNDS.NEW_VERSION_NEEDED, ROUNDS.NOT_LATER, ROUNDS.TIME_TOO_SHORT
 * @source 政府采购法实施条例 art. 31; domain.md 2.3: a round keeps the set that was in force when it was announced
 */
export function requireLawful(correction: JudgedCorrection): void {
  const { before, after, difference, requiresResubmission, standing } = correction;
  if (difference.length === 0) throw refuseRounds('ROUNDS.NOTHING_CORRECTED', {}, '/ruleSet');
  const fixed = difference.filter(
    ({ pointer }) =>
      FIXED.some((place) => place.test(pointer)) ||
      // Lots with deadlines of their own have them from the announcement, and the call ends with the last.
      (pointer === DEADLINE && hasOwnDeadlines(before)),
  );
  if (fixed.length > 0) {
    const places = fixed.map(({ pointer }) => pointer).join(', ');
    throw refuseRounds('ROUNDS.CORRECTION_FIXED', { places }, `/ruleSet${fixed[0]!.pointer}`);
  }
  const gone = codesTakenAway(before, after);
  if (gone.length > 0 && !requiresResubmission) {
    const codes = gone.join(', ');
    throw refuseRounds('ROUNDS.NEW_VERSION_NEEDED', { codes }, '/requiresResubmission');
  }
  if (nextDeadline(after, standing) < standing) {
    const facts = { closesAt: printInstant(standing) };
    throw refuseRounds('ROUNDS.NOT_LATER', facts, `/ruleSet${DEADLINE}`);
  }
  requireTime(correction);
}

function codesTakenAway(before: RuleSet, after: RuleSet): string[] {
  return CODES_IN_BIDS.flatMap((list) => {
    const left = new Set(list(after).map(({ code }) => code));
    return list(before).flatMap(({ code }) => (left.has(code) ? [] : [code]));
  });
}

function requireTime(correction: JudgedCorrection) {
  const { before, after, difference, requiresResubmission, standing, at } = correction;
  const isForBids = ({ pointer }: RuleDifference) =>
    pointer !== DEADLINE && !NOT_FOR_BIDS.test(pointer);
  if (!requiresResubmission && !difference.some(isForBids)) return;
  // What was announced holds: a correction does not shorten its own time.
  const { days, article } = timeToLeave(before);
  const earliest = startOfDay(addDays(dayOf(at), days + 1));
  if (nextDeadline(after, standing) >= earliest) return;
  const facts = { days, article, earliest: printInstant(earliest) };
  throw refuseRounds('ROUNDS.TIME_TOO_SHORT', facts, `/ruleSet${DEADLINE}`);
}

/** How many whole days, the day of the correction not counted, it must leave before the deadline, and where that stands. */
function timeToLeave({ code, regime, corrections }: RuleSet): { days: number; article: string } {
  if (corrections !== undefined) {
    return {
      days: corrections.daysBeforeDeadline,
      article: `${code}/corrections/daysBeforeDeadline`,
    };
  }
  // For grants no rule is known: the law of procurement is taken over (invented), and the refusal says so.
  return {
    days: 15,
    article: regime === 'grant' ? `${PROCUREMENT_ARTICLE}（参照）` : PROCUREMENT_ARTICLE,
  };
}

const PROCUREMENT_ARTICLE = '政府采购法实施条例第三十一条';
