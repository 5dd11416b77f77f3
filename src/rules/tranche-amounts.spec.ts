import fc from 'fast-check';
import { MAX_FEN, parseAmount } from '../kernel/money';
import { smallRound } from './small-round.fixture';
import { payableTranche, splitAward } from './tranche-amounts';

const { tranches } = smallRound();
const [first, second, last] = tranches as [
  (typeof tranches)[0],
  (typeof tranches)[0],
  (typeof tranches)[0],
];

const amounts = fc.bigInt({ min: 0n, max: MAX_FEN });

describe('splitAward', () => {
  it('cuts 50 / 40 / 10, with the sum', () => {
    const parts = splitAward(tranches, parseAmount('180000.00'));
    expect(parts.map(({ code, amountFen }) => [code, amountFen])).toEqual([
      ['first', parseAmount('90000.00')],
      ['second', parseAmount('72000.00')],
      ['last', parseAmount('18000.00')],
    ]);
    expect(parts[1]?.explanation).toEqual({
      rule: '/tranches/second/share',
      inputs: { award: '180000.00', share: '0.4' },
      arithmetic: '180000.00 × 0.4 ≈ 72000.00',
    });
  });

  it('gives the odd fen to the largest remainder', () => {
    // 0.03 yuan: 1.5, 1.2 and 0.3 fen.
    expect(splitAward(tranches, 3n).map(({ amountFen }) => amountFen)).toEqual([2n, 1n, 0n]);
  });

  it('adds up to the award, to the fen', () => {
    fc.assert(
      fc.property(amounts, (awardFen) => {
        const parts = splitAward(tranches, awardFen);
        expect(parts.reduce((total, { amountFen }) => total + amountFen, 0n)).toBe(awardFen);
      }),
    );
  });
});

describe('payableTranche', () => {
  const amountFen = parseAmount('18000.00');
  const graded = (grade: string) => ({ grade, passed: grade !== 'fail' });

  it('pays all of a tranche whose trigger is the contract', () => {
    expect(payableTranche(first, amountFen)).toMatchObject({
      payableFen: amountFen,
      releasedFen: 0n,
    });
  });

  it('pays all on a passed mid-term, and nothing on a failed one', () => {
    expect(payableTranche(second, amountFen, graded('pass'))).toMatchObject({
      payableFen: amountFen,
      releasedFen: 0n,
    });
    expect(payableTranche(second, amountFen, graded('fail'))).toMatchObject({
      payableFen: 0n,
      releasedFen: amountFen,
    });
  });

  it.each([
    ['excellent', '18000.00', '0.00'],
    ['good', '18000.00', '0.00'],
    ['pass', '9000.00', '9000.00'],
    ['fail', '0.00', '18000.00'],
  ])('pays %s by its factor', (grade, payable, released) => {
    expect(payableTranche(last, amountFen, graded(grade))).toMatchObject({
      payableFen: parseAmount(payable),
      releasedFen: parseAmount(released),
    });
  });

  it('tells the sum', () => {
    expect(payableTranche(last, 3n, graded('pass')).explanation).toEqual({
      rule: '/tranches/last/trigger',
      inputs: { amount: '0.03', factor: '0.5', grade: 'pass' },
      arithmetic: '0.03 × 0.5 ≈ 0.02; 0.03 - 0.02 = 0.01',
    });
  });

  it('refuses to pay before the evaluation, or by a grade without a factor', () => {
    expect(() => payableTranche(second, amountFen)).toThrow(RangeError);
    expect(() => payableTranche(last, amountFen)).toThrow(RangeError);
    expect(() => payableTranche(last, amountFen, graded('superb'))).toThrow(RangeError);
  });

  it('pays and releases the whole tranche together, never more for a worse grade', () => {
    fc.assert(
      fc.property(amounts, (fen) => {
        const paid = ['excellent', 'good', 'pass', 'fail'].map((grade) => {
          const { payableFen, releasedFen } = payableTranche(last, fen, graded(grade));
          expect(payableFen + releasedFen).toBe(fen);
          return payableFen;
        });
        expect(paid).toEqual([...paid].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
      }),
    );
  });
});
