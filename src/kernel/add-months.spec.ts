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
  ])('takes %s and %i months to %s', (from, months, to) => {
    expect(addMonths(toDay(from), months)).toBe(to);
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
