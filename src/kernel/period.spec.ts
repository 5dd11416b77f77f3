import { toCalendarLayer } from './calendar-layer';
import { addDays, toDay } from './day';
import { printInstant, toInstant } from './instant';
import { duePeriod, laterOf, noticeLastDay, type Pause, type PeriodCount } from './period';
import { WorkingCalendar } from './working-calendar';

const notice2023 = '国办发明电〔2022〕16号';
const days = (from: string, n: number) =>
  Array.from({ length: n }, (_, i) => addDays(toDay(from), i));

const in2023 = new WorkingCalendar(
  [
    toCalendarLayer({
      notice: notice2023,
      title: '国务院办公厅关于2023年部分节假日安排的通知',
      publishedOn: '2022-12-08',
      assumed: false,
      year: 2023,
      off: [...days('2022-12-31', 3), ...days('2023-04-29', 5), ...days('2023-09-29', 8)],
      worked: ['2023-04-23', '2023-05-06', '2023-10-07', '2023-10-08'],
    }),
  ],
  toDay('2023-01-01'),
);

const workingDays = (n: number): PeriodCount => ({ unit: 'workingDays', n });
const calendarDays = (n: number): PeriodCount => ({ unit: 'calendarDays', n });
const rollOn = (n: number): PeriodCount => ({ unit: 'calendarDaysRollOn', n });
const dueOn = (start: string, count: PeriodCount, pauses: Pause[] = []) =>
  duePeriod(toDay(start), count, in2023, pauses).dueOn;

describe('duePeriod', () => {
  it('does not count the day of the event', () => {
    expect(dueOn('2023-04-20', workingDays(1))).toBe('2023-04-21');
    expect(dueOn('2023-04-20', calendarDays(1))).toBe('2023-04-21');
  });

  it('counts the Sunday that is worked and leaves out the holiday', () => {
    expect(dueOn('2023-04-20', workingDays(2))).toBe('2023-04-23');
    expect(dueOn('2023-04-27', workingDays(4))).toBe('2023-05-06');
  });

  it('is due at the first instant after the last day', () => {
    const { dueAt } = duePeriod(toDay('2023-04-20'), workingDays(2), in2023);
    expect(printInstant(dueAt)).toBe('2023-04-24T00:00:00.000+08:00');
  });

  it('takes the day in Shanghai of an event at an instant', () => {
    const lateOn20 = toInstant('2023-04-20T23:59:59.999+08:00');
    const earlyOn21 = toInstant('2023-04-20T16:00:00Z');
    expect(duePeriod(lateOn20, calendarDays(5), in2023).dueOn).toBe('2023-04-25');
    expect(duePeriod(earlyOn21, calendarDays(5), in2023).dueOn).toBe('2023-04-26');
  });

  it('lets calendar days end on a day off', () => {
    expect(dueOn('2023-04-20', calendarDays(10))).toBe('2023-04-30');
  });

  it('runs on to the next working day where the unit says so', () => {
    expect(dueOn('2023-04-20', rollOn(10))).toBe('2023-05-04');
    expect(dueOn('2023-04-15', rollOn(7))).toBe('2023-04-23');
  });

  it('does not run on from a working day, made-up Sundays among them', () => {
    expect(dueOn('2023-04-20', rollOn(3))).toBe('2023-04-23');
    expect(dueOn('2023-04-20', rollOn(4))).toBe('2023-04-24');
  });

  it('needs no holiday notice to count calendar days', () => {
    expect(dueOn('2023-12-30', calendarDays(30))).toBe('2024-01-29');
  });

  it.each([workingDays(1), rollOn(2)])('refuses %j into a year without a notice', (count) => {
    expect(() => dueOn('2023-12-31', count)).toThrow(
      expect.objectContaining({ code: 'CALENDAR.YEAR_UNKNOWN', facts: { year: 2024 } }),
    );
  });

  it.each([0, -1, 2.5, NaN, Infinity])('refuses a count of %p', (n) => {
    expect(() => dueOn('2023-04-20', workingDays(n))).toThrow(RangeError);
  });

  it('refuses a period of more than forty years', () => {
    expect(() => dueOn('2023-04-20', calendarDays(15_001))).toThrow(RangeError);
  });

  it('takes a period of fifteen years, as files are kept', () => {
    expect(dueOn('2023-04-20', calendarDays(5479))).toBe('2038-04-20');
  });
});

describe('a moment that the rule names', () => {
  const closesAt = toInstant('2020-04-11T00:00:00+08:00');

  it('is due at that moment, the day before being the last in time', () => {
    const due = duePeriod(closesAt, { unit: 'instant' }, in2023);
    expect(due.dueAt).toEqual(closesAt);
    expect(due.dueOn).toBe('2020-04-10');
    expect(due.explanation.days).toEqual([]);
  });

  it('falls on the first moment of a day given without a time', () => {
    expect(duePeriod(toDay('2020-04-11'), { unit: 'instant' }, in2023).dueAt).toEqual(closesAt);
  });

  it('has its own day as the last one when it is not midnight', () => {
    const at17 = toInstant('2020-04-10T17:00:00+08:00');
    expect(duePeriod(at17, { unit: 'instant' }, in2023).dueOn).toBe('2020-04-10');
  });
});

describe('pauses', () => {
  it('leave out their days, the first and the last included', () => {
    const pause = { from: toDay('2023-04-21'), until: toDay('2023-04-23') };
    expect(dueOn('2023-04-20', calendarDays(2), [pause])).toBe('2023-04-25');
    expect(dueOn('2023-04-20', workingDays(2), [pause])).toBe('2023-04-25');
  });

  it('leave out a day once where they overlap', () => {
    const pauses = [
      { from: toDay('2023-04-21'), until: toDay('2023-04-22') },
      { from: toDay('2023-04-22'), until: toDay('2023-04-23') },
    ];
    expect(dueOn('2023-04-20', calendarDays(2), pauses)).toBe('2023-04-25');
  });

  it('do not let a period run on into them', () => {
    const pause = { from: toDay('2023-05-04'), until: toDay('2023-05-05') };
    expect(dueOn('2023-04-20', rollOn(10), [pause])).toBe('2023-05-06');
  });

  it('that lie outside the period change nothing', () => {
    const pauses = [
      { from: toDay('2023-04-01'), until: toDay('2023-04-20') },
      { from: toDay('2023-04-24') },
    ];
    expect(dueOn('2023-04-20', workingDays(2), pauses)).toBe('2023-04-23');
  });

  it('that have not ended refuse a due date and tell how far the count got', () => {
    const open = [{ from: toDay('2023-04-24') }];
    expect(() => dueOn('2023-04-20', workingDays(3), open)).toThrow(
      expect.objectContaining({
        code: 'CALENDAR.PERIOD_PAUSED',
        facts: { since: '2023-04-24', counted: 2, total: 3 },
      }),
    );
  });

  it('that end before they begin are refused', () => {
    const backwards = [{ from: toDay('2023-04-24'), until: toDay('2023-04-23') }];
    expect(() => dueOn('2023-04-20', workingDays(1), backwards)).toThrow(RangeError);
  });
});

describe('noticeLastDay', () => {
  it('gives 25 April 2023 for five working days from 20 April, both days counted', () => {
    const due = noticeLastDay(toDay('2023-04-20'), 5, in2023);
    expect(due.dueOn).toBe('2023-04-25');
    expect(printInstant(due.dueAt)).toBe('2023-04-26T00:00:00.000+08:00');
  });

  it('ends a day before a period of as many days from an event on that day', () => {
    expect(dueOn('2023-04-20', workingDays(5))).toBe('2023-04-26');
  });

  it('begins on the next working day when published on a day off', () => {
    expect(noticeLastDay(toDay('2023-04-29'), 1, in2023).dueOn).toBe('2023-05-04');
  });

  it('begins at once on a Sunday that is worked', () => {
    expect(noticeLastDay(toDay('2023-04-23'), 1, in2023).dueOn).toBe('2023-04-23');
  });

  it('leaves out paused days', () => {
    const pause = { from: toDay('2023-04-21'), until: toDay('2023-04-24') };
    expect(noticeLastDay(toDay('2023-04-20'), 2, in2023, [pause]).dueOn).toBe('2023-04-25');
  });
});

describe('laterOf', () => {
  const due = (at: string) => ({ dueAt: toInstant(at), told: at });
  const told = due('2023-05-05T00:00:00+08:00');

  it('moves a due date later', () => {
    const recomputed = due('2023-05-06T00:00:00+08:00');
    expect(laterOf(told, recomputed)).toBe(recomputed);
  });

  it('never moves it earlier', () => {
    expect(laterOf(told, due('2023-05-04T00:00:00+08:00'))).toBe(told);
  });

  it('keeps what was told when both are equal', () => {
    expect(laterOf(told, due('2023-05-05T00:00:00+08:00'))).toBe(told);
  });
});

describe('the explanation as data', () => {
  it('lists every day from the event to the last one', () => {
    const { explanation } = duePeriod(toDay('2023-04-21'), workingDays(2), in2023);
    expect(explanation.rule).toBe('after-event');
    expect(explanation.days).toEqual([
      { day: '2023-04-21', counted: false, why: 'event-day' },
      { day: '2023-04-22', counted: false, why: 'weekend' },
      { day: '2023-04-23', counted: true, why: 'made-up', notice: notice2023 },
      { day: '2023-04-24', counted: true, why: 'weekday' },
    ]);
  });

  it('tells from which day a period ran on, and over which', () => {
    const { explanation } = duePeriod(toDay('2023-05-01'), rollOn(2), in2023);
    expect(explanation.days).toEqual([
      { day: '2023-05-01', counted: false, why: 'event-day' },
      { day: '2023-05-02', counted: true, why: 'calendar-day' },
      { day: '2023-05-03', counted: true, why: 'holiday', notice: notice2023 },
      { day: '2023-05-04', counted: false, why: 'rolled-on' },
    ]);
  });
});
