import fc from 'fast-check';
import { lessParts, partsOf, partsOfTranches, totalOf, type FundPart } from './fund-parts';

const fund = (fundId: string, amountFen: bigint): FundPart => ({ fundId, amountFen });

const draws = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 5 })
  .map((amounts) => amounts.map((amountFen, index) => fund(`fund-${index}`, amountFen)));

/** Draws, and any cut of their whole into up to six tranches. */
const cuts = draws.chain((held) => {
  const total = totalOf(held);
  return fc
    .array(fc.bigInt({ min: 0n, max: total }), { maxLength: 5 })
    .map((marks) => [0n, ...marks.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)), total])
    .map((marks) => ({
      held,
      amounts: marks.slice(1).map((mark, index) => mark - marks[index]!),
    }));
});

describe('partsOf', () => {
  it('gives parts in proportion to what the funds hold', () => {
    const held = [fund('lottery', 60_000n), fund('fiscal', 40_000n)];
    expect(partsOf(50_000n, held)).toEqual([fund('lottery', 30_000n), fund('fiscal', 20_000n)]);
  });

  it('gives the odd fen to the largest remainder', () => {
    const held = [fund('lottery', 2n), fund('fiscal', 1n)];
    expect(partsOf(1n, held)).toEqual([fund('lottery', 1n), fund('fiscal', 0n)]);
  });

  it('gives nothing from funds that hold nothing', () => {
    expect(partsOf(0n, [fund('lottery', 0n)])).toEqual([fund('lottery', 0n)]);
  });

  it('refuses to take more than the funds hold', () => {
    expect(() => partsOf(101n, [fund('lottery', 100n)])).toThrow(RangeError);
    expect(partsOf(100n, [fund('lottery', 100n)])).toEqual([fund('lottery', 100n)]);
  });

  it('gives parts that add up to the amount, none above what its fund holds', () => {
    const cases = draws.chain((held) =>
      fc.bigInt({ min: 0n, max: totalOf(held) }).map((amount) => ({ held, amount })),
    );
    fc.assert(
      fc.property(cases, ({ held, amount }) => {
        const parts = partsOf(amount, held);
        expect(totalOf(parts)).toBe(amount);
        for (const { amountFen } of [...parts, ...lessParts(held, parts)]) {
          expect(amountFen).toBeGreaterThanOrEqual(0n);
        }
      }),
    );
  });
});

describe('partsOfTranches', () => {
  it('gives a fund no fen too many where each tranche alone would round up for it', () => {
    const parts = partsOfTranches([1n, 1n, 1n], [fund('lottery', 2n), fund('fiscal', 1n)]);
    const lottery = parts.map(([first]) => first!.amountFen);
    expect(lottery.reduce((total, amount) => total + amount, 0n)).toBe(2n);
  });

  it('gives parts that add up both to every tranche and to every draw', () => {
    fc.assert(
      fc.property(cuts, ({ held, amounts }) => {
        const parts = partsOfTranches(amounts, held);
        expect(parts.map(totalOf)).toEqual(amounts);
        held.forEach(({ amountFen }, index) => {
          const taken = parts.reduce((total, row) => total + row[index]!.amountFen, 0n);
          expect(taken).toBe(amountFen);
        });
      }),
    );
  });

  it('refuses tranches that are not the whole of the draws', () => {
    expect(() => partsOfTranches([1n], [fund('lottery', 2n)])).toThrow(RangeError);
    expect(partsOfTranches([2n], [fund('lottery', 2n)])).toEqual([[fund('lottery', 2n)]]);
  });
});
