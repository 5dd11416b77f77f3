import { addDays, toDay, type Day } from './day';

/**
 * The day so many whole months later: of the same number, or the last of its month where the month is shorter (31 January and
 * a month is 28 or 29 February).
 * @param months below 0 for so many earlier
 */
export function addMonths(day: Day, months: number): Day {
  const [year, month, number] = day.split('-').map(Number) as [number, number, number];
  const last = addDays(firstOfMonth(year, month + months + 1), -1);
  const wanted = `${last.slice(0, 8)}${String(number).padStart(2, '0')}`;
  return wanted < last ? toDay(wanted) : last;
}

/** @param month 1 is January; above 12 it runs on into later years, below 1 back into earlier ones */
function firstOfMonth(year: number, month: number): Day {
  const monthsFromZero = year * 12 + month - 1;
  const yearText = String(Math.floor(monthsFromZero / 12)).padStart(4, '0');
  const monthText = String((monthsFromZero % 12) + 1).padStart(2, '0');
  return toDay(`${yearText}-${monthText}-01`);
}
