import { parseAmount, printAmount } from '../kernel/money';
import {
  amountRules,
  audited,
  changsha,
  dongguan,
  guangzhou2017,
  guizhou,
  lines,
  longhua,
  nanshan,
  nationalContest,
  project,
  shanghai,
  zengcheng,
} from './amount-rules.fixture';
import { awardAmount } from './award-amount';
import type { AwardedBid } from './award-facts';
import type { AmountRule } from './rule-set.types';

type Caps = Parameters<typeof amountRules>[1];
type Known = Partial<AwardedBid>;

const award = (rule: AmountRule, bid: AwardedBid, caps: Caps = {}) =>
  awardAmount(amountRules(rule, caps), bid);

/** The amount in yuan, or what it is instead. */
const awarded = (rule: AmountRule, bid: AwardedBid, caps: Caps = {}) => {
  const given = award(rule, bid, caps);
  return given.state === 'settled' ? printAmount(given.amountFen) : given.state;
};

describe('awardAmount under rules that need nothing more', () => {
  it.each<[string, AmountRule, AwardedBid, string]>([
    [
      'budget-less-own-funds',
      { variant: 'budget-less-own-funds', maxShareOfBudget: '0.6', maxAmount: '500000.00' },
      project('300000.00', '120000.00'),
      '180000.00',
    ],
    ['up-to-cap', { variant: 'up-to-cap' }, project('300000.00'), '300000.00'],
    ['tier', longhua, project('60000.00'), '50000.00'],
    ['flat', guangzhou2017, project('1.00', '0.00', { applicantClass: 'grade-5a' }), '50000.00'],
    ['a planned share', { variant: 'share-of-budget', share: '0.5' }, project('9.00'), '4.50'],
    ['fixed-price', zengcheng, project('1854000.00'), '1854000.00'],
    [
      'unit-price',
      changsha,
      project('1.00', '0.00', { quantities: new Map([['cases', 7]]) }),
      '51100.00',
    ],
  ])('is the request by %s', (_, rule, bid, amount) => {
    expect(awarded(rule, bid)).toBe(amount);
  });

  it('explains itself in words', () => {
    expect(award(longhua, project('60000.00'))).toMatchObject({
      explanation: {
        rule: '/amount',
        words: { zh: expect.stringContaining('最高一档') as string },
      },
    });
  });

  it('throws what the request throws', () => {
    expect(() => award(longhua, project('1.00'))).toThrow(
      expect.objectContaining({ code: 'GRANT.BELOW_LOWEST_TIER' }),
    );
  });
});

describe('awardAmount of prizes', () => {
  const groups = { starting: null, growing: null };
  const of = (category: string | null, known: Known) =>
    project('1.00', '0.00', { category, ...known });

  it.each([
    ['starting', 1, '20000.00'],
    ['starting', 3, '14000.00'],
    ['starting', 4, '8000.00'],
    ['starting', 12, '3000.00'],
    ['starting', 13, 'nothing'],
    ['growing', 1, '30000.00'],
    ['growing', 8, '6000.00'],
    ['growing', 9, 'nothing'],
  ])('gives the group %s for its rank %s there %s', (category, rankInCategory, prize) => {
    expect(awarded(nanshan, of(category, { rankInCategory, rank: 20 }), groups)).toBe(prize);
  });

  it.each([
    [1, '100000.00'],
    [5, '100000.00'],
    [6, '60000.00'],
    [15, '30000.00'],
    [20, '10000.00'],
    [21, 'nothing'],
  ])('gives rank %s of the lot %s', (rank, prize) => {
    expect(awarded(nationalContest, of(null, { rank }))).toBe(prize);
  });

  it('waits for the rank that its prizes are about, with the best of them as the ceiling', () => {
    expect(award(nationalContest, of(null, {}))).toMatchObject({
      state: 'awaited',
      awaits: ['rank'],
      by: null,
      ceilingFen: parseAmount('100000.00'),
    });
    expect(award(nanshan, of('growing', { rank: 1 }), groups)).toMatchObject({
      state: 'awaited',
      awaits: ['rank-in-category'],
      ceilingFen: parseAmount('30000.00'),
    });
  });

  it('gives the better of two prizes, one in the lot and one in its category', () => {
    const both: AmountRule = {
      variant: 'prize-by-rank',
      prizes: [
        { from: 1, to: 1, amount: '50000.00' },
        { category: 'growing', from: 1, to: 1, amount: '20000.00' },
      ],
    };
    expect(awarded(both, of('growing', { rank: 1, rankInCategory: 1 }))).toBe('50000.00');
    expect(awarded(both, of('growing', { rank: 2, rankInCategory: 1 }))).toBe('20000.00');
    expect(awarded(both, of('growing', { rank: 2, rankInCategory: 2 }))).toBe('nothing');
    expect(award(both, of('growing', {}))).toMatchObject({ awaits: ['rank', 'rank-in-category'] });
  });

  it('is cut to the cap of its category, and says so', () => {
    const given = award(nanshan, of('growing', { rankInCategory: 1 }), { growing: '25000.00' });
    expect(given).toMatchObject({
      amountFen: parseAmount('25000.00'),
      explanation: {
        inputs: { prize: '30000.00', request: '25000.00' },
        arithmetic: '1 ≤ 1 ≤ 1; 30000.00; min(30000.00, 25000.00) = 25000.00',
      },
    });
  });
});

describe('awardAmount of gifts matched', () => {
  it.each([
    ['without gifts', '400000.00', '0.00', '300000.00'],
    ['topped up', '400000.00', '100000.00', '300000.00'],
    ['matched to the cap', '1000000.00', '300000.00', '500000.00'],
    ['covered by gifts', '400000.00', '400000.00', 'nothing'],
  ])('is what the public side adds: %s', (_, budget, gifts, amount) => {
    expect(awarded(dongguan, { ...project(budget), giftsFen: parseAmount(gifts) })).toBe(amount);
  });

  it('waits for the gifts, and for the one who enters them', () => {
    const rules = amountRules(dongguan, {}, { gifts: { by: 'organizer' } });
    expect(awardAmount(rules, project('400000.00'))).toMatchObject({
      state: 'awaited',
      awaits: ['gifts'],
      by: 'organizer',
      ceilingFen: parseAmount('400000.00'),
      words: { zh: '配套额待定向捐助确定。' },
    });
  });

  it('keeps to the cap of its category', () => {
    const bid = { ...project('1000000.00', '0.00', { category: 'a' }), giftsFen: 30_000_000n };
    expect(awarded(dongguan, bid, { a: '450000.00' })).toBe('450000.00');
  });
});

describe('awardAmount that a panel approves', () => {
  const asking = project('520000.00', '20000.00', {
    lines: lines({ staff: '300000.00', activities: '220000.00' }),
  });
  const byLines = (amounts: Readonly<Record<string, string>>) => ({
    ...asking,
    approved: { lines: lines(amounts) },
  });
  const whole = (amount: string) => ({ ...asking, approved: { wholeFen: parseAmount(amount) } });

  it('waits for the panel, with the request as the ceiling', () => {
    expect(award(guizhou, asking)).toMatchObject({
      awaits: ['panel-approval'],
      ceilingFen: parseAmount('500000.00'),
    });
  });

  it('takes up to exactly the request as a whole, and refuses a fen more', () => {
    expect(awarded(guizhou, whole('410000.00'))).toBe('410000.00');
    expect(awarded(guizhou, whole('500000.00'))).toBe('500000.00');
    expect(() => award(guizhou, whole('500000.01'))).toThrow(
      expect.objectContaining({
        code: 'GRANT.APPROVED_ABOVE_REQUEST',
        facts: { approved: '500000.01', request: '500000.00' },
      }),
    );
  });

  it('adds up lines, one that is not named not being approved', () => {
    const given = award(guizhou, byLines({ staff: '250000.00', activities: '120000.00' }));
    expect(given).toMatchObject({
      amountFen: parseAmount('370000.00'),
      explanation: { arithmetic: '250000.00 + 120000.00 = 370000.00' },
    });
    expect(awarded(guizhou, byLines({ activities: '120000.00' }))).toBe('120000.00');
  });

  it('gives no more than was asked for, when all lines are approved', () => {
    expect(awarded(guizhou, byLines({ staff: '300000.00', activities: '220000.00' }))).toBe(
      '500000.00',
    );
  });

  it('takes exactly what the budget has for a line, and refuses a fen more or a line it does not have', () => {
    expect(() => award(guizhou, byLines({ staff: '300000.01' }))).toThrow(
      expect.objectContaining({
        code: 'GRANT.LINE_ABOVE_BUDGET',
        facts: { line: 'staff', approved: '300000.01', budget: '300000.00' },
      }),
    );
    expect(() => award(guizhou, byLines({ cars: '1.00' }))).toThrow(
      expect.objectContaining({ code: 'GRANT.UNKNOWN_LINE', facts: { line: 'cars' } }),
    );
  });

  it('takes exactly the floor or nothing at all, and refuses a fen less than the floor', () => {
    const floored: AmountRule = { variant: 'panel-approved', minAmount: '5000.00' };
    expect(awarded(floored, whole('5000.00'))).toBe('5000.00');
    expect(awarded(floored, whole('0.00'))).toBe('nothing');
    expect(awarded(floored, byLines({}))).toBe('nothing');
    expect(() => award(floored, whole('4999.99'))).toThrow(
      expect.objectContaining({ code: 'GRANT.APPROVED_BELOW_FLOOR' }),
    );
  });
});

describe('awardAmount of an audited budget', () => {
  const found = (amount: string, ownFunds = '0.00') => ({
    ...project('300000.00', ownFunds, { category: 'key' }),
    auditedBudgetFen: parseAmount(amount),
  });
  const caps = { key: null };

  it('waits for the audit', () => {
    const waiting = project('300000.00', '0.00', { category: 'key' });
    expect(award(audited, waiting, caps)).toMatchObject({
      awaits: ['audited-budget'],
      ceilingFen: parseAmount('200000.00'),
    });
  });

  it.each([
    ['the share of its category', '200000.00', '0.00', '140000.00'],
    ['the limit of the request at most', '900000.00', '0.00', '200000.00'],
    ['what is lacking after own funds, where that is less', '200000.00', '100000.00', '100000.00'],
    ['nothing where own funds cover it', '90000.00', '100000.00', 'nothing'],
  ])('is %s', (_, budget, ownFunds, amount) => {
    expect(awarded(audited, found(budget, ownFunds), caps)).toBe(amount);
  });
});

describe('awardAmount settled later', () => {
  const chosen = project('280000.00');

  it('waits for the one who settles it, with the request reserved', () => {
    expect(award(shanghai, chosen)).toMatchObject({
      state: 'awaited',
      awaits: ['settled-amount'],
      by: 'organizer',
      ceilingFen: parseAmount('280000.00'),
    });
  });

  it('takes up to exactly what was reserved, and refuses a fen more', () => {
    const at = (amount: string) => ({ ...chosen, settledFen: parseAmount(amount) });
    expect(awarded(shanghai, at('280000.00'))).toBe('280000.00');
    expect(awarded(shanghai, at('1.00'))).toBe('1.00');
    expect(awarded(shanghai, at('0.00'))).toBe('nothing');
    expect(() => award(shanghai, at('280000.01'))).toThrow(
      expect.objectContaining({
        code: 'GRANT.SETTLED_ABOVE_CEILING',
        facts: { settled: '280000.01', ceiling: '280000.00' },
      }),
    );
  });
});
