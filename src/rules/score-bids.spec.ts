import { rankBids } from './rank-bids';
import { pointsByPart, scoreBids, type BidScore } from './score-bids';
import type { BidFigures, LotFigures } from './score-parts';
import type { ScorePart, ScoringRules } from './rule-set.types';
import { smallRound } from './small-round.fixture';

const base = smallRound().scoring;
const name = { zh: '加分', en: 'Bonus' };
const of = (...parts: ScorePart[]): ScoringRules => ({ ...base, parts });
const review = (points: number): ScorePart => ({ variant: 'sheets', code: 'review', points });
const bid = (bidId: string, figures: Omit<BidFigures, 'bidId'>): BidFigures => ({
  bidId,
  ...figures,
});

function scored(scoring: ScoringRules, bids: BidFigures[], lot?: LotFigures): readonly BidScore[] {
  const result = scoreBids(scoring, bids, lot);
  if (result.state !== 'scored') throw new Error(JSON.stringify(result));
  return result.bids;
}

const points = ({ parts }: BidScore) => parts.map((part) => part.points);

describe('scoreBids', () => {
  it('takes what the sheets come to where the rules name no parts', () => {
    const [only] = scored({ ...base, parts: undefined }, [bid('a', { sheets: '83.35' })]);
    expect(only).toMatchObject({ bidId: 'a', score: '83.35' });
    expect(points(only!)).toEqual(['83.35']);
  });

  it('mixes panel, gifts and votes at 60, 20 and 20 (Dongguan)', () => {
    const rules = of(
      review(60),
      { variant: 'gifts', code: 'gifts', points: 20 },
      { variant: 'votes', code: 'votes', points: 20, of: 'share-of-most' },
    );
    const [first, second] = scored(rules, [
      bid('a', { sheets: '83.20', giftsFen: 5_000_000n, votes: 300 }),
      bid('b', { sheets: '90.00', giftsFen: 10_000_000n, votes: 100 }),
    ]);
    expect([first!.score, ...points(first!)]).toEqual(['79.92', '49.92', '10', '20']);
    expect([second!.score, ...points(second!)]).toEqual(['80.67', '54', '20', '20/3']);
    expect(first!.parts[0]!.explanation).toEqual({
      rule: '/scoring/parts/review',
      inputs: { sheets: '83.2', most: '60' },
      arithmetic: '83.2 ÷ 100 × 60 = 49.92',
      words: {
        zh: '评审得分83.2分，计49.92分（满分60分）',
        en: 'the review, a score of 83.2: 49.92 of 60 points',
      },
    });
    expect(second!.explanation).toEqual({
      rule: '/scoring/parts',
      inputs: { review: '54', gifts: '20', votes: '20/3' },
      arithmetic: '54 + 20 + 20/3 = 242/3 ≈ 80.67',
      words: {
        zh: '总分80.67：评审得分90分，计54分（满分60分）；定向捐助100000.00元，计20分（满分20分）；公众投票100票，计≈ 6.67分（满分20分）。',
        en: 'A score of 80.67: the review, a score of 90: 54 of 60 points; gifts, 100000.00 yuan: 20 of 20 points; the public vote, 100 votes: ≈ 6.67 of 20 points.',
      },
    });
  });

  it('adds bonus beyond a hundred, from none or a least to a most (Zhongshan)', () => {
    const rules = of(
      review(100),
      { variant: 'bonus', code: 'raised', name, max: 50, by: 'organizer' },
      { variant: 'bonus', code: 'observed', name, min: 5, max: 20, by: 'organizer' },
    );
    const given = (raised: string, observed: string) =>
      scored(rules, [bid('a', { sheets: '91.50', points: { raised, observed } })])[0]!;
    expect(given('50', '20').score).toBe('161.50');
    expect(given('12.5', '5').score).toBe('109.00');
    expect(given('0', '0').score).toBe('91.50');
    expect(() => given('50.01', '0')).toThrow(RangeError);
    expect(() => given('0', '4.99')).toThrow(RangeError);
    expect(() => given('0', '20.5')).toThrow(RangeError);
    expect(given('12.5', '5').parts[1]!.explanation.arithmetic).toBe('12.5');
  });

  it('counts to 200: the mean of some seats against the best, and votes of all who voted (national contest)', () => {
    const rules = of(
      {
        ...{ variant: 'seats', code: 'presidium', points: 140, seats: ['presidium'] },
        normalising: 'share-of-best',
      },
      { variant: 'votes', code: 'jury', points: 60, of: 'share-of-voters' },
    );
    const seats = (total: string) => [
      { seat: 'jury', sheets: 1, total: '1' },
      { seat: 'presidium', sheets: 5, total },
    ];
    const [first, second] = scored(
      rules,
      [bid('a', { seats: seats('450'), votes: 75 }), bid('b', { seats: seats('400'), votes: 100 })],
      { voters: 100 },
    );
    expect([first!.score, ...points(first!)]).toEqual(['185.00', '140', '45']);
    expect([second!.score, ...points(second!)]).toEqual(['184.44', '1120/9', '60']);
    expect(second!.parts[0]!.explanation.arithmetic).toBe('80 ÷ 90 × 140 = 1120/9');
  });

  it('takes the mean of all sheets of several kinds of seat, not of their means', () => {
    const rules = of({
      ...{ variant: 'seats', code: 'public', points: 100, seats: ['citizen', 'media'] },
      normalising: 'raw',
    });
    const seats = [
      { seat: 'citizen', sheets: 3, total: '240' },
      { seat: 'media', sheets: 1, total: '60' },
    ];
    expect(scored(rules, [bid('a', { seats })])[0]!.score).toBe('75.00');
  });

  it('gives the lowest price and the most hours all points', () => {
    const priced = of(review(90), { variant: 'price', code: 'price', points: 10 });
    const byPrice = scored(priced, [
      bid('a', { sheets: '80', priceFen: 10_000_000n }),
      bid('b', { sheets: '80', priceFen: 8_000_000n }),
    ]);
    expect(byPrice.map(({ score }) => score)).toEqual(['80.00', '82.00']);
    expect(() => scored(priced, [bid('a', { sheets: '80', priceFen: 0n })])).toThrow(RangeError);

    const hourly = of(review(90), { variant: 'hours', code: 'hours', points: 10 });
    const byHours = scored(hourly, [
      bid('a', { sheets: '80', hours: '1500' }),
      bid('b', { sheets: '80', hours: '2000' }),
    ]);
    expect(byHours.map(({ score }) => score)).toEqual(['79.50', '82.00']);
  });

  it('tells amounts in the currency of the rules', () => {
    const rules = of({ variant: 'gifts', code: 'gifts', points: 100 });
    const [only] = scored(rules, [bid('a', { giftsFen: 100n })], { currency: 'EUR' });
    expect(only!.parts[0]!.explanation.words.en).toContain('1.00 euros');
  });

  it('tells equal scores apart by one of their parts', () => {
    const rules: ScoringRules = {
      ...of(review(60), { variant: 'gifts', code: 'gifts', points: 40 }),
      ...{ passMark: '0', tieBreak: [{ variant: 'higher-part', part: 'gifts' }] },
    };
    const bids = scored(rules, [
      bid('a', { sheets: '100', giftsFen: 50n }),
      bid('b', { sheets: '66.67', giftsFen: 100n }),
    ]);
    const placed = bids.map((one) => ({
      ...{ bidId: one.bidId, score: one.score, receivedAt: new Date(0) },
      parts: pointsByPart(one),
    }));
    expect(bids.map(({ score }) => score)).toEqual(['80.00', '80.00']);
    expect(rankBids(rules, placed).ranked.map(({ bidId }) => bidId)).toEqual(['b', 'a']);
  });

  it('rounds the whole once, and not its parts', () => {
    const rules = of(
      { ...{ variant: 'given', code: 'one', name }, points: 50, by: 'evaluator' },
      { ...{ variant: 'given', code: 'two', name }, points: 50, by: 'evaluator' },
    );
    const [only] = scored(rules, [bid('a', { points: { one: '1.004', two: '1.004' } })]);
    expect(only!.score).toBe('2.01');
    const down: ScoringRules = {
      ...rules,
      aggregation: { ...rules.aggregation, rounding: 'down' },
    };
    expect(scored(down, [bid('a', { points: { one: '1.004', two: '1.005' } })])[0]!.score).toBe(
      '2.00',
    );
  });
});

describe('a figure that is missing', () => {
  const rules = of(
    review(60),
    { variant: 'votes', code: 'votes', points: 20, of: 'share-of-voters' },
    { variant: 'gifts', code: 'gifts', points: 10 },
    { variant: 'bonus', code: 'extra', name, max: 10, by: 'organizer' },
  );
  const whole = { sheets: '80', votes: 3, giftsFen: 0n, points: { extra: '0' } };

  it('is awaited by part and bid, whichever it is', () => {
    const missing = { ...whole, sheets: null, points: {} };
    expect(scoreBids(rules, [bid('a', whole), bid('b', missing)])).toEqual({
      state: 'awaits',
      figures: [
        { part: 'review', bidId: 'b', figure: 'sheets' },
        { part: 'votes', bidId: null, figure: 'voters' },
        { part: 'extra', bidId: 'b', figure: 'points' },
      ],
    });
  });

  it.each([
    [{ variant: 'seats', code: 'some', points: 1, seats: ['x', 'y'], normalising: 'raw' }, 'seats'],
    [{ variant: 'price', code: 'some', points: 1 }, 'price'],
    [{ variant: 'hours', code: 'some', points: 1 }, 'hours'],
    [{ variant: 'gifts', code: 'some', points: 1 }, 'gifts'],
    [{ variant: 'votes', code: 'some', points: 1, of: 'share-of-most' }, 'votes'],
  ] as const)('of %j is called %s', (part, figure) => {
    const some = { seats: [{ seat: 'x', sheets: 1, total: '1' }] };
    expect(
      scoreBids(of({ ...part, ...('seats' in part && { seats: [...part.seats] }) } as ScorePart), [
        bid('a', some),
      ]),
    ).toEqual({
      state: 'awaits',
      figures: [{ part: 'some', bidId: 'a', figure }],
    });
  });

  it('is no figure of zero', () => {
    expect(scoreBids(rules, [bid('a', whole)], { voters: 3 }).state).toBe('scored');
  });

  it('is none where there is no bid', () => {
    expect(scoreBids(rules, [], { voters: 0 })).toEqual({ state: 'scored', bids: [] });
  });

  it('does not hide more votes than voters', () => {
    expect(() => scoreBids(rules, [bid('a', whole)], { voters: 2 })).toThrow(RangeError);
  });
});
