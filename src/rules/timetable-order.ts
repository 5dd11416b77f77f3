import { dayOf, type Day } from '../kernel/day';
import { toInstant } from '../kernel/instant';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { refuseWayRules } from './way-rules.refusals';

/** Days begin in the year 1. */
const FIRST_MS = Date.parse('0001-01-01T00:00:00+08:00');

/** The last day that has begun before a moment: of an exclusive deadline the last day on which it is kept. */
export function lastDayBefore(moment: string): Day {
  return dayOf(new Date(Math.max(FIRST_MS, toInstant(moment).getTime() - 1)));
}

/** A refusal when the second of two days comes before the first; a day that is not said is no fault. */
export function notBefore(from: Day | undefined, to: Day | undefined, at: string): Refusal[] {
  if (from === undefined || to === undefined || to >= from) return [];
  return [refuseWayRules('RULES.DAYS_REVERSED', { from, to }, at)];
}

/** A refusal for every entry of a list in order of time that comes before the entry in front of it; an entry without a day is passed over. */
export function inOrderOfTime<Name extends string>(
  entries: readonly ({ readonly code: string } & { readonly [N in Name]?: Day })[],
  at: string,
  name: Name,
): Refusal[] {
  let before: Day | undefined;
  return entries.flatMap((entry, index) => {
    const on: Day | undefined = entry[name];
    const last = before;
    before = on ?? before;
    if (on === undefined || last === undefined || on >= last) return [];
    const facts = { what: entry.code, on, before: last };
    return [refuseWayRules('RULES.NOT_IN_ORDER_OF_TIME', facts, at + pointerTo(index, name))];
  });
}
