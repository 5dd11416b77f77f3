import type { Day } from '../kernel/day';
import type { Timetable } from './rule-set.types';

/** How many months the projects last by their first and last day, a begun month counted as one: 12 June to 31 December are seven. */
export function projectMonths({
  projectFrom: from,
  projectTo: to,
}: Pick<Timetable, 'projectFrom' | 'projectTo'>): number {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return Math.max(0, to.slice(8) >= from.slice(8) ? months + 1 : months);
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));
const monthOf = (day: Day): number => Number(day.slice(5, 7));
