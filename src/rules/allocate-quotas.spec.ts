import { parseAmount, printAmount } from '../kernel/money';
import { allocateAwards, type Vacancy } from './allocate-awards';
import type { AwardCandidate } from './award-finding';
import { cityRound } from './city-round.fixture';
import type { RankWithinQuotas, RuleSet } from './rule-set.types';

/** Three categories in 1,000,000.00: two places, one place, and no bound. */
const rules = (change: (award: RankWithinQuotas, rules: RuleSet) => void = () => undefined) =>
  cityRound((all) => {
    all.funding[0]!.amount = '1000000.00';
    const [elderly, disability, youth] = all.categories;
    elderly!.quota = 2;
    disability!.quota = 1;
    delete youth!.quota;
    all.categories = [elderly!, disability!, youth!];
    change(all.award as RankWithinQuotas, all);
  });

const nextBest = rules((award) => (award.unfilledQuota = { variant: 'next-best' }));

/** Bids by rank, each as `<category> <thousands of yuan>`. */
const bids = (...wanted: string[]): AwardCandidate[] =>
  wanted.map((text, index) => {
    const [category, thousands] = text.split(' ');
    const amountFen = parseAmount(`${thousands}000.00`);
    return { bidId: `bid-${index + 1}`, rank: index + 1, category: category!, amountFen };
  });

const allocate = (by: RuleSet, given: readonly AwardCandidate[], vacancy?: Vacancy) =>
  allocateAwards(by, by.funding, given, vacancy).placements;

const outcomes = (by: RuleSet, given: readonly AwardCandidate[], vacancy?: Vacancy) =>
  allocate(by, given, vacancy).map(({ outcome }) => outcome);

const held = (...wanted: string[]): Vacancy['held'] => bids(...wanted);

describe('quotas of categories', () => {
  it('fund the best of each category up to its quota, by rank over all', () => {
    const given = bids('elderly 100', 'elderly 100', 'elderly 100', 'disability 100', 'youth 100');
    expect(outcomes(rules(), given)).toEqual([
      'awarded',
      'awarded',
      'reserve',
      'awarded',
      'awarded',
    ]);
  });

  it('say of each award which place it takes, and of each other which quota is full', () => {
    const given = bids('elderly 100', 'elderly 100', 'elderly 100', 'youth 100');
    const explained = allocate(rules(), given).map(({ explanation }) => explanation);
    expect(explained[1]).toEqual({
      rule: '/award',
      inputs: {
        rank: '2',
        amount: '100000.00',
        category: 'elderly',
        place: '2',
        quota: '2',
        left: '900000.00',
      },
      arithmetic: '2 ≤ 2; 100000.00 ≤ 900000.00',
      words: {
        zh: '第2名，申请100000.00元：为“为老服务”2个名额中的第2个；资金尚余900000.00元，足够。予以立项。',
        en: 'Rank 2, asking for 100000.00 yuan: place 2 of the 2 of “Services for the elderly”; 900000.00 yuan are left, which is enough. It is awarded.',
      },
    });
    expect(explained[2]).toEqual({
      rule: '/categories/elderly/quota',
      inputs: { rank: '3', amount: '100000.00', category: 'elderly', taken: '2', quota: '2' },
      arithmetic: '2 + 1 > 2',
      words: {
        zh: '第3名，申请100000.00元：“为老服务”的2个名额已满。列为备选。',
        en: 'Rank 3, asking for 100000.00 yuan: the 2 places of “Services for the elderly” are taken. It is on the reserve list.',
      },
    });
    expect(explained[3]!.arithmetic).toBe('100000.00 ≤ 800000.00');
  });

  it('count the reserve by category, since that is how it comes up', () => {
    const given = bids(...Array<string>(4).fill('elderly 100'), 'disability 1', 'disability 1');
    expect(allocate(rules(), given).map(({ reservePlace }) => reservePlace)).toEqual([
      ...[null, null, 1, 2],
      ...[null, 1],
    ]);
  });

  it('leave a place that nobody of the category fills empty, where it stays', () => {
    expect(outcomes(rules(), bids('elderly 1', 'elderly 1', 'elderly 1'))).toEqual([
      'awarded',
      'awarded',
      'reserve',
    ]);
  });

  it('give it to the next best of all where the rules say so, and tell that it is borrowed', () => {
    const given = bids('elderly 1', 'elderly 1', 'elderly 1', 'elderly 1');
    const [, , third, fourth] = allocate(nextBest, given);
    expect(third).toMatchObject({
      outcome: 'awarded',
      explanation: {
        rule: '/award/unfilledQuota',
        inputs: { category: 'elderly', place: '3', places: '3' },
        arithmetic: '3 ≤ 3; 1000.00 ≤ 998000.00',
        words: {
          zh: '第3名，申请1000.00元：“为老服务”的名额已满，使用其他类别空出的名额，为全部3个名额中的第3个；资金尚余998000.00元，足够。予以立项。',
        },
      },
    });
    expect(fourth).toMatchObject({
      outcome: 'reserve',
      explanation: { rule: '/award/unfilledQuota', arithmetic: '3 + 1 > 3' },
    });
  });

  it('let a category fill its own places first, however low its bids rank', () => {
    const given = bids('elderly 1', 'elderly 1', 'elderly 1', 'disability 1');
    expect(outcomes(nextBest, given)).toEqual(['awarded', 'awarded', 'reserve', 'awarded']);
  });

  it('pass over whom the money does not reach for, and go on within the category', () => {
    const given = bids('elderly 700', 'elderly 400', 'elderly 300');
    const [, second, third] = allocate(rules(), given);
    expect(second).toMatchObject({
      outcome: 'reserve',
      explanation: { rule: '/award/whenItDoesNotFit', arithmetic: '400000.00 > 300000.00' },
    });
    expect(third).toMatchObject({ outcome: 'awarded', explanation: { inputs: { place: '2' } } });
  });

  it('do not count as what does not fit: where the rules stop at that, a full category stops no other', () => {
    const stopping = rules((award) => (award.whenItDoesNotFit = 'stop'));
    const given = bids('disability 1', 'disability 1', 'elderly 999', 'elderly 1');
    const reasons = allocate(stopping, given).map(({ explanation }) => explanation);
    expect(reasons.map(({ rule }) => rule)).toEqual([
      '/award',
      '/categories/disability/quota',
      '/award',
      '/award/whenItDoesNotFit',
    ]);
  });
});

describe('a budget of a category', () => {
  const withBudget = (whenItDoesNotFit: 'skip' | 'stop') =>
    rules((award, { categories }) => {
      categories[0]!.budget = '150000.00';
      award.whenItDoesNotFit = whenItDoesNotFit;
    });
  const given = bids('elderly 100', 'elderly 100', 'elderly 50', 'youth 100');

  it('keeps out who asks for more than is left of it, and no other category', () => {
    const placements = allocate(withBudget('skip'), given);
    expect(placements.map(({ outcome }) => outcome)).toEqual([
      'awarded',
      'reserve',
      'awarded',
      'awarded',
    ]);
    expect(placements[1]!.explanation).toEqual({
      rule: '/categories/elderly/budget',
      inputs: { rank: '2', amount: '100000.00', category: 'elderly', budgetLeft: '50000.00' },
      arithmetic: '100000.00 > 50000.00',
      words: {
        zh: '第2名，申请100000.00元：“为老服务”的经费只余50000.00元，不足，按规则跳过。列为备选。',
        en: 'Rank 2, asking for 100000.00 yuan: only 50000.00 yuan of the budget of “Services for the elderly” are left, and by the rules it is passed over. It is on the reserve list.',
      },
    });
    expect(placements[2]!.explanation).toMatchObject({
      arithmetic: '2 ≤ 2; 50000.00 ≤ 50000.00; 50000.00 ≤ 900000.00',
      inputs: { budgetLeft: '50000.00', left: '900000.00' },
    });
  });

  it('stops its own category alone where the rules stop', () => {
    const placements = allocate(withBudget('stop'), given);
    expect(placements.map(({ outcome }) => outcome)).toEqual([
      'awarded',
      'reserve',
      'reserve',
      'awarded',
    ]);
    expect(placements[2]!.explanation.inputs['stoppedAtRank']).toBe('2');
  });

  it('binds whoever borrows a place, too', () => {
    const by = rules((award, { categories }) => {
      award.unfilledQuota = { variant: 'next-best' };
      categories[0]!.budget = '250000.00';
    });
    const three = bids('elderly 100', 'elderly 100', 'elderly 100', 'elderly 50');
    expect(outcomes(by, three)).toEqual(['awarded', 'awarded', 'reserve', 'awarded']);
  });
});

describe('a place that falls vacant', () => {
  it('goes to the first of its own category that fits, before a better one of another', () => {
    const reserve = bids('elderly 100', 'disability 2000', 'disability 100');
    const vacancy = { held: held('elderly 100', 'elderly 100'), category: 'disability' };
    const placements = allocate(rules(), reserve, vacancy);
    expect(placements.map(({ outcome }) => outcome)).toEqual(['reserve', 'reserve', 'awarded']);
    expect(placements[2]!.explanation).toMatchObject({
      inputs: { vacant: 'disability', place: '1', quota: '1' },
      words: {
        zh: expect.stringMatching(/^“助残服务”有项目退出，同类别先行递补。第3名/),
        en: expect.stringMatching(/^An award of “Services for people with disabilities” fell away/),
      },
    });
  });

  it('stays empty when nobody of the category is left', () => {
    const vacancy = { held: held('elderly 100', 'elderly 100'), category: 'disability' };
    expect(outcomes(rules(), bids('elderly 100'), vacancy)).toEqual(['reserve']);
  });

  it('goes to the first of any with next-best, when nobody of the category is left', () => {
    const vacancy = { held: held('elderly 100', 'elderly 100'), category: 'disability' };
    expect(outcomes(nextBest, bids('elderly 100', 'elderly 100'), vacancy)).toEqual([
      'awarded',
      'reserve',
    ]);
  });

  it('returns to the category that had borrowed it, and is given once', () => {
    // Three places in all: the elderly hold two of their own and had the third of the disabled.
    const vacancy = { held: held('elderly 1', 'elderly 1'), category: 'elderly' };
    expect(outcomes(nextBest, bids('disability 1', 'elderly 1'), vacancy)).toEqual([
      'reserve',
      'awarded',
    ]);
  });

  it('counts what is held against the budget of the category', () => {
    const by = rules((_, { categories }) => (categories[0]!.budget = '150000.00'));
    const vacancy = { held: held('elderly 100'), category: 'elderly' };
    expect(outcomes(by, bids('elderly 60', 'elderly 50'), vacancy)).toEqual(['reserve', 'awarded']);
  });
});

describe('allocateAwards', () => {
  it('refuses a bid above the cap of its category', () => {
    const by = rules((_, { categories }) => (categories[0]!.cap = '100000.00'));
    expect(outcomes(by, bids('elderly 100'))).toEqual(['awarded']);
    expect(() => allocate(by, bids('elderly 101'))).toThrow(RangeError);
    expect(outcomes(by, bids('youth 101'))).toEqual(['awarded']);
  });

  it('gives the five categories of the city its 14, 4, 4, 4 and 6 places', () => {
    const city = cityRound();
    const given = city.categories.flatMap(({ code }, c) =>
      Array.from({ length: 20 }, (_, n) => ({
        bidId: `${code}-${n}`,
        rank: 1 + c + 5 * n,
        category: code,
        amountFen: parseAmount('187500.00'),
      })),
    );
    const { placements, left } = allocateAwards(city, city.funding, given);
    const funded = placements.filter(({ outcome }) => outcome === 'awarded');
    expect(
      city.categories.map(({ code }) => funded.filter(({ category }) => category === code).length),
    ).toEqual([14, 4, 4, 4, 6]);
    expect(left.map(({ amountFen }) => printAmount(amountFen))).toEqual(['0.00']);
  });
});
