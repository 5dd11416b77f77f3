import { bids, byBudget, lotWith, placed, told } from './allocation.fixture';
import type { RankWithinQuotas } from './rule-set.types';

const three = bids('10', '10', '10');

describe('a bound on the number of awards', () => {
  it('gives to the best and no more, however much money is left', () => {
    expect(told(placed(byBudget({ most: 2 }), 1000, three))).toEqual(['10', '10', 'reserve']);
    expect(told(placed(byBudget({ most: 3 }), 1000, three))).toEqual(['10', '10', '10']);
  });

  it('does not count whom the money does not reach', () => {
    const given = bids('10', '99', '10', '10');
    expect(told(placed(byBudget({ most: 2 }), 50, given))).toEqual([
      ...['10', 'reserve', '10', 'reserve'],
    ]);
  });

  it('counts what stands when the reserve is called up', () => {
    const standing = { held: [{ category: null, amountFen: 1000n }], category: null };
    expect(told(placed(byBudget({ most: 2 }), 1000, three, standing))).toEqual([
      ...['10', 'reserve', 'reserve'],
    ]);
  });

  it('says to each which award it is, or that all are given', () => {
    const placements = placed(byBudget({ most: 2 }), 1000, three);
    expect(placements[1]!.explanation).toEqual({
      rule: '/award',
      inputs: { rank: '2', amount: '10.00', mostNo: '2', most: '2', left: '990.00' },
      arithmetic: '2 ≤ 2; 10.00 ≤ 990.00',
      words: {
        zh: '第2名，申请10.00元：为至多2个立项中的第2个；资金尚余990.00元，足够。予以立项。',
        en: 'Rank 2, asking for 10.00 yuan: award 2 of at most 2; 990.00 yuan are left, which is enough. It is awarded.',
      },
    });
    expect(placements[2]!.explanation).toEqual({
      rule: '/award/most',
      inputs: { rank: '3', amount: '10.00', taken: '2', most: '2' },
      arithmetic: '2 + 1 > 2',
      words: {
        zh: '第3名，申请10.00元：至多立项2个，已满。列为备选。',
        en: 'Rank 3, asking for 10.00 yuan: there are at most 2 awards, and all are given. It is on the reserve list.',
      },
    });
  });
});

describe('a bound on the awards of one organization', () => {
  const given = bids('10 - a', '10 - a', '10 - b', '10 - a', '10 - b');
  const one = byBudget({ mostPerOrganization: 1 });

  it('passes over its next bids and gives to the next of others', () => {
    expect(told(placed(one, 1000, given))).toEqual([
      ...['10', 'reserve', '10', 'reserve', 'reserve'],
    ]);
    expect(told(placed(byBudget({ mostPerOrganization: 2 }), 1000, given))).toEqual([
      ...['10', '10', '10', 'reserve', '10'],
    ]);
  });

  it('counts a bid of nobody known for nobody', () => {
    expect(told(placed(one, 1000, three))).toEqual(['10', '10', '10']);
  });

  it('is no case of what does not fit: where that ends the awards, the next are tried all the same', () => {
    const stopping = byBudget({ mostPerOrganization: 1, whenItDoesNotFit: 'stop' });
    const dear = bids('10 - a', '999 - a', '10 - b');
    expect(told(placed(stopping, 50, dear))).toEqual(['10', 'reserve', '10']);
  });

  it('counts awards that stand in other lots, and in this one when the reserve is called up', () => {
    expect(told(placed(one, 1000, given, { elsewhere: ['b'] }))).toEqual([
      ...['10', 'reserve', 'reserve', 'reserve', 'reserve'],
    ]);
    const held = [{ category: null, amountFen: 1000n, organization: 'a' }];
    expect(told(placed(one, 1000, given, { held, category: null }))).toEqual([
      ...['reserve', 'reserve', '10', 'reserve', 'reserve'],
    ]);
  });

  it('holds beside quotas, too', () => {
    const quotas: RankWithinQuotas = {
      variant: 'rank-within-quotas',
      whenItDoesNotFit: 'skip',
      unfilledQuota: { variant: 'stays' },
      reserve: true,
      mostPerOrganization: 1,
    };
    const both = bids('10 elderly a', '10 youth a', '10 youth b');
    expect(told(placed(quotas, 1000, both))).toEqual(['10', 'reserve', '10']);
  });

  it('says how many it has', () => {
    const [, second] = placed(one, 1000, given);
    expect(second!.explanation).toEqual({
      rule: '/award/mostPerOrganization',
      inputs: { rank: '2', amount: '10.00', taken: '1', mostPerOrganization: '1' },
      arithmetic: '1 + 1 > 1',
      words: {
        zh: '第2名，申请10.00元：每个组织至多立项1个，该组织已有1个，按规则跳过。列为备选。',
        en: 'Rank 2, asking for 10.00 yuan: an organization gets at most 1, this one has 1, and by the rules it is passed over. It is on the reserve list.',
      },
    });
  });
});

describe('the winners of a lot', () => {
  const lot = lotWith({ winners: 2 });

  it('are no more than it has', () => {
    const placements = placed(byBudget(), 1000, three, { lot });
    expect(told(placements)).toEqual(['10', '10', 'reserve']);
    expect(placements[2]!.explanation).toEqual({
      rule: '/lots/east/winners',
      inputs: { rank: '3', amount: '10.00', taken: '2', winners: '2' },
      arithmetic: '2 + 1 > 2',
      words: {
        zh: '第3名，申请10.00元：分包“东片”至多立项2个，已满。列为备选。',
        en: 'Rank 3, asking for 10.00 yuan: the lot “East” has at most 2 awards, and all are given. It is on the reserve list.',
      },
    });
  });

  it('are bounded by whichever is less, the lot or the rule on all', () => {
    expect(told(placed(byBudget({ most: 1 }), 1000, three, { lot }))).toEqual([
      ...['10', 'reserve', 'reserve'],
    ]);
  });
});

describe('the budget of a lot', () => {
  const lot = lotWith({ budget: '25.00' });

  it('keeps out who asks for more than is left of it, however much the pots hold', () => {
    const placements = placed(byBudget(), 1000, bids('20', '10', '5', '1'), { lot });
    expect(told(placements)).toEqual(['20', 'reserve', '5', 'reserve']);
    expect(placements[1]!.explanation).toEqual({
      rule: '/lots/east/budget',
      inputs: { rank: '2', amount: '10.00', lot: 'east', lotBudgetLeft: '5.00' },
      arithmetic: '10.00 > 5.00',
      words: {
        zh: '第2名，申请10.00元：分包“东片”的经费只余5.00元，不足，按规则跳过。列为备选。',
        en: 'Rank 2, asking for 10.00 yuan: only 5.00 yuan of the budget of the lot “East” are left, and by the rules it is passed over. It is on the reserve list.',
      },
    });
    expect(placements[2]!.explanation).toMatchObject({
      arithmetic: '5.00 ≤ 5.00; 5.00 ≤ 980.00',
      inputs: { lotBudgetLeft: '5.00', left: '980.00' },
    });
  });

  it('ends the awards where the rules stop, and gives what is left of it where they give part', () => {
    const given = bids('20', '10', '1');
    expect(told(placed(byBudget({ whenItDoesNotFit: 'stop' }), 1000, given, { lot }))).toEqual([
      ...['20', 'reserve', 'reserve'],
    ]);
    expect(told(placed(byBudget({ whenItDoesNotFit: 'partial' }), 1000, given, { lot }))).toEqual([
      ...['20', '5', 'reserve'],
    ]);
  });

  it('gives way to the pots where these hold less', () => {
    const [first] = placed(byBudget(), 10, bids('20'), { lot: lotWith({ budget: '15.00' }) });
    expect(first!.explanation).toMatchObject({
      rule: '/award/whenItDoesNotFit',
      arithmetic: '20.00 > 10.00',
    });
  });

  it('counts what stands when the reserve is called up, but not what is beyond the pots', () => {
    const held = [{ category: null, amountFen: 1500n, overrunFen: 500n }];
    const called = placed(byBudget(), 1000, bids('16', '15'), { lot, held, category: null });
    expect(told(called)).toEqual(['reserve', '15']);
  });
});
