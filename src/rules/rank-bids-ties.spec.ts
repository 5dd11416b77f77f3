import fc from 'fast-check';
import { rankBids } from './rank-bids';
import type { ScoredBid } from './rank-bids-order';
import type { RankingFacts } from './rank-bids-ruling';
import type { ScoringRules, TieBreakRule } from './rule-set.types';
import { smallRound } from './small-round.fixture';

const base = smallRound().scoring;
const receivedAt = new Date(Date.UTC(2020, 3, 1));
const bid = (bidId: string, score: string, more: Partial<ScoredBid> = {}): ScoredBid => ({
  ...{ bidId, score, receivedAt },
  ...more,
});
const by = (...tieBreak: TieBreakRule[]): ScoringRules => ({ ...base, tieBreak });
const decision: TieBreakRule = { variant: 'decision', by: 'organizer' };

/** Who stands where and by what, and how the last of them is explained. */
function ranked(scoring: ScoringRules, bids: ScoredBid[], facts?: RankingFacts) {
  const ranking = rankBids(scoring, bids, facts);
  return {
    places: ranking.ranked.map(({ bidId, rank, decidedBy }) => [bidId, rank, decidedBy]),
    last: ranking.ranked.at(-1)?.explanation,
    undecided: ranking.undecided,
  };
}

describe('a tie is broken', () => {
  it('by the higher mean for a criterion, as exact numbers', () => {
    const rules = by({ variant: 'higher-criterion', criterion: 'effect' });
    const bids = [
      bid('a', '80.00', { criteria: { effect: '46/3' } }),
      bid('b', '80.00', { criteria: { effect: '15.3333333' } }),
    ];
    // 46/3 is 15.33333333…
    expect(ranked(rules, bids).places).toEqual([
      ['a', 1, 'score'],
      ['b', 2, 'higher-criterion'],
    ]);
    expect(ranked(rules, bids).last).toEqual({
      rule: '/scoring/tieBreak/higher-criterion',
      inputs: {
        ...{ score: '80.00', receivedAt: '2020-04-01T08:00:00.000+08:00' },
        'criterion/effect': '15.3333333',
      },
      arithmetic: '80.00 = 80.00; 46/3 > 15.3333333',
    });
  });

  it('by the higher part of the score', () => {
    const rules = by({ variant: 'higher-part', part: 'gifts' });
    const bids = [
      bid('a', '80.00', { parts: { gifts: '9.5' } }),
      bid('b', '80.00', { parts: { gifts: '12' } }),
    ];
    expect(ranked(rules, bids).places.map(([bidId]) => bidId)).toEqual(['b', 'a']);
    expect(ranked(rules, bids).last?.arithmetic).toBe('80.00 = 80.00; 12 > 9.5');
  });

  it('by the lower amount', () => {
    const rules = by({ variant: 'lower-amount' });
    const bids = [
      bid('a', '80.00', { amountFen: 10_000_000n }),
      bid('b', '80.00', { amountFen: 9_999_999n }),
    ];
    expect(ranked(rules, bids).places.map(([bidId]) => bidId)).toEqual(['b', 'a']);
    expect(ranked(rules, bids).last?.arithmetic).toBe('80.00 = 80.00; 99999.99 < 100000.00');
  });

  it('by the next rule where the first finds no difference, and the sum shows both', () => {
    const rules = by({ variant: 'lower-amount' }, { variant: 'earlier-receipt' });
    const bids = [
      bid('a', '80.00', { amountFen: 1n, receivedAt: new Date(Date.UTC(2020, 3, 1, 1)) }),
      bid('b', '80.00', { amountFen: 1n }),
    ];
    expect(ranked(rules, bids).places[1]).toEqual(['a', 2, 'earlier-receipt']);
    expect(ranked(rules, bids).last?.arithmetic).toBe(
      '80.00 = 80.00; 0.01 = 0.01; 2020-04-01T08:00:00.000+08:00 < 2020-04-01T09:00:00.000+08:00',
    );
  });

  it.each([
    [{ variant: 'higher-criterion', criterion: 'effect' }],
    [{ variant: 'higher-part', part: 'gifts' }],
    [{ variant: 'lower-amount' }],
  ] as const)('never without the figure that %j asks for', (rule) => {
    expect(() => rankBids(by(rule), [bid('a', '80.00'), bid('b', '80.00')])).toThrow(RangeError);
    // Nobody asks where there is no tie.
    expect(rankBids(by(rule), [bid('a', '80.00'), bid('b', '80.01')]).ranked).toHaveLength(2);
  });
});

describe('a tie that a person has to decide', () => {
  const bids = [bid('a', '90.00'), bid('b', '80.00'), bid('c', '80.00'), bid('d', '70.00')];

  it('waits, says who is tied and who decides, and leaves the places beyond doubt as they are', () => {
    expect(ranked(by(decision), bids)).toMatchObject({
      places: [
        ['a', 1, 'score'],
        ['d', 4, 'score'],
      ],
      last: { arithmetic: '80.00 > 70.00' },
      undecided: [{ bidIds: ['b', 'c'], score: '80.00', ranks: [2, 3], by: 'organizer' }],
    });
  });

  it('goes by the order that the person has recorded', () => {
    const { places, undecided } = ranked(by(decision), bids, { decided: [['c', 'b']] });
    expect(places).toEqual([
      ['a', 1, 'score'],
      ['c', 2, 'score'],
      ['b', 3, 'decision'],
      ['d', 4, 'score'],
    ]);
    expect(undecided).toBeUndefined();
    const { explanation } = rankBids(by(decision), bids, { decided: [['c', 'b']] }).ranked[2]!;
    expect(explanation).toMatchObject({
      rule: '/scoring/tieBreak/decision',
      arithmetic: '80.00 = 80.00; 1 < 2',
    });
  });

  it('is still open when the order leaves one of them out, and goes by the last of several orders', () => {
    const three = [...bids, bid('e', '80.00')];
    const decided = (...orders: string[][]) => ranked(by(decision), three, { decided: orders });
    expect(decided(['c', 'b']).undecided).toHaveLength(1);
    // Two orders do not make one: nobody has compared b with e.
    expect(decided(['c', 'b'], ['e', 'c']).undecided).toHaveLength(1);
    const order = decided(['c', 'b', 'e'], ['e', 'c', 'b']).places.map(([bidId]) => bidId);
    expect(order).toEqual(['a', 'e', 'c', 'b', 'd']);
  });

  it('is asked only what the rules before it leave tied', () => {
    const rules = by({ variant: 'lower-amount' }, decision);
    const asking = (amounts: bigint[]) =>
      bids.map((one, index) => ({ ...one, amountFen: amounts[index]! }));
    expect(ranked(rules, asking([1n, 1n, 2n, 1n])).undecided).toBeUndefined();
    expect(ranked(rules, asking([1n, 2n, 2n, 1n])).undecided).toHaveLength(1);
  });

  it('is none among bids that did not pass', () => {
    const { undecided } = ranked(by(decision), [bid('a', '50.00'), bid('b', '50.00')]);
    expect(undecided).toBeUndefined();
  });
});

describe('what keeps a bid out', () => {
  it('is a score at the mark where the mark has to be exceeded', () => {
    const rules: ScoringRules = { ...base, passMarkIs: 'exceeded' };
    const { ranked: places, belowPassMark } = rankBids(rules, [
      bid('a', '60.00'),
      bid('b', '60.01'),
    ]);
    expect(places[0]).toMatchObject({
      bidId: 'b',
      explanation: { rule: '/scoring/passMark', arithmetic: '60.01 > 60' },
    });
    expect(belowPassMark).toMatchObject([
      { bidId: 'a', explanation: { arithmetic: '60.00 ≤ 60' } },
    ]);
  });

  it('is one vote less than the rules of the vote want', () => {
    const bids = [bid('a', '60.00', { votes: 3314 }), bid('b', '60.00', { votes: 3315 })];
    const { ranked: places, belowPassMark } = rankBids(base, bids, { passVotes: 3315 });
    expect(places.map(({ bidId }) => bidId)).toEqual(['b']);
    expect(belowPassMark).toEqual([
      {
        ...{ bidId: 'a', score: '60.00' },
        explanation: {
          rule: '/votes/passVotes',
          inputs: { votes: '3314', passVotes: '3315' },
          arithmetic: '3314 < 3315',
        },
      },
    ]);
    expect(() => rankBids(base, [bid('a', '60.00')], { passVotes: 1 })).toThrow(RangeError);
  });
});

describe('any ranking', () => {
  const figures = fc.constantFrom('1', '1.5', '4/3');
  const bids = fc.uniqueArray(
    fc.record({
      bidId: fc.stringMatching(/^[a-f0-9]{8}$/),
      score: fc.constantFrom('59.99', '60.00', '75.5', '75.50', '9.00', '100.00'),
      receivedAt: fc.integer({ min: 0, max: 2 }).map((ms) => new Date(ms)),
      criteria: fc.record({ effect: figures }),
      parts: fc.record({ gifts: figures }),
      amountFen: fc.bigInt({ min: 1n, max: 2n }),
    }),
    { selector: ({ bidId }) => bidId, maxLength: 12 },
  );
  const rules = fc.uniqueArray(
    fc.constantFrom<TieBreakRule[]>(
      { variant: 'earlier-receipt' },
      { variant: 'higher-criterion', criterion: 'effect' },
      { variant: 'higher-part', part: 'gifts' },
      { variant: 'lower-amount' },
      decision,
    ),
    { minLength: 1, maxLength: 5 },
  );
  const shuffled = bids.chain((some) =>
    fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
  );

  it('does not depend on the order in which the bids are given, whatever breaks ties', () => {
    fc.assert(
      fc.property(shuffled, rules, ([some, again], tieBreak) => {
        expect(rankBids(by(...tieBreak), again)).toEqual(rankBids(by(...tieBreak), some));
      }),
    );
  });

  it('gives every bid one rank, a tie or none, and no better score a worse rank', () => {
    fc.assert(
      fc.property(bids, rules, (some, tieBreak) => {
        const { ranked: places, undecided = [], belowPassMark } = rankBids(by(...tieBreak), some);
        const taken = [
          ...places.map(({ rank, score }) => ({ from: rank, to: rank, score })),
          ...undecided.map(({ ranks: [from, to], score }) => ({ from, to, score })),
        ].sort((a, b) => a.from - b.from);
        taken.forEach(({ from }, index) => expect(from).toBe((taken[index - 1]?.to ?? 0) + 1));
        const scores = taken.map(({ score }) => Number(score));
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        const ids = [...places, ...belowPassMark].map(({ bidId }) => bidId);
        expect([...ids, ...undecided.flatMap(({ bidIds }) => bidIds)].sort()).toEqual(
          some.map(({ bidId }) => bidId).sort(),
        );
      }),
    );
  });

  it('keeps every rank that was beyond doubt when the ties are decided', () => {
    fc.assert(
      fc.property(bids, rules, (some, tieBreak) => {
        const open = rankBids(by(...tieBreak), some);
        const decided = (open.undecided ?? []).map(({ bidIds }) => [...bidIds].reverse());
        const settled = rankBids(by(...tieBreak), some, { decided });
        expect(settled.undecided).toBeUndefined();
        const ranks = new Map(settled.ranked.map(({ bidId, rank }) => [bidId, rank]));
        for (const { bidId, rank } of open.ranked) expect(ranks.get(bidId)).toBe(rank);
      }),
    );
  });
});
