import fc from 'fast-check';
import { addDays, daysBetween, toDay } from '../../../kernel/day';
import { periodOf } from './duty-periods';

const project = { from: toDay('2020-06-12'), to: toDay('2020-12-31') };

describe('periodOf', () => {
  it.each([
    ['week', '2020-06-17', '2020-06-15', '2020-06-21'],
    ['week', '2020-06-12', '2020-06-12', '2020-06-14'],
    ['month', '2020-09-30', '2020-09-01', '2020-09-30'],
    ['month', '2020-06-12', '2020-06-12', '2020-06-30'],
    ['quarter', '2020-08-15', '2020-07-01', '2020-09-30'],
    ['quarter', '2020-12-31', '2020-10-01', '2020-12-31'],
    ['once', '2020-08-15', '2020-06-12', '2020-12-31'],
  ] as const)('finds the %s of %s, cut to the project', (every, day, from, to) => {
    expect(periodOf(every, toDay(day), project)).toEqual({ from, to });
  });

  it('finds none where nothing is counted by time, or the project is over', () => {
    expect(periodOf(undefined, toDay('2020-08-15'), project)).toBeNull();
    expect(periodOf('activity', toDay('2020-08-15'), project)).toBeNull();
    expect(periodOf('month', toDay('2021-01-01'), project)).toBeNull();
  });

  it('covers every day of the project once, one period after the other', () => {
    const every = fc.constantFrom('week', 'month', 'quarter', 'once');
    const days = fc.tuple(
      fc.integer({ min: 0, max: 2_000 }).map((n) => addDays(toDay('2019-01-01'), n)),
      fc.integer({ min: 0, max: 800 }),
    );
    fc.assert(
      fc.property(every, days, (kind, [from, length]) => {
        const own = { from, to: addDays(from, length) };
        let day = from;
        let counted = 0;
        for (;;) {
          const period = periodOf(kind, day, own);
          if (period === null) break;
          expect(period.from).toBe(day);
          counted += daysBetween(period.from, period.to) + 1;
          day = addDays(period.to, 1);
        }
        expect(counted).toBe(length + 1);
      }),
    );
  });
});
