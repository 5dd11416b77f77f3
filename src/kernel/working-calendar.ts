import type { CalendarLayer } from './calendar-layer';
import { addDays, dayOf, weekday, type Day } from './day';
import type { Instant } from './instant';
import { refuseCalendar } from './calendar.refusals';

/** What a day is in the working calendar, and why. */
export interface DayStatus {
  readonly kind: 'working' | 'off';
  /** `made-up` is a weekend day that a notice makes a working day (调休上班). */
  readonly why: 'weekday' | 'weekend' | 'holiday' | 'made-up';
  /** The notice that names the day: its number, or its title where the number is not known. */
  readonly notice?: string;
  /** True in a year without a notice: a guess to be shown, never counted with. */
  readonly provisional: boolean;
  /** Where no authority stands behind what is known of the day: it was made by a library. */
  readonly unofficial?: true;
}

interface Naming {
  readonly kind: DayStatus['kind'];
  readonly layer: CalendarLayer;
}

/**
 * The working days of a place as they were known on a day: the notices published by then (of the People's Republic of China
 * those of the State Council), a later one overriding an earlier one day by day. What no notice names is a working day from
 * Monday to Friday, but only in a year that a notice covers; in any other year nothing is counted.
 * @source 全国年节及纪念日放假办法; the notices of each year
 */
export class WorkingCalendar {
  /** The day whose knowledge this calendar holds. */
  readonly knownOn: Day;
  /** The years that are covered, and whether an authority has said something of them. */
  private readonly years = new Map<number, boolean>();
  private readonly named = new Map<Day, Naming>();

  /**
   * @param layers the notices of one calendar, in any order; those published on one day override each other in the order given,
   * and what an authority has said overrides what a library has, whenever it was published
   * @param knownAt only notices published on or before this day (for an instant, its day in Shanghai) count
   */
  constructor(layers: readonly CalendarLayer[], knownAt: Instant | Day) {
    this.knownOn = typeof knownAt === 'string' ? knownAt : dayOf(knownAt);
    const known = layers.filter(({ publishedOn }) => publishedOn <= this.knownOn).sort(byWeight);
    for (const layer of known) this.overlay(layer);
  }

  /**
   * Whether a day is worked.
   * @throws CALENDAR.YEAR_UNKNOWN when no notice covers the day's year
   */
  isWorkingDay(day: Day): boolean {
    const status = this.status(day);
    if (status.provisional) throw refuseCalendar('CALENDAR.YEAR_UNKNOWN', { year: yearOf(day) });
    return status.kind === 'working';
  }

  /** What a day is and why, for showing. In a year without a notice it is the plain week, marked as provisional. */
  status(day: Day): DayStatus {
    const isWeekday = weekday(day) <= 5;
    const naming = this.named.get(day);
    const standing = this.standingOf(day, naming);
    if (naming === undefined || standing.provisional) {
      return isWeekday
        ? { kind: 'working', why: 'weekday', ...standing }
        : { kind: 'off', why: 'weekend', ...standing };
    }
    const notice = naming.layer.notice ?? naming.layer.title;
    if (naming.kind === 'off') return { kind: 'off', why: 'holiday', notice, ...standing };
    return { kind: 'working', why: isWeekday ? 'weekday' : 'made-up', notice, ...standing };
  }

  /**
   * The first working day after `day`.
   * @throws CALENDAR.YEAR_UNKNOWN when it would have to be looked for in a year without a notice
   */
  nextWorkingDay(day: Day): Day {
    let next = addDays(day, 1);
    while (!this.isWorkingDay(next)) next = addDays(next, 1);
    return next;
  }

  /**
   * The n-th working day after `day`, the day itself not counted.
   * @throws RangeError unless `n` is a whole number from 1
   * @throws CALENDAR.YEAR_UNKNOWN when the count runs into a year without a notice
   */
  addWorkingDays(day: Day, n: number): Day {
    if (!Number.isInteger(n) || n < 1) throw new RangeError(`not a number of working days: ${n}`);
    let last = day;
    for (let counted = 0; counted < n; counted++) last = this.nextWorkingDay(last);
    return last;
  }

  /**
   * How many working days lie from `first` to `last`, both included.
   * @throws RangeError when `last` is before `first`
   * @throws CALENDAR.YEAR_UNKNOWN when a day lies in a year without a notice
   */
  countWorkingDays(first: Day, last: Day): number {
    if (last < first) throw new RangeError(`${last} is before ${first}`);
    let count = 0;
    for (let day = first; day <= last; day = addDays(day, 1)) {
      if (this.isWorkingDay(day)) count++;
    }
    return count;
  }

  private standingOf(
    day: Day,
    naming: Naming | undefined,
  ): Pick<DayStatus, 'provisional' | 'unofficial'> {
    const official = this.years.get(yearOf(day));
    if (official === undefined) return { provisional: true };
    const isSaid = naming?.layer.official ?? official;
    return isSaid ? { provisional: false } : { provisional: false, unofficial: true };
  }

  private overlay(layer: CalendarLayer): void {
    this.years.set(layer.year, layer.official || this.years.get(layer.year) === true);
    for (const day of layer.off) this.named.set(day, { kind: 'off', layer });
    for (const day of layer.worked) this.named.set(day, { kind: 'working', layer });
  }
}

/** What counts for less first. */
function byWeight(a: CalendarLayer, b: CalendarLayer): number {
  if (a.official !== b.official) return a.official ? 1 : -1;
  return a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
