import fc from 'fast-check';
import { toCalendarLayer, type CalendarLayer } from './calendar-layer';
import { addDays, startOfDay, toDay, weekday, type Day } from './day';
import { toInstant } from './instant';
import { WorkingCalendar } from './working-calendar';

const layer = (
  year: number,
  publishedOn: string,
  off: string[] = [],
  worked: string[] = [],
  notice: string | null = `notice of ${publishedOn}`,
): CalendarLayer =>
  toCalendarLayer({ notice, title: `for ${year}`, publishedOn, assumed: false, year, off, worked });

const layer2023 = layer(
  2023,
  '2022-12-08',
  ['2022-12-31', '2023-04-29', '2023-04-30', '2023-05-01', '2023-05-02', '2023-05-03'],
  ['2023-04-23', '2023-05-06'],
);
const layers2020 = [
  layer(2020, '2020-01-26', ['2020-01-31', '2020-02-01', '2020-02-02']),
  layer(
    2020,
    '2019-11-21',
    ['24', '25', '26', '27', '28', '29', '30'].map((date) => `2020-01-${date}`),
    ['2020-01-19', '2020-02-01'],
  ),
];
const in2023 = new WorkingCalendar([layer2023], toDay('2023-04-01'));
const yearUnknown = (year: number) =>
  expect.objectContaining({ code: 'CALENDAR.YEAR_UNKNOWN', facts: { year } });

describe('countWorkingDays', () => {
  it('gives five from 20 to 25 April 2023, as Sunday 23 April was worked', () => {
    expect(in2023.countWorkingDays(toDay('2023-04-20'), toDay('2023-04-25'))).toBe(5);
  });

  it('gives four for the same days of a year in which that Sunday is off', () => {
    const plain = new WorkingCalendar([layer(2023, '2022-12-08')], toDay('2023-04-01'));
    expect(plain.countWorkingDays(toDay('2023-04-20'), toDay('2023-04-25'))).toBe(4);
  });

  it('counts both ends', () => {
    expect(in2023.countWorkingDays(toDay('2023-04-20'), toDay('2023-04-20'))).toBe(1);
    expect(in2023.countWorkingDays(toDay('2023-04-22'), toDay('2023-04-22'))).toBe(0);
  });

  it('refuses a last day before the first', () => {
    expect(() => in2023.countWorkingDays(toDay('2023-04-21'), toDay('2023-04-20'))).toThrow(
      RangeError,
    );
  });

  it('refuses to count into a year without a notice', () => {
    expect(() => in2023.countWorkingDays(toDay('2023-12-29'), toDay('2024-01-02'))).toThrow(
      yearUnknown(2024),
    );
  });
});

describe('isWorkingDay', () => {
  it.each([
    ['2023-04-21', true],
    ['2023-04-22', false],
    ['2023-04-23', true],
    ['2023-05-01', false],
    ['2023-05-04', true],
    ['2023-05-06', true],
  ])('on %s gives %p', (day, worked) => {
    expect(in2023.isWorkingDay(toDay(day))).toBe(worked);
  });

  it.each(['2022-12-31', '2024-01-01', '2024-01-06'])(
    'refuses %s: no notice covers its year',
    (day) => {
      expect(() => in2023.isWorkingDay(toDay(day))).toThrow(yearUnknown(Number(day.slice(0, 4))));
    },
  );
});

describe('what was known', () => {
  const known = (on: string) => new WorkingCalendar(layers2020, toDay(on));

  it('lets the prolonged Spring Festival of 2020 hold from the day of its notice', () => {
    expect(known('2020-01-26').countWorkingDays(toDay('2020-01-31'), toDay('2020-02-03'))).toBe(1);
  });

  it('counts by the first notice the day before', () => {
    expect(known('2020-01-25').countWorkingDays(toDay('2020-01-31'), toDay('2020-02-03'))).toBe(3);
  });

  it('keeps what the later notice does not name', () => {
    expect(known('2020-06-01').isWorkingDay(toDay('2020-01-19'))).toBe(true);
    expect(known('2020-06-01').isWorkingDay(toDay('2020-01-30'))).toBe(false);
    expect(known('2020-06-01').isWorkingDay(toDay('2020-02-03'))).toBe(true);
  });

  it('refuses the year before its first notice', () => {
    expect(() => known('2019-11-20').isWorkingDay(toDay('2020-03-10'))).toThrow(yearUnknown(2020));
  });

  it('takes an instant by its day in Shanghai', () => {
    const atMidnight = new WorkingCalendar(layers2020, startOfDay(toDay('2020-01-26')));
    expect(atMidnight.knownOn).toBe('2020-01-26');
    expect(atMidnight.isWorkingDay(toDay('2020-01-31'))).toBe(false);
    const justBefore = new WorkingCalendar(layers2020, toInstant('2020-01-25T23:59:59.999+08:00'));
    expect(justBefore.isWorkingDay(toDay('2020-01-31'))).toBe(true);
  });

  it('lets the notice of the next year name days of December', () => {
    const layer2022 = layer(2022, '2021-10-25', [], ['2022-12-31']);
    const both = [layer2023, layer2022];
    const saturday = toDay('2022-12-31');
    expect(new WorkingCalendar(both, toDay('2022-12-07')).isWorkingDay(saturday)).toBe(true);
    expect(new WorkingCalendar(both, toDay('2022-12-08')).isWorkingDay(saturday)).toBe(false);
  });
});

describe('status', () => {
  it.each([
    ['2023-04-21', { kind: 'working', why: 'weekday', provisional: false }],
    ['2023-04-22', { kind: 'off', why: 'weekend', provisional: false }],
    [
      '2023-04-23',
      { kind: 'working', why: 'made-up', notice: 'notice of 2022-12-08', provisional: false },
    ],
    [
      '2023-05-01',
      { kind: 'off', why: 'holiday', notice: 'notice of 2022-12-08', provisional: false },
    ],
    ['2024-05-01', { kind: 'working', why: 'weekday', provisional: true }],
    ['2024-05-04', { kind: 'off', why: 'weekend', provisional: true }],
  ])('on %s gives %j', (day, status) => {
    expect(in2023.status(toDay(day))).toEqual(status);
  });

  it('gives a weekday on which a holiday was taken back as worked, with the notice', () => {
    const layers = [
      layer(2023, '2022-12-08', ['2023-05-02']),
      layer(2023, '2023-01-05', [], ['2023-05-02']),
    ];
    expect(new WorkingCalendar(layers, toDay('2023-02-01')).status(toDay('2023-05-02'))).toEqual({
      kind: 'working',
      why: 'weekday',
      notice: 'notice of 2023-01-05',
      provisional: false,
    });
  });

  it('names a notice by its title where its number is not known', () => {
    const unnumbered = layer(2023, '2022-12-08', ['2023-05-01'], [], null);
    const calendar = new WorkingCalendar([unnumbered], toDay('2023-02-01'));
    expect(calendar.status(toDay('2023-05-01')).notice).toBe('for 2023');
  });
});

describe('nextWorkingDay and addWorkingDays', () => {
  it('gives the worked Sunday after a Friday', () => {
    expect(in2023.nextWorkingDay(toDay('2023-04-21'))).toBe('2023-04-23');
  });

  it('gives the day after the holiday', () => {
    expect(in2023.nextWorkingDay(toDay('2023-04-28'))).toBe('2023-05-04');
  });

  it('does not count the day itself', () => {
    expect(in2023.addWorkingDays(toDay('2023-04-20'), 5)).toBe('2023-04-26');
  });

  it('refuses to run into a year without a notice', () => {
    expect(() => in2023.addWorkingDays(toDay('2023-12-29'), 1)).toThrow(yearUnknown(2024));
  });

  it.each([0, -1, 1.5, NaN])('refuses %p working days', (n) => {
    expect(() => in2023.addWorkingDays(toDay('2023-04-20'), n)).toThrow(RangeError);
  });

  it('agree with counting, whatever the notices say', () => {
    fc.assert(
      fc.property(calendars, daysOf2020, fc.integer({ min: 1, max: 40 }), (calendar, day, n) => {
        const last = calendar.addWorkingDays(day, n);
        expect(calendar.isWorkingDay(last)).toBe(true);
        expect(calendar.countWorkingDays(addDays(day, 1), last)).toBe(n);
      }),
    );
  });
});

describe('the order of layers', () => {
  it('does not matter when they are of different days', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(layers2020, { minLength: 2 }), daysOf2020, (layers, day) => {
        const shuffled = new WorkingCalendar(layers, toDay('2021-01-01'));
        const ordered = new WorkingCalendar(layers2020, toDay('2021-01-01'));
        expect(shuffled.status(day)).toEqual(ordered.status(day));
      }),
    );
  });

  it('leaves days that no notice names as the week has them', () => {
    fc.assert(
      fc.property(calendars, daysOf2020, (calendar, day) => {
        const status = calendar.status(day);
        if (status.notice !== undefined) return;
        expect(status.kind).toBe(weekday(day) <= 5 ? 'working' : 'off');
      }),
    );
  });
});

const daysOf2020: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 365 })
  .map((n) => addDays(toDay('2020-01-01'), n));

const calendars = fc
  .tuple(fc.uniqueArray(daysOf2020, { maxLength: 60 }), fc.nat(60))
  .map(([days, cut]) => {
    const named = layer(2020, '2019-11-21', days.slice(0, cut), days.slice(cut));
    return new WorkingCalendar([named, layer(2021, '2020-11-25')], toDay('2021-01-01'));
  });
