import fc from 'fast-check';
import { addDays, dayOf, daysBetween, startOfDay, toDay, weekday, type Day } from './day';

const someDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 40_000 })
  .map((n) => addDays(toDay('1992-01-01'), n));
const someCount = fc.integer({ min: -20_000, max: 20_000 });

describe('toDay', () => {
  it('gives the day it was given', () => {
    expect(toDay('2023-04-23')).toBe('2023-04-23');
  });

  it('gives 29 February of a leap year', () => {
    expect(toDay('2024-02-29')).toBe('2024-02-29');
  });

  it.each([
    '2023-02-29',
    '2023-02-30',
    '2023-04-31',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '2023-1-1',
    '2023/01/01',
    '2023-01-01T00:00:00Z',
    ' 2023-01-01',
    '2023-01-01\n',
    '12023-01-01',
    '２０２３-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(() => toDay(text)).toThrow(RangeError);
  });
});

describe('dayOf', () => {
  it('gives the new day at midnight in Shanghai', () => {
    expect(dayOf(new Date('2020-04-10T16:00:00.000Z'))).toBe('2020-04-11');
  });

  it('gives the old day a millisecond earlier', () => {
    expect(dayOf(new Date('2020-04-10T15:59:59.999Z'))).toBe('2020-04-10');
  });

  it('gives the day that the time zone database says', () => {
    const inShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    const since1992 = fc.date({
      min: new Date('1992-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(since1992, (instant) => {
        expect(dayOf(instant)).toBe(inShanghai.format(instant));
      }),
    );
  });

  it('refuses an invalid date', () => {
    expect(() => dayOf(new Date(NaN))).toThrow(RangeError);
  });

  it('refuses a year beyond 9999', () => {
    expect(() => dayOf(new Date('+010000-06-01T00:00:00Z'))).toThrow(RangeError);
  });
});

describe('startOfDay', () => {
  it('gives midnight in Shanghai', () => {
    expect(startOfDay(toDay('2020-04-11')).toISOString()).toBe('2020-04-10T16:00:00.000Z');
  });

  it('gives the first instant of the day: the one before belongs to the day before', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const start = startOfDay(day);
        expect(dayOf(start)).toBe(day);
        expect(dayOf(new Date(start.getTime() - 1))).toBe(addDays(day, -1));
      }),
    );
  });
});

describe('addDays and daysBetween', () => {
  it('gives the day after the end of February', () => {
    expect(addDays(toDay('2023-02-28'), 1)).toBe('2023-03-01');
    expect(addDays(toDay('2024-02-28'), 1)).toBe('2024-02-29');
  });

  it('gives 32 days from 10 March to 11 April', () => {
    expect(daysBetween(toDay('2020-03-10'), toDay('2020-04-11'))).toBe(32);
  });

  it('undo each other', () => {
    fc.assert(
      fc.property(someDay, someCount, (day, n) => {
        const other = addDays(day, n);
        expect(daysBetween(day, other)).toBe(n);
        expect(addDays(other, -n)).toBe(day);
      }),
    );
  });

  it('order days as their text does', () => {
    fc.assert(
      fc.property(someDay, someDay, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
    );
  });

  it.each([0.5, NaN, Infinity])('refuses %p days', (n) => {
    expect(() => addDays(toDay('2023-01-01'), n)).toThrow(RangeError);
  });

  it('refuses to leave the years of four digits', () => {
    expect(() => addDays(toDay('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(toDay('0000-01-01'), -1)).toThrow(RangeError);
  });
});

describe('weekday', () => {
  it('gives 7 for the Sunday that was worked and 1 for the Monday after', () => {
    expect(weekday(toDay('2023-04-23'))).toBe(7);
    expect(weekday(toDay('2023-04-24'))).toBe(1);
  });

  it('runs through 1 to 7 and comes back after seven days', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(weekday(addDays(day, 1))).toBe((weekday(day) % 7) + 1);
        expect(weekday(addDays(day, 7))).toBe(weekday(day));
      }),
    );
  });
});
