import { refuseCalendar } from './calendar.refusals';
import { addDays, dayOf, startOfDay, type Day } from './day';
import type { Instant } from './instant';
import { explainPeriod, type ExplainedDay, type PeriodExplanation } from './period-explanation';
import type { WorkingCalendar } from './working-calendar';

/**
 * How long a period is.
 * - `workingDays`: only working days count (政府采购法 arts 52, 53, 55).
 * - `calendarDays`: every day counts and the last one may be a day off.
 * - `calendarDaysRollOn`: every day counts; a last day that is off runs on to the next working day (94号令 art. 42).
 * - `instant`: nothing is counted, the rule names the moment itself (a call closes at 2020-04-11T00:00+08:00).
 */
export type PeriodCount =
  | { readonly unit: 'workingDays' | 'calendarDays' | 'calendarDaysRollOn'; readonly n: number }
  | { readonly unit: 'instant' };

/** A stretch in which a period does not run, first and last day included; without `until` it still lasts. */
export interface Pause {
  readonly from: Day;
  readonly until?: Day;
}

/** When a period ends, and why then. */
export interface Due {
  /** The last day on which the act is in time. */
  readonly dueOn: Day;
  /** The first instant that is too late: 00:00 +08:00 of the day after `dueOn`, or the moment a rule names. */
  readonly dueAt: Instant;
  readonly explanation: PeriodExplanation;
}

type CountedPeriod = Exclude<PeriodCount, { unit: 'instant' }>;
type CountedRule = Exclude<PeriodExplanation['rule'], 'named-instant'>;

interface Walk {
  readonly count: CountedPeriod;
  readonly calendar: WorkingCalendar;
  readonly pauses: readonly Pause[];
  readonly days: ExplainedDay[];
}

// A bound on the walk, pauses included: some forty years, longer than any file is kept.
const MAX_WALK_DAYS = 15_000;

/**
 * When a period that starts with an event ends: the event's day is not counted, days inside a pause are not counted.
 * An `instant` is due at `start` itself (a day: at its first moment) and takes no pause.
 * @throws RangeError when the count is not a whole number from 1, a pause ends before it begins, or the walk exceeds 40 years
 * @throws CALENDAR.YEAR_UNKNOWN when a day that has to be judged lies in a year without a holiday notice
 * @throws CALENDAR.PERIOD_PAUSED when the period runs into a pause that has not ended
 * @source 94号令 art. 42; 政府采购法实施条例 art. 58 (days that do not count)
 */
export function duePeriod(
  start: Day | Instant,
  count: PeriodCount,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): Due {
  if (count.unit === 'instant') return dueAtNamedInstant(start);
  const event = typeof start === 'string' ? start : dayOf(start);
  const walk = newWalk(count, calendar, pauses);
  walk.days.push({ day: event, counted: false, why: 'event-day' });
  return endOn(countFrom(addDays(event, 1), walk), walk, event, 'after-event');
}

/**
 * When a public notice ends that names its first and last day: both are counted. Published on a day off, its first day is
 * the next working day.
 * @param n the notice's working days
 * @throws as `duePeriod`
 * @source the notices of Luohu (20 to 25 April 2023) and Futian
 */
export function noticeLastDay(
  firstDay: Day,
  n: number,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): Due {
  const walk = newWalk({ unit: 'workingDays', n }, calendar, pauses);
  return endOn(countFrom(firstDay, walk), walk, firstDay, 'first-day-counted');
}

/**
 * Which of two due dates holds: one that was told is moved later when the calendar changes, never earlier.
 * Of two equal ones the one that was told stays, with the explanation that was given.
 */
export function laterOf<T extends { readonly dueAt: Instant }>(told: T, recomputed: T): T {
  return recomputed.dueAt.getTime() > told.dueAt.getTime() ? recomputed : told;
}

function newWalk(count: CountedPeriod, calendar: WorkingCalendar, pauses: readonly Pause[]): Walk {
  if (!Number.isInteger(count.n) || count.n < 1) {
    throw new RangeError(`not a number of days: ${count.n}`);
  }
  const backwards = pauses.find(({ from, until }) => until !== undefined && until < from);
  if (backwards) throw new RangeError(`pause ends before it begins: ${backwards.from}`);
  return { count, calendar, pauses, days: [] };
}

/** Walks day by day from `first` until n days are counted, and gives the last of them. */
function countFrom(first: Day, walk: Walk): Day {
  let day = first;
  for (let counted = 0; ; day = addDays(day, 1)) {
    const explained = judge(day, walk, counted);
    remember(explained, walk);
    if (explained.counted && ++counted === walk.count.n) return day;
  }
}

function judge(day: Day, walk: Walk, counted: number): ExplainedDay {
  const paused = pausedDay(day, walk, counted);
  if (paused) return paused;
  if (walk.count.unit !== 'workingDays') return { day, counted: true, why: 'calendar-day' };
  return { ...offOrWorked(day, walk.calendar), counted: walk.calendar.isWorkingDay(day) };
}

function pausedDay(day: Day, walk: Walk, counted: number): ExplainedDay | undefined {
  const pause = walk.pauses.find(
    ({ from, until }) => from <= day && (until === undefined || day <= until),
  );
  if (!pause) return undefined;
  if (pause.until === undefined) {
    const facts = { since: pause.from, counted, total: walk.count.n };
    throw refuseCalendar('CALENDAR.PERIOD_PAUSED', facts);
  }
  return { day, counted: false, why: 'paused' };
}

function offOrWorked(day: Day, calendar: WorkingCalendar): Omit<ExplainedDay, 'counted'> {
  const { why, notice } = calendar.status(day);
  return notice === undefined ? { day, why } : { day, why, notice };
}

function remember(explained: ExplainedDay, walk: Walk): void {
  walk.days.push(explained);
  if (walk.days.length > MAX_WALK_DAYS) throw new RangeError('the period exceeds forty years');
}

/** Ends the period on its last counted day or, where the unit says so and that day is off, on the next day worked. */
function endOn(lastCounted: Day, walk: Walk, start: Day, rule: CountedRule): Due {
  const { calendar, count, days } = walk;
  const runsOn = count.unit === 'calendarDaysRollOn' && !calendar.isWorkingDay(lastCounted);
  const dueOn = runsOn ? rollOn(lastCounted, walk) : lastCounted;
  const explanation = explainPeriod({ rule, unit: count.unit, n: count.n, start, dueOn, days });
  return { dueOn, dueAt: startOfDay(addDays(dueOn, 1)), explanation };
}

function rollOn(lastCounted: Day, walk: Walk): Day {
  const { calendar, count, days } = walk;
  days[days.length - 1] = { ...offOrWorked(lastCounted, calendar), counted: true };
  for (let day = addDays(lastCounted, 1); ; day = addDays(day, 1)) {
    const paused = pausedDay(day, walk, count.n);
    if (!paused && calendar.isWorkingDay(day)) {
      remember({ day, counted: false, why: 'rolled-on' }, walk);
      return day;
    }
    remember(paused ?? { ...offOrWorked(day, calendar), counted: false }, walk);
  }
}

function dueAtNamedInstant(start: Day | Instant): Due {
  const dueAt = typeof start === 'string' ? startOfDay(start) : start;
  // The moment is exclusive: one that falls on midnight leaves the day before as the last day in time.
  const dueOn = dayOf(new Date(dueAt.getTime() - 1));
  const explanation = explainPeriod({ rule: 'named-instant', dueAt, dueOn });
  return { dueOn, dueAt, explanation };
}
