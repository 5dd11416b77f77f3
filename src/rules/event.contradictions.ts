import { dayOf, type Day } from '../kernel/day';
import { toInstant } from '../kernel/instant';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { reading, type PartCheck } from './part-check';
import type { Timetable, TimetableEvent } from './rule-set.types';
import { lastDayBefore, notBefore } from './timetable-order';
import { refuseWayRules } from './way-rules.refusals';

/** What happens to bids, and so not before one can be made. */
const WITH_BIDS: ReadonlySet<TimetableEvent['kind']> = new Set([
  'votes',
  'gifts',
  'pitch',
  'review',
  'site-check',
  'signing',
]);

/** What the published happenings say of their times: each has one, in order, and where it can take place. */
export const eventChecks: readonly PartCheck[] = [
  reading(['timetable'], ({ timetable }) =>
    (timetable.events ?? []).flatMap((event, index) =>
      inEvent(event, timetable, pointerTo('timetable', 'events', index)),
    ),
  ),
];

function inEvent(event: TimetableEvent, timetable: Timetable, at: string): Refusal[] {
  const { code: what, kind, from, to } = event;
  const on = firstDayOf(event);
  if (on === undefined) return [refuseWayRules('RULES.EVENT_WITHOUT_TIME', { event: what }, at)];
  const reversed = notBefore(from, to, at + pointerTo('to'));
  if (reversed.length > 0) return reversed;
  const { callOpensAt: opensAt, callClosesAt: closesAt } = timetable;
  if (WITH_BIDS.has(kind) && on < dayOf(toInstant(opensAt))) {
    return [refuseWayRules('RULES.BEFORE_THE_CALL', { what, on, opensAt }, at)];
  }
  if (kind === 'briefing' && on > lastDayBefore(closesAt)) {
    return [refuseWayRules('RULES.AFTER_THE_CALL', { what, on, closesAt }, at)];
  }
  return [];
}

function firstDayOf({ at, from, to }: TimetableEvent): Day | undefined {
  return at === undefined ? (from ?? to) : dayOf(toInstant(at));
}
