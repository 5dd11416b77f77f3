import { addDays, dayOf, daysBetween, type Day } from '../../src/kernel/day';
import { toInstant, type Instant } from '../../src/kernel/instant';
import { noticeLastDay, type Due } from '../../src/kernel/period';
import type { LotRules, RuleSet } from '../../src/rules';
import type { Play } from './play';

/** When the call for a lot is open, and when its notice stands. */
export interface LotDays {
  /** The code of the lot. */
  readonly lot: string;
  readonly opensAt: Instant;
  /** The first moment that is too late. */
  readonly closesAt: Instant;
  /** The last day on which a bid is taken. */
  readonly lastDay: Day;
  /** How many days that are, the first and the last included. */
  readonly days: number;
  /** When the review is over: no rule says it, so it is assumed. */
  readonly reviewedOn: Day;
  readonly notice: NoticeStand;
}

/** A public notice as it stands. */
export interface NoticeStand {
  /** Whether the rules name its first day; otherwise it is the working day after the review. */
  readonly isDayOfTheRules: boolean;
  /** The first day that counts. */
  readonly firstDay: Day;
  /** The last day, and why it is. */
  readonly due: Due;
}

/** From the last day of the call to the end of the review (assumed: no source says how long it takes). */
const REVIEW_WORKING_DAYS = 15;

/** The days of a lot. */
export function lotDays({ rules, calendar }: Play, lot: LotRules): LotDays {
  const opensAt = toInstant(lot.opensAt ?? rules.timetable.callOpensAt);
  const closesAt = toInstant(lot.closesAt ?? rules.timetable.callClosesAt);
  const lastDay = dayOf(new Date(closesAt.getTime() - 1));
  const reviewedOn = latest([
    calendar.addWorkingDays(lastDay, REVIEW_WORKING_DAYS),
    ...daysBeforeTheAward(rules),
  ]);
  const published = rules.notice.firstDay;
  const due = noticeLastDay(
    published ?? calendar.nextWorkingDay(reviewedOn),
    rules.notice.workingDays,
    calendar,
  );
  return {
    ...{ lot: lot.code, opensAt, closesAt, lastDay, reviewedOn },
    days: daysBetween(dayOf(opensAt), lastDay) + 1,
    notice: {
      isDayOfTheRules: published !== undefined,
      firstDay: due.explanation.days.find(({ counted }) => counted)!.day,
      due,
    },
  };
}

/** The days that the rules name of what has to be over before anybody is awarded. */
function daysBeforeTheAward({ votes, gifts, timetable: { events = [] } }: RuleSet): Day[] {
  const named = [
    ...events
      .filter(({ kind }) => ['votes', 'gifts', 'pitch', 'review', 'site-check'].includes(kind))
      .map(
        ({ at, from, to }) => to ?? from ?? (at === undefined ? undefined : dayOf(toInstant(at))),
      ),
    gifts?.closesOn,
  ];
  const voted = votes?.closesAt;
  return [
    ...named.filter((day) => day !== undefined),
    ...(voted === undefined ? [] : [addDays(dayOf(toInstant(voted)), -1)]),
  ];
}

function latest(days: readonly Day[]): Day {
  return days.reduce((last, day) => (day > last ? day : last));
}
