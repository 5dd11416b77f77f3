import * as fc from 'fast-check';
import { addDays, daysBetween, toDay } from './day';
import { addMonths } from './add-months';

describe('addMonths', () => {
  it.each([
    ['2019-04-10', 12, '2020-04-10'],
    ['2019-01-31', 1, '2019-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2020-02-29', 12, '2021-02-28'],
    ['2019-11-30', 3, '2020-02-29'],
    ['2019-12-15', 1, '2020-01-15'],
    ['2020-03-31', 0, '2020-03-31'],
    ['2023-12-20', -12, '2022-12-20'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2023-01-31', -2, '2022-11-30'],
    ['2023-01-05', -25, '2020-12-05'],
  ])('takes %s and %i months to %s', (from, months, to) => {
    expect(addMonths(toDay(from), months)).toBe(to);
  });

  it('goes back as many months as forth, from a day that every month has', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(toDay('2000-01-01'), n));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 240 }), (day, months) => {
        const there = toDay(`${day.slice(0, 8)}28`);
        expect(addMonths(addMonths(there, months), -months)).toBe(there);
      }),
    );
  });

  it('never goes back when months are added, and never leaves the month it should be in', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(toDay('2000-01-01'), n));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), (day, months) => {
        const later = addMonths(day, months);
        expect(daysBetween(later, addMonths(day, months + 1))).toBeGreaterThanOrEqual(28);
        const monthOf = (d: string) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7));
        expect(monthOf(later) - monthOf(day)).toBe(months);
      }),
    );
  });
});
