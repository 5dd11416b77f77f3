import { toDay, type Day } from './day';
import { refuseCalendar } from './calendar.refusals';

/** Whose days they are: CN the State Council's, TW and ES public holidays as a library has them. */
export const calendarCodes = ['CN', 'TW', 'ES'] as const;
export type CalendarCode = (typeof calendarCodes)[number];

/**
 * What one notice says about the days of a year. A later notice on the same year is another layer: what was known on a day
 * stays answerable afterwards.
 */
export interface CalendarLayer {
  readonly calendar: CalendarCode;
  /** Whether an authority has said so. What a library has is counted with as well, and shown as what it is. */
  readonly official: boolean;
  /** The notice's number, such as 国办发明电〔2019〕16号; null where it is not known to us. */
  readonly notice: string | null;
  readonly title: string;
  /** The day from which the notice counts as known: the day it bears. */
  readonly publishedOn: Day;
  /** Whether `publishedOn` is an assumption, as we have not seen the notice itself. */
  readonly assumed: boolean;
  readonly year: number;
  /** Days off named by the notice, weekend days among them. */
  readonly off: readonly Day[];
  /** Days worked named by the notice: weekend days made up for, or days off that are taken back. */
  readonly worked: readonly Day[];
}

/** A layer as it is written in a file or a request: its days are not checked yet. */
export type WrittenLayer = {
  readonly [
    Key in Exclude<keyof CalendarLayer, 'calendar' | 'official'>
  ]: CalendarLayer[Key] extends Day
    ? string
    : CalendarLayer[Key] extends readonly Day[]
      ? readonly string[]
      : CalendarLayer[Key];
} & {
  /** Without it CN. */
  readonly calendar?: CalendarCode;
  /** Without it true. */
  readonly official?: boolean;
};

/**
 * Reads a layer from its written form.
 * @throws RangeError on a text that is no day
 * @throws CALENDAR.NOTICE_CONTRADICTS_ITSELF, CALENDAR.DAY_OUTSIDE_NOTICE
 */
export function toCalendarLayer(written: WrittenLayer): CalendarLayer {
  const { calendar = 'CN', official = true, notice, title, assumed, year } = written;
  const off = written.off.map(toDay);
  const worked = written.worked.map(toDay);
  const both = off.find((day) => worked.includes(day));
  if (both !== undefined) {
    throw refuseCalendar('CALENDAR.NOTICE_CONTRADICTS_ITSELF', { year, day: both });
  }
  const outside = [...off, ...worked].find((day) => !belongsTo(year, day));
  if (outside !== undefined) {
    throw refuseCalendar('CALENDAR.DAY_OUTSIDE_NOTICE', { year, day: outside });
  }
  const publishedOn = toDay(written.publishedOn);
  return { calendar, official, notice, title, publishedOn, assumed, year, off, worked };
}

// New Year's holiday may begin in December: the notice for 2023 gave Saturday 31 December 2022 off.
function belongsTo(year: number, day: Day): boolean {
  return Number(day.slice(0, 4)) === year || day.startsWith(`${year - 1}-12-`);
}
