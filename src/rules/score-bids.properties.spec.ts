import fc from 'fast-check';
import { compareRatios, readRatio, roundRatio, sum } from '../kernel/ratio';
import { rankBids } from './rank-bids';
import { scoreBids, type BidScore } from './score-bids';
import type { BidFigures } from './score-parts';
import type { ScorePart, ScoringRules } from './rule-set.types';
import { smallRound } from './small-round.fixture';

const base = smallRound().scoring;
const name = { zh: '加分', en: 'Bonus' };
const VOTERS = 60;
const normalising = fc.constantFrom('raw', 'share-of-best', 'spread' as const);

/** Rules with some of all kinds of parts. */
const scorings: fc.Arbitrary<ScoringRules> = fc
  .tuple(
    normalising,
    fc.constantFrom('share-of-most', 'share-of-voters' as const),
    fc.constantFrom('half-up', 'half-even', 'down' as const),
    fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  )
  .map(([way, ofVotes, rounding, chosen]) => {
    const all: ScorePart[] = [
      { variant: 'sheets', code: 'review', points: 60 },
      { ...{ variant: 'seats', code: 'public', points: 140, seats: ['x'] }, normalising: way },
      { variant: 'votes', code: 'votes', points: 20, of: ofVotes },
      { variant: 'gifts', code: 'gifts', points: 20 },
      { ...{ variant: 'bonus', code: 'bonus', name }, min: 5, max: 20, by: 'organizer' },
      { variant: 'price', code: 'price', points: 10 },
      { variant: 'hours', code: 'hours', points: 10 },
      { ...{ variant: 'given', code: 'given', name }, points: 30, by: 'evaluator' },
    ];
    const parts = chosen.map((index) => all[index]!);
    return { ...base, passMark: '0', aggregation: { ...base.aggregation, rounding }, parts };
  });

// Few values, so that bids are often equal.
const bids = fc
  .array(
    fc.record({
      sheets: fc.integer({ min: 0, max: 400 }).map((quarters) => (quarters / 4).toFixed(2)),
      seats: fc
        .integer({ min: 0, max: 300 })
        .map((total) => [{ seat: 'x', sheets: 3, total: String(total) }]),
      votes: fc.integer({ min: 0, max: VOTERS - 1 }),
      giftsFen: fc.bigInt({ min: 0n, max: 9n }),
      priceFen: fc.bigInt({ min: 2n, max: 9n }),
      hours: fc.integer({ min: 0, max: 9 }).map(String),
      points: fc.record({
        bonus: fc.constantFrom('0', '5', '7.5', '19'),
        given: fc.integer({ min: 0, max: 29 }).map(String),
      }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((some) => some.map((figures, n): BidFigures => ({ bidId: `bid-${n}`, ...figures })));

function scored(scoring: ScoringRules, some: readonly BidFigures[]): readonly BidScore[] {
  const result = scoreBids(scoring, some, { voters: VOTERS });
  if (result.state !== 'scored') throw new Error('a figure is missing');
  return result.bids;
}

function rankOf(scoring: ScoringRules, some: readonly BidFigures[], bidId: string): number {
  const { ranked } = rankBids(
    scoring,
    scored(scoring, some).map((one) => ({ ...one, parts: undefined, receivedAt: new Date(0) })),
  );
  return ranked.find((one) => one.bidId === bidId)!.rank;
}

/** The same bid with one of its figures better. */
const better: Record<string, (bid: BidFigures) => BidFigures> = {
  review: (bid) => ({ ...bid, sheets: '100.00' }),
  public: (bid) => ({
    ...bid,
    seats: bid.seats!.map((one) => ({
      ...one,
      total: String(Math.min(300, Number(one.total) + 25)),
    })),
  }),
  votes: (bid) => ({ ...bid, votes: bid.votes! + 1 }),
  gifts: (bid) => ({ ...bid, giftsFen: bid.giftsFen! + 3n }),
  bonus: (bid) => ({ ...bid, points: { ...bid.points, bonus: '20' } }),
  price: (bid) => ({ ...bid, priceFen: bid.priceFen! - 1n }),
  hours: (bid) => ({ ...bid, hours: String(Number(bid.hours) + 1) }),
  given: (bid) => ({ ...bid, points: { ...bid.points, given: '29.5' } }),
};

describe('any score of parts', () => {
  it('is the exact sum of its parts, rounded once, and no part is beyond its points', () => {
    fc.assert(
      fc.property(scorings, bids, (scoring, some) => {
        const { decimals, rounding } = scoring.aggregation;
        for (const { score, parts } of scored(scoring, some)) {
          const exact = parts.map(({ points }) => readRatio(points));
          expect(roundRatio(sum(exact), decimals, rounding)).toBe(score);
          parts.forEach(({ most }, index) =>
            expect(compareRatios(exact[index]!, readRatio(String(most)))).toBeLessThanOrEqual(0),
          );
        }
      }),
    );
  });

  it('does not depend on the order in which the bids are given', () => {
    const shuffled = bids.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    );
    fc.assert(
      fc.property(scorings, shuffled, (scoring, [some, again]) => {
        const byId = new Map(scored(scoring, again).map((one) => [one.bidId, one]));
        for (const one of scored(scoring, some)) expect(byId.get(one.bidId)).toEqual(one);
      }),
    );
  });

  it('never puts a bid behind because one of its figures is better', () => {
    fc.assert(
      fc.property(scorings, bids, fc.nat(), (scoring, some, seed) => {
        const index = seed % some.length;
        const part = scoring.parts![seed % scoring.parts!.length]!;
        const improved = some.map((one, n) => (n === index ? better[part.code]!(one) : one));
        const { bidId } = some[index]!;
        const [before, after] = [some, improved].map((all) => rankOf(scoring, all, bidId));
        expect(after).toBeLessThanOrEqual(before!);
      }),
      { numRuns: 500 },
    );
  });
});
