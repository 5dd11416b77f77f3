import fc from 'fast-check';
import { parseAmount } from '../kernel/money';
import { Refusal } from '../kernel/refusal';
import { grantAmount } from './grant-amount';
import { smallRound } from './small-round.fixture';

const rules = smallRound();
const capped = smallRound(({ categories }) => (categories[0]!.cap = '100000.00'));

const grantOf = (budget: string, ownFunds: string, category: string | null = null, by = rules) =>
  grantAmount(by, {
    budgetFen: parseAmount(budget),
    ownFundsFen: parseAmount(ownFunds),
    category,
  });

describe('grantAmount', () => {
  it('gives the budget less own funds, with the sum', () => {
    expect(grantOf('300000.00', '130000.50')).toEqual({
      grantFen: parseAmount('169999.50'),
      explanation: {
        rule: '/amount',
        inputs: {
          budget: '300000.00',
          ownFunds: '130000.50',
          maxShareOfBudget: '0.6',
          maxAmount: '500000.00',
        },
        arithmetic:
          '300000.00 - 130000.50 = 169999.50; 169999.50 ≤ 300000.00 × 0.6 = 180000.00; 169999.50 ≤ 500000.00',
      },
    });
  });

  it('takes exactly 60 % and refuses a fen more', () => {
    expect(grantOf('300000.00', '120000.00').grantFen).toBe(parseAmount('180000.00'));
    expect(() => grantOf('300000.00', '119999.99')).toThrow(
      expect.objectContaining({
        code: 'GRANT.ABOVE_SHARE',
        facts: { grant: '180000.01', share: '0.6', limit: '180000.00' },
      }),
    );
  });

  it('takes exactly the cap and refuses a fen more', () => {
    expect(grantOf('1000000.00', '500000.00').grantFen).toBe(parseAmount('500000.00'));
    expect(() => grantOf('1000000.00', '499999.99')).toThrow(
      expect.objectContaining({
        code: 'GRANT.ABOVE_CAP',
        facts: { grant: '500000.01', limit: '500000.00' },
      }),
    );
  });

  it('takes exactly the cap of its category and refuses a fen more, which another category may ask for', () => {
    const { grantFen, explanation } = grantOf('200000.00', '100000.00', 'elderly', capped);
    expect(grantFen).toBe(parseAmount('100000.00'));
    expect(explanation.inputs).toMatchObject({ categoryCap: '100000.00' });
    expect(explanation.arithmetic).toMatch(/; 100000\.00 ≤ 500000\.00; 100000\.00 ≤ 100000\.00$/);
    expect(() => grantOf('200000.00', '99999.99', 'elderly', capped)).toThrow(
      expect.objectContaining({
        code: 'GRANT.ABOVE_CATEGORY_CAP',
        facts: { grant: '100000.01', limit: '100000.00', category: 'elderly' },
      }),
    );
    expect(grantOf('200000.00', '99999.99', 'youth', capped).grantFen).toBe(
      parseAmount('100000.01'),
    );
  });

  it('refuses a share that only rounding would allow', () => {
    // 60 % of 0.03 yuan is 1.8 fen.
    expect(grantOf('0.03', '0.02').grantFen).toBe(1n);
    expect(() => grantOf('0.03', '0.01')).toThrow(
      expect.objectContaining({ code: 'GRANT.ABOVE_SHARE' }),
    );
  });

  it.each([
    ['own funds above the budget', '100.00', '100.01', 'GRANT.OWN_FUNDS_ABOVE_BUDGET'],
    ['own funds that cover the budget', '100.00', '100.00', 'GRANT.NOTHING_ASKED'],
    ['a project that costs nothing', '0.00', '0.00', 'GRANT.NOTHING_ASKED'],
  ])('refuses %s', (_, budget, ownFunds, code) => {
    expect(() => grantOf(budget, ownFunds)).toThrow(expect.objectContaining({ code }));
  });

  it('keeps within both limits whatever it gives', () => {
    const fen = fc.bigInt({ min: 0n, max: 200_000_000n });
    fc.assert(
      fc.property(fen, fen, (budgetFen, ownFundsFen) => {
        try {
          const { grantFen } = grantAmount(rules, { budgetFen, ownFundsFen, category: null });
          expect(grantFen + ownFundsFen).toBe(budgetFen);
          expect(grantFen * 10n <= budgetFen * 6n).toBe(true);
          expect(grantFen <= 50_000_000n).toBe(true);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          const allowed =
            ownFundsFen < budgetFen &&
            (budgetFen - ownFundsFen) * 10n <= budgetFen * 6n &&
            budgetFen - ownFundsFen <= 50_000_000n;
          expect(allowed).toBe(false);
        }
      }),
    );
  });
});
