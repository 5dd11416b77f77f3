import fc from 'fast-check';
import { costLimits, type CostLimit } from '../../src/rules';
import { keepLimits } from './keep-limits';
import { totalOf } from './yuan';

const limit = (maxShare: string | undefined, minShare?: string): CostLimit => ({
  ...{ code: 'people', name: { zh: '人员', en: 'People' }, lines: ['staff'], of: 'budget' },
  ...(maxShare !== undefined && { maxShare }),
  ...(minShare !== undefined && { minShare }),
});
const lines = fc.record({
  staff: fc.bigInt({ min: 0n, max: 10_000_000n }),
  activities: fc.bigInt({ min: 1n, max: 10_000_000n }),
});
const share = fc.integer({ min: 0, max: 100 }).map((percent) => (percent / 100).toFixed(2));

describe('keepLimits', () => {
  it('keeps any limit on one line, at most or at least, and never changes the whole budget', () => {
    fc.assert(
      fc.property(lines, share, fc.boolean(), (given, bound, isMost) => {
        const budgetFen = given.staff + given.activities;
        const limits = [isMost ? limit(bound) : limit(undefined, bound)];
        const bases = { budget: budgetFen, grant: budgetFen };
        const kept = keepLimits(new Map(Object.entries(given)), bases, limits);
        expect(totalOf([...kept.values()])).toBe(budgetFen);
        const project = { budgetFen, grantFen: budgetFen, lines: kept };
        expect(costLimits({ costLimits: limits }, project).refusal).toBeNull();
      }),
    );
  });

  it('leaves a budget alone that keeps to its limits', () => {
    const given = new Map([
      ['staff', 30n],
      ['activities', 70n],
    ]);
    expect(keepLimits(given, { budget: 100n, grant: 100n }, [limit('0.3')])).toEqual(given);
  });
});
