import { addDays, dayOf, daysBetween, type Day } from '../../kernel/day';
import type { Instant } from '../../kernel/instant';
import { refuse } from '../../kernel/refusal';
import type { EvaluationRules } from '../../rules';
import { refuseEvaluations } from './evaluation.refusals';
import { evaluationTransitions, type EvaluationState } from './evaluation.transitions';

/** From its first day to its last, both included. */
export interface EvaluationDays {
  readonly opensOn: Day;
  readonly dueOn: Day;
}

/** An excuse gives at most so many calendar days from today (invented: no source sets a limit). */
const MOST_DAYS_EXCUSED = 366;

/**
 * The days of an evaluation of one project: the rule set's, unless the project began after the first of them. Then it opens
 * with the project and lasts at least as long as it does for the others (invented: no source speaks of a late contract).
 */
export function daysOf(rules: EvaluationDays, startedOn: Day): EvaluationDays {
  if (startedOn <= rules.opensOn) return { opensOn: rules.opensOn, dueOn: rules.dueOn };
  const asLong = addDays(startedOn, daysBetween(rules.opensOn, rules.dueOn));
  return { opensOn: startedOn, dueOn: asLong > rules.dueOn ? asLong : rules.dueOn };
}

/**
 * Whether an evaluation is asked of a project by the day on which its award was confirmed.
 * @source cn-haishu-2020-r9: the mid-term is of projects awarded before 1 July 2020
 */
export function isAskedOf(
  { approvedProjectsUntil }: Pick<EvaluationRules, 'approvedProjectsUntil'>,
  confirmedAt: Instant | null,
): boolean {
  if (approvedProjectsUntil === undefined || confirmedAt === null) return true;
  return dayOf(confirmedAt) <= approvedProjectsUntil;
}

/**
 * Passes once the evaluators may review; a project that began late is reviewed from its own first day on.
 * @throws EVALUATIONS.REVIEW_NOT_OPEN
 */
export function requireReviewOpened(
  { opensOn }: EvaluationDays,
  rules: Pick<EvaluationRules, 'opensOn' | 'reviewFrom'>,
  today: Day,
): void {
  const { reviewFrom } = rules;
  if (reviewFrom === undefined || opensOn !== rules.opensOn || today >= reviewFrom) return;
  throw refuseEvaluations('EVALUATIONS.REVIEW_NOT_OPEN', { reviewFrom });
}

/**
 * Passes from the first day on.
 * @throws EVALUATIONS.NOT_OPEN
 */
export function requireOpened({ opensOn }: EvaluationDays, today: Day): void {
  if (today < opensOn) throw refuseEvaluations('EVALUATIONS.NOT_OPEN', { opensOn });
}

/**
 * Passes on the days on which the party may still hand in; the last one is included.
 * @throws EVALUATIONS.NOT_OPEN, EVALUATIONS.DUE_PASSED
 */
export function requireInTime(evaluation: EvaluationDays, today: Day): void {
  requireOpened(evaluation, today);
  requireNotDue(evaluation, today);
}

/**
 * Passes until the end of the last day, also before the first.
 * @throws EVALUATIONS.DUE_PASSED
 */
export function requireNotDue({ dueOn }: EvaluationDays, today: Day): void {
  if (today > dueOn) throw refuseEvaluations('EVALUATIONS.DUE_PASSED', { dueOn });
}

/**
 * Passes as long as the evaluator has not scored: what does not move the evaluation asks for this.
 * @param act as the refusal names it
 * @throws STATE.OUT_OF_ORDER
 */
export function requireUnscored(state: EvaluationState, act: string): void {
  if (state !== 'scored' && evaluationTransitions.reaches(state, 'scored')) return;
  throw refuse('STATE.OUT_OF_ORDER', { thing: 'evaluation', state, act });
}

/**
 * Passes when an excuse may give this new last day.
 * @throws EVALUATIONS.UNTIL_OUTSIDE unless it is later than the last one and not too late
 */
export function requireExcusable({ dueOn }: EvaluationDays, until: Day, today: Day): void {
  const latest = addDays(today, MOST_DAYS_EXCUSED);
  if (until > dueOn && until <= latest) return;
  throw refuseEvaluations('EVALUATIONS.UNTIL_OUTSIDE', { after: dueOn, latest }, '/until');
}
