import { dayOf, startOfDay, type Day } from '../../kernel/day';
import { printInstant, toInstant, type Instant } from '../../kernel/instant';
import type { EvaluationRules } from '../../rules';
import { endOfDay } from '../monitoring';
import type { EvaluationEntity } from './evaluation.entity';
import { refuseEvaluations } from './evaluation.refusals';

/** What of an evaluation says when its self-report is taken. */
type Timed = Pick<EvaluationEntity, 'rules' | 'opensOn' | 'dueOn' | 'excuse'>;

/** When a self-report is taken: from a day on, until a moment that is too late. */
export interface SelfReportTime {
  readonly opensOn: Day;
  readonly dueAt: Instant;
}

/**
 * When the self-report of an evaluation is taken: within the rules' own time for it, or else on the days of the evaluation. One that
 * was excused, or whose project began late, has days of its own, and these hold.
 * @source cn-haishu-2020-r9: self-evaluation from 18 November to 15 December, 17:00
 */
export function selfReportTime(evaluation: Timed): SelfReportTime {
  const { opensOn, dueOn } = evaluation;
  const { selfReportFrom, selfReportTo } = ownTime(evaluation);
  return {
    opensOn: selfReportFrom ?? opensOn,
    dueAt: selfReportTo === undefined ? endOfDay(dueOn) : toInstant(selfReportTo),
  };
}

/** Whether the self-report is due at another moment than the evaluation. */
export function hasOwnTime(evaluation: Timed): boolean {
  return selfReportTime(evaluation).dueAt.getTime() !== endOfDay(evaluation.dueOn).getTime();
}

/**
 * Passes while the self-report is taken.
 * @throws EVALUATIONS.NOT_OPEN, EVALUATIONS.DUE_PASSED
 */
export function requireSelfReportTime(evaluation: Timed, now: Instant): void {
  const { opensOn, dueAt } = selfReportTime(evaluation);
  if (now < startOfDay(opensOn)) throw refuseEvaluations('EVALUATIONS.NOT_OPEN', { opensOn });
  if (now < dueAt) return;
  throw refuseEvaluations('EVALUATIONS.DUE_PASSED', { dueOn: sayUntil(dueAt) });
}

/** The last day of a time that ends with a day, or the day and the hour at which it ends. */
export function sayUntil(dueAt: Instant): string {
  const lastDay = dayOf(new Date(dueAt.getTime() - 1));
  if (endOfDay(lastDay).getTime() === dueAt.getTime()) return lastDay;
  const printed = printInstant(dueAt);
  return `${printed.slice(0, 10)} ${printed.slice(11, 16)}`;
}

function ownTime({
  rules,
  opensOn,
  excuse,
}: Timed): Pick<EvaluationRules, 'selfReportFrom' | 'selfReportTo'> {
  return excuse === null && opensOn === rules.opensOn ? rules : {};
}
