import { addDays, dayOf, type Day } from '../../kernel/day';
import type { Instant } from '../../kernel/instant';
import type { PeriodExplanation } from '../../kernel/period-explanation';

/** The first and the last day of a notice, both counted. */
export interface NoticeDays {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** The days that a notice stands by its clock: one that is published on a day off begins on the next working day. */
export function noticeDays(clock: {
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly why: PeriodExplanation;
}): NoticeDays {
  const firstCounted = clock.why.days.find(({ counted }) => counted);
  return {
    firstDay: firstCounted?.day ?? dayOf(clock.startedAt),
    lastDay: addDays(dayOf(clock.dueAt), -1),
  };
}

/**
 * The day from which the time for signing counts: the last day of the notice or, where an objection kept the award from
 * being confirmed, the day on which it was.
 */
export function signingCountsFrom(lastDay: Day, confirmedAt: Instant): Day {
  const confirmedOn = dayOf(confirmedAt);
  return confirmedOn > addDays(lastDay, 1) ? confirmedOn : lastDay;
}
