import fc from 'fast-check';
import { toInstant } from '../kernel/instant';
import { rankBids } from './rank-bids';
import type { ScoredBid } from './rank-bids-order';
import { smallRound } from './small-round.fixture';

const { scoring } = smallRound();
const at = (minute: number) =>
  toInstant(`2020-04-01T09:${String(minute).padStart(2, '0')}:00+08:00`);
const bid = (bidId: string, score: string, minute = 0): ScoredBid => ({
  bidId,
  score,
  receivedAt: at(minute),
});

const ranks = (...bids: ScoredBid[]) =>
  rankBids(scoring, bids).ranked.map(({ bidId, rank, decidedBy }) => [bidId, rank, decidedBy]);

const scoredBids = fc.uniqueArray(
  fc.record({
    bidId: fc.stringMatching(/^[a-f0-9]{8}$/),
    // Few scores and few minutes, so that ties happen.
    score: fc.constantFrom('59.99', '60.00', '75.50', '75.51', '9.00', '100.00'),
    receivedAt: fc.integer({ min: 0, max: 3 }).map(at),
  }),
  { selector: ({ bidId }) => bidId, maxLength: 12 },
);

describe('rankBids', () => {
  it('ranks by score, the best first, as numbers and not as text', () => {
    expect(ranks(bid('a', '70.00'), bid('b', '100.00'), bid('c', '70.01'))).toEqual([
      ['b', 1, 'score'],
      ['c', 2, 'score'],
      ['a', 3, 'score'],
    ]);
  });

  it('puts the earlier receipt first among equal scores', () => {
    const { ranked } = rankBids(scoring, [bid('a', '70.00', 2), bid('b', '70.00', 1)]);
    expect(ranked.map(({ bidId }) => bidId)).toEqual(['b', 'a']);
    expect(ranked[1]).toEqual({
      bidId: 'a',
      rank: 2,
      score: '70.00',
      decidedBy: 'earlier-receipt',
      explanation: {
        rule: '/scoring/tieBreak/earlier-receipt',
        inputs: { score: '70.00', receivedAt: '2020-04-01T09:02:00.000+08:00' },
        arithmetic: '70.00 = 70.00; 2020-04-01T09:01:00.000+08:00 < 2020-04-01T09:02:00.000+08:00',
      },
    });
  });

  it('falls back on the identifier when two bids came in the same millisecond', () => {
    expect(ranks(bid('b', '70.00'), bid('a', '70.00'))).toEqual([
      ['a', 1, 'score'],
      ['b', 2, 'identifier'],
    ]);
  });

  it('takes a bid at the pass mark and puts out one below it', () => {
    const { ranked, belowPassMark } = rankBids(scoring, [bid('a', '60.00'), bid('b', '59.99')]);
    expect(ranked.map(({ bidId }) => bidId)).toEqual(['a']);
    expect(belowPassMark).toEqual([
      {
        bidId: 'b',
        score: '59.99',
        explanation: {
          rule: '/scoring/passMark',
          inputs: { score: '59.99', passMark: '60' },
          arithmetic: '59.99 < 60',
        },
      },
    ]);
  });

  it('ranks nothing when there is nothing', () => {
    expect(rankBids(scoring, [])).toEqual({ ranked: [], belowPassMark: [] });
  });

  it('does not depend on the order in which the bids are given', () => {
    const shuffled = scoredBids.chain((bids) =>
      fc.tuple(fc.constant(bids), fc.shuffledSubarray(bids, { minLength: bids.length })),
    );
    fc.assert(
      fc.property(shuffled, ([bids, again]) => {
        expect(rankBids(scoring, again)).toEqual(rankBids(scoring, bids));
      }),
    );
  });

  it('places every bid once, counts ranks without a gap and never puts a better score behind', () => {
    fc.assert(
      fc.property(scoredBids, (bids) => {
        const { ranked, belowPassMark } = rankBids(scoring, bids);
        const placed = [...ranked, ...belowPassMark].map(({ bidId }) => bidId);
        expect(placed.sort()).toEqual(bids.map(({ bidId }) => bidId).sort());
        expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, index) => index + 1));
        const scores = ranked.map(({ score }) => Number(score));
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(belowPassMark.every(({ score }) => Number(score) < 60)).toBe(true);
      }),
    );
  });
});
