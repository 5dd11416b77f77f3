import fc from 'fast-check';
import { parseAmount } from '../kernel/money';
import { costLimits } from './cost-limits';
import type { CostLimit } from './rule-set.types';

const staff: CostLimit = {
  code: 'staff-share',
  name: { zh: '人员费用', en: 'Staff' },
  lines: ['staff', 'training'],
  of: 'grant',
  maxShare: '0.3',
};
const activities: CostLimit = {
  code: 'activities-share',
  name: { zh: '活动费用', en: 'Activities' },
  lines: ['activities'],
  of: 'budget',
  minShare: '0.5',
};

const limitsOf = (limits: CostLimit[], lines: Record<string, string>, grant = '100000.00') =>
  costLimits(
    { costLimits: limits },
    {
      budgetFen: parseAmount('200000.00'),
      grantFen: parseAmount(grant),
      lines: new Map(Object.entries(lines).map(([code, amount]) => [code, parseAmount(amount)])),
    },
  );

describe('costLimits', () => {
  it('limits nothing where the rules say nothing', () => {
    const nothing = costLimits({}, { budgetFen: 1n, grantFen: 1n, lines: new Map() });
    expect(nothing).toMatchObject({ refusal: null, explanation: { rule: '/costLimits' } });
  });

  it('lets lines together take exactly their share of the grant, and not a fen more', () => {
    expect(limitsOf([staff], { staff: '20000.00', training: '10000.00' })).toEqual({
      refusal: null,
      explanation: {
        rule: '/costLimits',
        inputs: {
          grant: '100000.00',
          'staff-share.lines': '30000.00',
          'staff-share.maxShare': '0.3',
        },
        arithmetic: '30000.00 ≤ 100000.00 × 0.3 ≈ 30000.00',
        words: {
          zh: '“人员费用”合计30000.00元，最多可占资助额100000.00元的0.3（即30000.00元），符合。',
          en: '“Staff” comes to 30000.00 yuan; it must be at most 0.3 of the grant of 100000.00 yuan, which is 30000.00 yuan and is kept.',
        },
      },
    });
    expect(limitsOf([staff], { staff: '20000.00', training: '10000.01' }).refusal).toMatchObject({
      code: 'COSTS.ABOVE_SHARE',
      facts: { limit: 'staff-share', lines: '30000.01', base: '100000.00', most: '30000.00' },
    });
  });

  it('asks lines for exactly their share of the budget, and not for a fen more', () => {
    expect(limitsOf([activities], { activities: '100000.00' }).refusal).toBeNull();
    expect(limitsOf([activities], { activities: '99999.99' }).refusal).toMatchObject({
      code: 'COSTS.BELOW_SHARE',
      facts: { limit: 'activities-share', base: '200000.00', least: '100000.00' },
    });
  });

  it('takes a line that is not there for nothing', () => {
    expect(limitsOf([staff], {}).refusal).toBeNull();
    expect(limitsOf([activities], {}).refusal?.code).toBe('COSTS.BELOW_SHARE');
  });

  it('holds a limit with a least and a most against both', () => {
    const both = { ...activities, maxShare: '0.6' };
    expect(limitsOf([both], { activities: '120000.00' }).refusal).toBeNull();
    expect(limitsOf([both], { activities: '120000.01' }).refusal?.code).toBe('COSTS.ABOVE_SHARE');
    expect(limitsOf([both], { activities: '99999.99' }).refusal?.code).toBe('COSTS.BELOW_SHARE');
  });

  it('refuses by the first limit that is broken, and tells the sum of all', () => {
    const { refusal, explanation } = limitsOf([staff, activities], { staff: '90000.00' });
    expect(refusal?.facts).toMatchObject({ limit: 'staff-share' });
    expect(explanation.words.zh).toMatch(/不符合；.*不符合。$/);
  });

  it('never lets lines go beyond their share, whatever the figures', () => {
    const fen = fc.bigInt({ min: 0n, max: 10n ** 12n });
    const thousandths = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(fen, fen, thousandths, (lineFen, grantFen, n) => {
        const limit = { ...staff, maxShare: (n / 1000).toFixed(3) };
        const { refusal } = costLimits(
          { costLimits: [limit] },
          { budgetFen: 0n, grantFen, lines: new Map([['staff', lineFen]]) },
        );
        expect(refusal === null).toBe(lineFen * 1000n <= grantFen * BigInt(n));
      }),
    );
  });
});
