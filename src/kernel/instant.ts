import { dayOf, toDay } from './day';

/**
 * A moment of legal time, to the millisecond. The database's clock is truncated to the same precision, so that what is
 * compared, stored, signed and shown is one value.
 */
export type Instant = Date;

const RFC_3339 =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/**
 * Reads a moment from RFC 3339 text with an offset, such as `2020-04-11T00:00:00+08:00`.
 * @throws RangeError when there is no offset, the day does not exist or lies beyond the year 9999 in China, or the text is finer
 * than a millisecond
 */
export function toInstant(text: string): Instant {
  const parts = RFC_3339.exec(text);
  if (parts === null) throw new RangeError(`not a moment of RFC 3339 with an offset: ${text}`);
  // Date.parse lets 30 February roll over into March.
  toDay(parts[1] ?? '');
  const instant = new Date(Date.parse(text));
  dayOf(instant);
  return instant;
}

/** Prints a moment as read in China: `2020-04-11T00:00:00.000+08:00`. */
export function printInstant(instant: Instant): string {
  const local = new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString();
  return local.replace('Z', '+08:00');
}
