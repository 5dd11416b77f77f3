import { addMonths } from '../../src/kernel/add-months';
import { toCalendarLayer, type WrittenLayer } from '../../src/kernel/calendar-layer';
import { toDay } from '../../src/kernel/day';
import { WorkingCalendar } from '../../src/kernel/working-calendar';
import notices from '../../src/registers/calendar/data/holiday-notices.json';
import publicHolidays from '../../src/registers/calendar/data/public-holidays.json';
import { simpleTriggers, type RuleSet } from '../../src/rules';

/** The working days that a round counts with, as this release knows them. */
export interface RoundCalendar {
  readonly calendar: WorkingCalendar;
  /** The years of which no holidays are known yet: in them every Monday to Friday is taken as worked. */
  readonly assumedYears: readonly number[];
}

/** The calendar of a rule set, from the year of its call on. */
export function calendarOf(rules: RuleSet): RoundCalendar {
  const { calendar } = rules;
  const own = [...(notices.layers as WrittenLayer[]), ...(publicHolidays.layers as WrittenLayer[])]
    .filter((layer) => (layer.calendar ?? 'CN') === calendar)
    .map(toCalendarLayer);
  const asked = yearsOf(rules);
  const assumedYears = asked.filter((year) => own.every((layer) => layer.year !== year));
  const plain = assumedYears.map((year) => plainYear(calendar, year));
  return {
    calendar: new WorkingCalendar([...own, ...plain], toDay('9999-12-31')),
    assumedYears,
  };
}

/** The years in which something of a round can be due. */
function yearsOf({ timetable, evaluations, reports, tranches }: RuleSet): number[] {
  const first = yearOf(timetable.callOpensAt) - 1;
  const months = tranches.flatMap(({ trigger }) =>
    simpleTriggers(trigger).map((one) => (one.variant === 'months-after-start' ? one.months : 0)),
  );
  const days = [
    timetable.projectTo,
    ...evaluations.map(({ dueOn, resultBy }) => resultBy ?? dueOn),
    ...reports.map(({ dueOn }) => dueOn),
    ...tranches.flatMap(({ trigger }) =>
      simpleTriggers(trigger).flatMap((one) => (one.variant === 'on-day' ? [one.day] : [])),
    ),
    addMonths(timetable.projectFrom, Math.max(0, ...months)),
  ];
  // What is due on the last of them is paid some time later.
  const last = Math.max(...days.map(yearOf)) + 1;
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function plainYear(calendar: RuleSet['calendar'], year: number) {
  return toCalendarLayer({
    ...{ calendar, official: false, notice: null, assumed: true, year },
    title: `${year}年放假安排未知，按周一至周五计`,
    publishedOn: '2000-01-01',
    ...{ off: [], worked: [] },
  });
}
