import fc from 'fast-check';
import { parseAmount, printAmount } from '../kernel/money';
import { allocateAwards, type AwardCandidate } from './allocate-awards';
import type { AwardRule, FundPot } from './rule-set.types';
import { smallRound } from './small-round.fixture';

const { award, funding } = smallRound();
const stopping: AwardRule = { ...award, whenItDoesNotFit: 'stop' };
const withoutReserve: AwardRule = { ...award, reserve: false };

const candidates = (...amounts: string[]): AwardCandidate[] =>
  amounts.map((amount, index) => ({
    bidId: `bid-${index + 1}`,
    rank: index + 1,
    amountFen: parseAmount(amount),
  }));

const pots = (...amounts: string[]): FundPot[] =>
  amounts.map((amount, index) => ({
    code: `pot-${index + 1}`,
    name: { zh: '资金', en: 'Pot' },
    source: 'fiscal',
    amount,
  }));

const outcomes = (rule: AwardRule, ...amounts: string[]) =>
  allocateAwards(rule, funding, candidates(...amounts)).placements.map(({ outcome }) => outcome);

describe('allocateAwards', () => {
  it('gives to the last fen, and puts what does not fit on the reserve list', () => {
    const { placements, left } = allocateAwards(
      award,
      funding,
      candidates('500000.00', '500000.00', '0.01'),
    );
    expect(placements.map(({ outcome }) => outcome)).toEqual(['awarded', 'awarded', 'reserve']);
    expect(left).toEqual([{ fund: 'welfare-lottery', amountFen: 0n }]);
    expect(placements[2]?.explanation).toEqual({
      rule: '/award/whenItDoesNotFit',
      inputs: { rank: '3', amount: '0.01', left: '0.00' },
      arithmetic: '0.01 > 0.00',
    });
  });

  it('skips what does not fit and tries the next', () => {
    expect(outcomes(award, '600000.00', '500000.00', '400000.00')).toEqual([
      'awarded',
      'reserve',
      'awarded',
    ]);
  });

  it('stops at what does not fit where the rules say so, and names where', () => {
    const { placements } = allocateAwards(
      stopping,
      funding,
      candidates('600000.00', '500000.00', '400000.00', '1.00'),
    );
    expect(placements.map(({ outcome }) => outcome)).toEqual([
      'awarded',
      'reserve',
      'reserve',
      'reserve',
    ]);
    expect(placements[3]?.explanation).toEqual({
      rule: '/award/whenItDoesNotFit',
      inputs: { rank: '4', amount: '1.00', stoppedAtRank: '2' },
      arithmetic: '4 > 2',
    });
  });

  it('keeps no reserve where the rules want none', () => {
    expect(outcomes(withoutReserve, '600000.00', '500000.00')).toEqual(['awarded', 'notAwarded']);
  });

  it('draws on the pots in their order, and on several for one award', () => {
    const { placements, left } = allocateAwards(
      award,
      pots('100.00', '50.00'),
      candidates('80.00', '40.00'),
    );
    expect(placements.map(({ draws }) => draws)).toEqual([
      [{ fund: 'pot-1', amountFen: 8000n }],
      [
        { fund: 'pot-1', amountFen: 2000n },
        { fund: 'pot-2', amountFen: 2000n },
      ],
    ]);
    expect(left).toEqual([
      { fund: 'pot-1', amountFen: 0n },
      { fund: 'pot-2', amountFen: 3000n },
    ]);
  });

  it('refuses two bids of one rank, and a bid that asks for nothing', () => {
    const [first] = candidates('1.00');
    const twice = [first!, { ...first!, bidId: 'other' }];
    expect(() => allocateAwards(award, funding, twice)).toThrow(RangeError);
    expect(() => allocateAwards(award, funding, candidates('0.00'))).toThrow(RangeError);
  });
});

describe('any allocation', () => {
  const fen = fc.bigInt({ min: 1n, max: 1_000n });
  const round = fc.record({
    rule: fc.constantFrom(award, stopping, withoutReserve),
    funding: fc
      .array(fen, { minLength: 1, maxLength: 3 })
      .map((amounts) => pots(...amounts.map(printAmount))),
    asked: fc
      .array(fen, { maxLength: 12 })
      .map((amounts) => candidates(...amounts.map(printAmount))),
  });

  it('takes from no pot more than it holds, and pays each award exactly', () => {
    fc.assert(
      fc.property(round, ({ rule, funding: given, asked }) => {
        const { placements, left } = allocateAwards(rule, given, asked);
        for (const { code, amount } of given) {
          const drawn = placements
            .flatMap(({ draws }) => draws)
            .filter(({ fund }) => fund === code)
            .reduce((total, { amountFen }) => total + amountFen, 0n);
          const rest = left.find(({ fund }) => fund === code)?.amountFen ?? -1n;
          expect(rest).toBeGreaterThanOrEqual(0n);
          expect(drawn + rest).toBe(parseAmount(amount));
        }
        for (const { outcome, amountFen, draws } of placements) {
          const paid = draws.reduce((total, draw) => total + draw.amountFen, 0n);
          expect(paid).toBe(outcome === 'awarded' ? amountFen : 0n);
        }
      }),
    );
  });

  it('lets a better bid lose to a worse one only by the rule for what does not fit', () => {
    fc.assert(
      fc.property(round, ({ rule, funding: given, asked }) => {
        const { placements } = allocateAwards(rule, given, asked);
        placements.forEach(({ outcome, explanation, amountFen }, index) => {
          if (outcome === 'awarded') return;
          expect(explanation.rule).toBe('/award/whenItDoesNotFit');
          const winnersAfter = placements.slice(index + 1).filter((p) => p.outcome === 'awarded');
          // A worse bid that wins asked for less: this one would not have fitted in its place.
          for (const winner of winnersAfter) expect(winner.amountFen).toBeLessThan(amountFen);
        });
      }),
    );
  });

  it('does not depend on the order in which the bids are given', () => {
    fc.assert(
      fc.property(round, ({ rule, funding: given, asked }) => {
        const again = allocateAwards(rule, given, [...asked].reverse());
        expect(again).toEqual(allocateAwards(rule, given, asked));
      }),
    );
  });
});
