/**
 * A calendar day in Asia/Shanghai, `YYYY-MM-DD`. The zone is UTC+8 the whole year (no summer time
 * since 1991). The fixed width makes `<` and `>` on two days mean earlier and later.
 */
export type Day = string & { readonly __day: unique symbol };

const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
// Postgres knows no year 0.
const DAY_FORMAT = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

function fromUtcMs(utcMs: number): Day {
  const text = Number.isFinite(utcMs) ? new Date(utcMs).toISOString().slice(0, 10) : '';
  if (!DAY_FORMAT.test(text)) throw new RangeError('day outside the years 1 to 9999');
  return text as Day;
}

function utcMsOf(day: Day): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

/**
 * Reads a day written `YYYY-MM-DD`.
 * @throws RangeError when the text is not of that form or names no day of the calendar (30 February).
 */
export function toDay(text: string): Day {
  const utcMs = DAY_FORMAT.test(text) ? utcMsOf(text as Day) : NaN;
  // Date.parse lets 30 February run on into March, so the day is printed again and compared.
  if (Number.isNaN(utcMs) || fromUtcMs(utcMs) !== text) {
    throw new RangeError(`not a day (YYYY-MM-DD): ${JSON.stringify(text)}`);
  }
  return text as Day;
}

/**
 * The day in Asia/Shanghai on which an instant falls.
 * @throws RangeError for an invalid date or a year beyond 9999.
 */
export function dayOf(instant: Date): Day {
  return fromUtcMs(instant.getTime() + SHANGHAI_OFFSET_MS);
}

/** The first instant of a day: 00:00:00.000 +08:00. */
export function startOfDay(day: Day): Date {
  return new Date(utcMsOf(day) - SHANGHAI_OFFSET_MS);
}

/**
 * The day `n` calendar days after `day` (before it when `n` is negative).
 * @throws RangeError when `n` is not a whole number or the result leaves the years 0000 to 9999.
 */
export function addDays(day: Day, n: number): Day {
  if (!Number.isInteger(n)) throw new RangeError(`not a whole number of days: ${n}`);
  return fromUtcMs(utcMsOf(day) + n * DAY_MS);
}

/** How many calendar days `last` lies after `first`: 0 for the same day, negative when earlier. */
export function daysBetween(first: Day, last: Day): number {
  return (utcMsOf(last) - utcMsOf(first)) / DAY_MS;
}

/** The day of the week: 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const fromSunday = new Date(utcMsOf(day)).getUTCDay();
  return (fromSunday === 0 ? 7 : fromSunday) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}
