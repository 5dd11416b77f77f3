import fc from 'fast-check';
import { parseAmount, printAmount } from '../kernel/money';
import { matchGifts } from './gift-match';
import type { AmountRuleOf } from './grant-family';

const dongguan: AmountRuleOf<'gift-match'> = {
  variant: 'gift-match',
  ratio: '2',
  capWithGifts: '500000.00',
  capWithoutGifts: '300000.00',
};

const matched = (lacking: string, gifts: string, rule = dongguan) =>
  printAmount(matchGifts(rule, parseAmount(lacking), parseAmount(gifts)).grantFen);

describe('matchGifts', () => {
  it.each([
    [
      'is what is lacking, without gifts and within the lower cap',
      '250000.00',
      '0.00',
      '250000.00',
    ],
    ['is the lower cap without gifts', '400000.00', '0.00', '300000.00'],
    [
      'is twice the gifts, topped up to the rest of the budget',
      '400000.00',
      '100000.00',
      '300000.00',
    ],
    ['is twice the gifts, topped up to the lower cap', '1000000.00', '100000.00', '300000.00'],
    [
      'is twice the gifts without a top-up beyond the lower cap',
      '1000000.00',
      '200000.00',
      '400000.00',
    ],
    ['is the higher cap with many gifts', '1000000.00', '300000.00', '500000.00'],
    ['is only what the gifts leave open', '400000.00', '300000.00', '100000.00'],
    ['is nothing when the gifts cover the budget', '400000.00', '400000.00', '0.00'],
    [
      'is nothing when there are more gifts than the budget lacks',
      '400000.00',
      '900000.00',
      '0.00',
    ],
  ])('%s', (_, lacking, gifts, grant) => {
    expect(matched(lacking, gifts)).toBe(grant);
  });

  it('takes part of a yuan by the ratio, and no part of a fen', () => {
    expect(matched('1.00', '0.03', { ...dongguan, ratio: '1.5', capWithoutGifts: '0.00' })).toBe(
      '0.04',
    );
  });

  it('tells the sum in figures and words', () => {
    const { arithmetic, words } = matchGifts(dongguan, 40_000_000n, 10_000_000n);
    expect(arithmetic).toBe(
      'max(0, 400000.00 - 100000.00) = 300000.00; min(100000.00 × 2, 500000.00, 300000.00) = 200000.00; min(300000.00, 300000.00) = 300000.00; max(200000.00, 300000.00) = 300000.00',
    );
    expect(words.zh).toBe(
      '预算缺口400000.00元，定向捐助100000.00元，尚缺300000.00元。按捐助的2倍、上限500000.00元配套，为200000.00元；在300000.00元以内补足，为300000.00元。',
    );
  });

  it('never gives a project with more gifts less in all, nor more than it lacks, nor more than the cap', () => {
    const fen = fc.bigInt({ min: 0n, max: 10n ** 9n });
    const ratio = fc.integer({ min: 0, max: 500 }).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(fen, fen, fen, fen, fen, ratio, (lacking, gifts, more, a, b, times) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const rule = {
          ...dongguan,
          ratio: times,
          capWithGifts: printAmount(high),
          capWithoutGifts: printAmount(low),
        };
        const granted = (given: bigint) => matchGifts(rule, lacking, given).grantFen;
        const grant = granted(gifts);
        expect(gifts + more + granted(gifts + more) >= gifts + grant).toBe(true);
        expect(grant <= high).toBe(true);
        expect(grant === 0n || grant + gifts <= lacking).toBe(true);
      }),
    );
  });
});
