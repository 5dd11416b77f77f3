import type { EvaluationEntity } from '../evaluation.entity';
import { evaluationTransitions } from '../evaluation.transitions';
import type { FailureEntity } from './failure.entity';

/** What becomes of a failure for which payments are stopped: nothing yet, or it is made good, or nothing can make it good any more. */
export type FailureOutlook = 'waits' | 'makeGood' | 'giveUp';

/**
 * What the later evaluations of a project make of one that failed: passing one of them makes it good, and when all of them are
 * decided without a pass nothing can.
 * @param all the evaluations of the project, in the order of the rule set
 */
export function outlookOf(
  { id }: Pick<FailureEntity, 'id'>,
  all: readonly Pick<EvaluationEntity, 'id' | 'state' | 'passed'>[],
): FailureOutlook {
  const later = all.slice(all.findIndex((evaluation) => evaluation.id === id) + 1);
  if (later.some(({ state, passed }) => state === 'graded' && passed === true)) return 'makeGood';
  const isDecided = later.every(({ state }) => evaluationTransitions.final.includes(state));
  return isDecided ? 'giveUp' : 'waits';
}
