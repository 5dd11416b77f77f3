import fc from 'fast-check';
import {
  MAX_FEN,
  parseAmount,
  printAmount,
  splitByShares,
  splitByWeights,
  weightsOf,
} from './money';
import { distance, multiply, parseRatio, ratioOf } from './ratio';

const amounts = fc.bigInt({ min: 0n, max: MAX_FEN });

/** Shares that total exactly 1, with some that are nothing. */
const sharesOfOne = fc
  .array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some((weight) => weight > 0n))
  .map((weights) => {
    const total = weights.reduce((a, b) => a + b, 0n);
    return weights.map((weight) => ratioOf(weight, total));
  });

describe('parseAmount', () => {
  it.each([
    ['0.00', 0n],
    ['6863.40', 686340n],
    ['200000.00', 20000000n],
    ['10000000000000.00', MAX_FEN],
  ])('reads %s', (text, fen) => {
    expect(parseAmount(text)).toBe(fen);
  });

  it.each([
    '',
    '1',
    '1.0',
    '1.000',
    '01.00',
    '-1.00',
    '+1.00',
    '1,000.00',
    ' 1.00',
    '1.00\n',
    '10000000000000.01',
  ])('refuses "%s"', (text) => {
    expect(() => parseAmount(text)).toThrow(RangeError);
  });
});

describe('printAmount', () => {
  it('gives back what parseAmount reads', () => {
    fc.assert(fc.property(amounts, (fen) => expect(parseAmount(printAmount(fen))).toBe(fen)));
  });

  it.each([-1n, MAX_FEN + 1n])('refuses %s fen', (fen) => {
    expect(() => printAmount(fen)).toThrow(RangeError);
  });
});

describe('splitByShares', () => {
  const shares = (...texts: string[]) => texts.map(parseRatio);

  it('splits 50/40/10 exactly', () => {
    expect(splitByShares(20000000n, shares('0.5', '0.4', '0.1'))).toEqual([
      10000000n,
      8000000n,
      2000000n,
    ]);
  });

  it('gives the fen left over to the largest remainder, and of equal ones to the earlier', () => {
    expect(splitByShares(101n, shares('0.25', '0.25', '0.5'))).toEqual([25n, 25n, 51n]);
    expect(splitByShares(100n, [ratioOf(1n, 3n), ratioOf(1n, 3n), ratioOf(1n, 3n)])).toEqual([
      34n,
      33n,
      33n,
    ]);
  });

  it.each([
    ['too little', shares('0.5', '0.4')],
    ['too much', shares('0.5', '0.6')],
    ['a negative share', [ratioOf(-1n, 2n), ratioOf(3n, 2n)]],
    ['no shares', []],
  ])('refuses %s', (_, wrong) => {
    expect(() => splitByShares(100n, wrong)).toThrow(RangeError);
  });

  it('refuses an amount beyond the limits', () => {
    expect(() => splitByShares(-1n, shares('1'))).toThrow(RangeError);
    expect(() => splitByShares(MAX_FEN + 1n, shares('1'))).toThrow(RangeError);
  });

  it('adds up to the fen, each part less than a fen from its share', () => {
    fc.assert(
      fc.property(amounts, sharesOfOne, (totalFen, parts) => {
        const split = splitByShares(totalFen, parts);
        expect(split.reduce((a, b) => a + b, 0n)).toBe(totalFen);
        parts.forEach((share, index) => {
          const exact = multiply(ratioOf(totalFen), share);
          expect(distance(ratioOf(split[index] ?? -1n), exact).lt(ratioOf(1n))).toBe(true);
        });
      }),
    );
  });

  it('gives nothing for a share of nothing', () => {
    fc.assert(
      fc.property(amounts, sharesOfOne, (totalFen, parts) => {
        const split = splitByShares(totalFen, [...parts, ratioOf(0n)]);
        expect(split.at(-1)).toBe(0n);
      }),
    );
  });
});

describe('splitByWeights', () => {
  it('splits as the shares would that the weights are, however large they are', () => {
    fc.assert(
      fc.property(
        amounts,
        sharesOfOne,
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        (all, shares, times) => {
          const weights = weightsOf(shares).map((weight) => weight * times);
          expect(splitByWeights(all, weights)).toEqual(splitByShares(all, shares));
        },
      ),
    );
  });

  it.each([
    ['no weights', []],
    ['weights of nothing', [0n, 0n]],
    ['a negative weight', [2n, -1n]],
  ])('refuses %s', (_, wrong) => {
    expect(() => splitByWeights(100n, wrong)).toThrow(RangeError);
  });
});
