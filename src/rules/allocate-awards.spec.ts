import { parseAmount } from '../kernel/money';
import { allocateAwards } from './allocate-awards';
import type { AwardCandidate } from './award-finding';
import type { AllocationRules } from './award-rules';
import type { FundPot, RankWithinBudget } from './rule-set.types';
import { smallRound } from './small-round.fixture';

const rules = smallRound();
const { funding } = rules;
const changed = (change: Partial<RankWithinBudget>) =>
  smallRound((all) => (all.award = { ...(all.award as RankWithinBudget), ...change }));
const stopping = changed({ whenItDoesNotFit: 'stop' });
const withoutReserve = changed({ reserve: false });

const candidates = (...amounts: string[]): AwardCandidate[] =>
  amounts.map((amount, index) => ({
    bidId: `bid-${index + 1}`,
    rank: index + 1,
    category: 'elderly',
    amountFen: parseAmount(amount),
  }));

const pots = (...amounts: string[]): FundPot[] =>
  amounts.map((amount, index) => ({
    code: `pot-${index + 1}`,
    name: { zh: '资金', en: 'Pot' },
    source: 'fiscal',
    amount,
  }));

const outcomes = (rule: AllocationRules, ...amounts: string[]) =>
  allocateAwards(rule, funding, candidates(...amounts)).placements.map(({ outcome }) => outcome);

describe('allocateAwards', () => {
  it('gives to the last fen, and puts what does not fit on the reserve list', () => {
    const { placements, left } = allocateAwards(
      rules,
      funding,
      candidates('500000.00', '500000.00', '0.01'),
    );
    expect(placements.map(({ outcome }) => outcome)).toEqual(['awarded', 'awarded', 'reserve']);
    expect(left).toEqual([{ fund: 'welfare-lottery', amountFen: 0n }]);
    expect(placements[2]?.explanation).toEqual({
      rule: '/award/whenItDoesNotFit',
      inputs: { rank: '3', amount: '0.01', left: '0.00' },
      arithmetic: '0.01 > 0.00',
      words: {
        zh: '第3名，申请0.01元：资金只余0.00元，不足，按规则跳过。列为备选。',
        en: 'Rank 3, asking for 0.01 yuan: only 0.00 yuan are left, and by the rules it is passed over. It is on the reserve list.',
      },
    });
    expect(placements[0]?.explanation).toEqual({
      rule: '/award',
      inputs: { rank: '1', amount: '500000.00', left: '1000000.00' },
      arithmetic: '500000.00 ≤ 1000000.00',
      words: {
        zh: '第1名，申请500000.00元：资金尚余1000000.00元，足够。予以立项。',
        en: 'Rank 1, asking for 500000.00 yuan: 1000000.00 yuan are left, which is enough. It is awarded.',
      },
    });
  });

  it('skips what does not fit and tries the next', () => {
    expect(outcomes(rules, '600000.00', '500000.00', '400000.00')).toEqual([
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
      words: {
        zh: '第4名，申请1.00元：资金到第2名已不足，按规则其后不再立项。列为备选。',
        en: 'Rank 4, asking for 1.00 yuan: the money did not reach for rank 2, and by the rules nothing is given after it. It is on the reserve list.',
      },
    });
    expect(placements[1]?.explanation.words.zh).toContain('按规则到此为止');
  });

  it('keeps no reserve where the rules want none', () => {
    const { placements } = allocateAwards(
      withoutReserve,
      funding,
      candidates('600000.00', '500000.00'),
    );
    expect(placements.map(({ outcome }) => outcome)).toEqual(['awarded', 'notAwarded']);
    expect(placements.map(({ reservePlace }) => reservePlace)).toEqual([null, null]);
    expect(placements[1]?.explanation.words.zh).toMatch(/不予立项。$/);
  });

  it('counts the places on the reserve in the order of rank, whatever the category', () => {
    const given = candidates('900000.00', '500000.00', '100000.00', '400000.00');
    given[3] = { ...given[3]!, category: 'youth' };
    const { placements } = allocateAwards(rules, funding, given);
    expect(placements.map(({ reservePlace }) => reservePlace)).toEqual([null, 1, null, 2]);
  });

  it('calls the reserve by rank after an award fell away, whatever its category was', () => {
    const [first, second] = candidates('400000.00', '400000.00');
    const vacancy = { held: [], category: 'youth' };
    const { placements } = allocateAwards(
      rules,
      [{ ...funding[0]!, amount: '400000.00' }],
      [first!, { ...second!, category: 'youth' }],
      vacancy,
    );
    expect(placements.map(({ outcome }) => outcome)).toEqual(['awarded', 'reserve']);
    expect(placements[0]?.explanation.words.zh).toMatch(/^第1名/);
  });

  it('draws on the pots in their order, and on several for one award', () => {
    const { placements, left } = allocateAwards(
      rules,
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
    expect(() => allocateAwards(rules, funding, twice)).toThrow(RangeError);
    expect(() => allocateAwards(rules, funding, candidates('0.00'))).toThrow(RangeError);
  });
});
