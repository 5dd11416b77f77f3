import { addMonths } from '../../../kernel/add-months';
import { addDays, toDay, weekday, type Day } from '../../../kernel/day';
import type { MonitoringDuty } from '../../../rules';

/** A stretch of days in which something has to be done once, both ends included. */
export interface DutyPeriod {
  readonly from: Day;
  readonly to: Day;
}

/** The days of a project that still lie ahead of a duty. */
type ProjectDays = DutyPeriod;

const MONTHS = { month: 1, quarter: 3 } as const;

/**
 * The period of a duty that a day lies in, cut to the days of its project: a week from Monday, a month, a quarter of the calendar,
 * or all of the project for what is done once.
 * @returns null where nothing is counted by time, or the project is over
 */
export function periodOf(
  every: MonitoringDuty['every'],
  day: Day,
  { from, to }: ProjectDays,
): DutyPeriod | null {
  if (every === undefined || every === 'activity' || day > to) return null;
  const whole = every === 'once' ? { from, to } : calendarPeriod(every, day);
  return { from: laterOf(whole.from, from), to: earlierOf(whole.to, to) };
}

function calendarPeriod(every: 'week' | 'month' | 'quarter', day: Day): DutyPeriod {
  if (every === 'week') {
    const from = addDays(day, 1 - weekday(day));
    return { from, to: addDays(from, 6) };
  }
  const months = MONTHS[every];
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % months);
  const from = toDay(`${day.slice(0, 5)}${String(first).padStart(2, '0')}-01`);
  return { from, to: addDays(addMonths(from, months), -1) };
}

function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}

function earlierOf(one: Day, other: Day): Day {
  return one < other ? one : other;
}
