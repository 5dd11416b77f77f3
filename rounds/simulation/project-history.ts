import { addDays, dayOf, startOfDay } from '../../src/kernel/day';
import type { Instant } from '../../src/kernel/instant';
import type { DatedOutcome } from '../../src/rules';
import type { GradedEvaluation } from './evaluate-project';
import type { InventedBid } from './invented-bid';
import type { Play } from './play';

/** A failed evaluation for which payments wait. */
export interface WaitingFailure {
  readonly evaluation: GradedEvaluation;
  /** Whether a later evaluation, or a person, made it good. */
  readonly isMadeGood: boolean;
  readonly settledAt: Instant;
  /** Whether a person judged it. */
  readonly isJudged: boolean;
}

/** What the evaluations of a project do to its payments. */
export interface ProjectHistory {
  readonly evaluations: readonly GradedEvaluation[];
  readonly failures: readonly WaitingFailure[];
  /** When a failed evaluation, or a person, ended the project; null where none did. */
  readonly stoppedAt: Instant | null;
}

/** So many are put right when a person looks again. */
const PUT_RIGHT = 0.75;

/**
 * Follows the evaluations of a project: those that failed and stop it, and those for which payments wait.
 * @param putOutAt when a person put it out; null when nobody did
 */
export function projectHistory(
  { chance }: Play,
  { bidId }: InventedBid,
  evaluations: readonly GradedEvaluation[],
  putOutAt: Instant | null,
): ProjectHistory {
  const failures = evaluations.flatMap((evaluation, index): WaitingFailure[] => {
    if (evaluation.graded.passed) return [];
    const { whenFailed, code } = evaluation.rules;
    if (whenFailed === 'delay') {
      const own = chance.of('put-right', code, bidId);
      return [judged(evaluation, own.next() < PUT_RIGHT, own.whole(15, 60))];
    }
    return whenFailed === 'stop-payments'
      ? [byLater(evaluation, evaluations.slice(index + 1))]
      : [];
  });
  const stops = [
    ...(putOutAt === null ? [] : [putOutAt]),
    ...failures.filter(({ isMadeGood }) => !isMadeGood).map(({ settledAt }) => settledAt),
    ...evaluations
      .filter(({ graded, rules }) => !graded.passed && rules.whenFailed === 'stop-and-end')
      .map(({ gradedAt }) => gradedAt),
  ];
  const stoppedAt = stops.reduce<Instant | null>(
    (first, at) => (first === null || at < first ? at : first),
    null,
  );
  return { evaluations, failures, stoppedAt };
}

/** What the record says of the evaluations at a moment. */
export function outcomesAt(
  { evaluations, failures }: ProjectHistory,
  now: Instant,
): Map<string, DatedOutcome> {
  return new Map(
    evaluations
      .filter(({ gradedAt }) => gradedAt <= now)
      .map((evaluation) => {
        const failure = failures.find((one) => one.evaluation === evaluation);
        const isSettled = failure !== undefined && failure.settledAt <= now;
        const { graded, gradedAt, rules } = evaluation;
        const outcome: DatedOutcome = {
          ...{ grade: graded.grade, passed: graded.passed, gradedAt },
          mayBeMadeGood: failure !== undefined && !isSettled,
          ...(isSettled && failure.isMadeGood && { madeGoodAt: failure.settledAt }),
        };
        return [rules.code, outcome] as const;
      }),
  );
}

/** Until when payments that would go out at a moment have to wait; the moment itself where nothing holds them. */
export function heldUntil({ failures }: ProjectHistory, at: Instant): Instant {
  return failures.reduce((until, { evaluation: { gradedAt }, settledAt }) => {
    const isHeld = gradedAt <= until && until < settledAt;
    return isHeld ? settledAt : until;
  }, at);
}

function judged(evaluation: GradedEvaluation, isMadeGood: boolean, days: number): WaitingFailure {
  const { gradedAt } = evaluation;
  const afternoon = gradedAt.getTime() - startOfDay(dayOf(gradedAt)).getTime();
  const settledAt = new Date(startOfDay(addDays(dayOf(gradedAt), days)).getTime() + afternoon);
  return { evaluation, isMadeGood, settledAt, isJudged: true };
}

/** Passing a later evaluation makes it good; when all later ones are decided without that, nothing can. */
function byLater(evaluation: GradedEvaluation, later: readonly GradedEvaluation[]): WaitingFailure {
  const good = later.find(({ graded }) => graded.passed);
  const { gradedAt } = good ?? later.at(-1) ?? evaluation;
  return { evaluation, isMadeGood: good !== undefined, settledAt: gradedAt, isJudged: false };
}
