import { bids, byBudget, lotWith, placed, told } from './allocation.fixture';

const partial = byBudget({ whenItDoesNotFit: 'partial', leastShareLeft: '0.8' });
const overrun = byBudget({ whenItDoesNotFit: 'overrun', leastShareLeft: '0.8' });

describe('what is left at the budget line', () => {
  it('goes to the first of whom enough is left, and the awards end', () => {
    const placements = placed(partial, 100, bids('60', '50', '1'));
    expect(told(placements)).toEqual(['60', '40', 'reserve']);
    expect(placements[1]).toMatchObject({
      askedFen: 5000n,
      amountFen: 4000n,
      overrunFen: 0n,
      draws: [{ fund: 'city', amountFen: 4000n }],
    });
  });

  it('is enough at exactly the share, and not a fen below', () => {
    const exactly = [{ ...bids('50')[0]!, amountFen: 12_500n }];
    expect(told(placed(partial, 100, exactly))).toEqual(['100']);
    const above = [{ ...bids('50')[0]!, amountFen: 12_501n }];
    expect(told(placed(partial, 100, above))).toEqual(['reserve']);
  });

  it('passes over those of whom too little is left, and tries the next', () => {
    const placements = placed(partial, 100, bids('60', '51', '30', '10'));
    expect(told(placements)).toEqual(['60', 'reserve', '30', '10']);
    expect(placements[1]!.explanation).toEqual({
      rule: '/award/whenItDoesNotFit',
      inputs: { rank: '2', amount: '51.00', left: '40.00', leastShareLeft: '0.8' },
      arithmetic: '51.00 > 40.00; 40.00 < 51.00 × 0.8',
      words: {
        zh: '第2名，申请51.00元：资金只余40.00元，不足，且少于申请额的0.8，按规则跳过。列为备选。',
        en: 'Rank 2, asking for 51.00 yuan: only 40.00 yuan are left, less than a share of 0.8 of what it asks for, and by the rules it is passed over. It is on the reserve list.',
      },
    });
  });

  it('is any amount where the rules name no share, but not nothing', () => {
    const any = byBudget({ whenItDoesNotFit: 'partial' });
    expect(told(placed(any, 61, bids('60', '50', '1')))).toEqual(['60', '1', 'reserve']);
    expect(told(placed(any, 60, bids('60', '50', '1')))).toEqual(['60', 'reserve', 'reserve']);
  });

  it('is told with what was asked, what was left and what it gets', () => {
    const [, second, third] = placed(partial, 100, bids('60', '50', '1'));
    expect(second!.explanation).toEqual({
      rule: '/award/whenItDoesNotFit',
      inputs: {
        ...{ rank: '2', amount: '50.00', left: '40.00' },
        ...{ leastShareLeft: '0.8', awarded: '40.00' },
      },
      arithmetic: '50.00 > 40.00; 40.00 ≥ 50.00 × 0.8',
      words: {
        zh: '第2名，申请50.00元：资金只余40.00元，不足全额，但不少于申请额的0.8，按规则只资助所余40.00元，其后不再立项。予以立项。',
        en: 'Rank 2, asking for 50.00 yuan: only 40.00 yuan are left, which is less than it asks for but at least a share of 0.8 of it; by the rules it gets what is left, 40.00 yuan, and the awards end here. It is awarded.',
      },
    });
    expect(third!.explanation).toEqual({
      rule: '/award/whenItDoesNotFit',
      inputs: { rank: '3', amount: '1.00', endedAtRank: '2' },
      arithmetic: '3 > 2',
      words: {
        zh: '第3名，申请1.00元：所余资金已资助第2名，按规则其后不再立项。列为备选。',
        en: 'Rank 3, asking for 1.00 yuan: rank 2 got what was left, and by the rules nothing is given after it. It is on the reserve list.',
      },
    });
  });
});

describe('an award beyond the pots', () => {
  it('is given in full to the first of whom enough is left, and the awards end', () => {
    const placements = placed(overrun, 100, bids('60', '50', '1'));
    expect(told(placements)).toEqual(['60', '50', 'reserve']);
    expect(placements[1]).toMatchObject({
      amountFen: 5000n,
      overrunFen: 1000n,
      draws: [{ fund: 'city', amountFen: 4000n }],
    });
    expect(placements[2]!.explanation.words.zh).toContain('第2名已超出资金立项');
  });

  it('is told by how much, which no pot pays', () => {
    const [, second] = placed(overrun, 100, bids('60', '50'));
    expect(second!.explanation).toEqual({
      rule: '/award/whenItDoesNotFit',
      inputs: {
        ...{ rank: '2', amount: '50.00', left: '40.00' },
        ...{ leastShareLeft: '0.8', overrun: '10.00' },
      },
      arithmetic: '50.00 > 40.00; 40.00 ≥ 50.00 × 0.8; 50.00 - 40.00 = 10.00',
      words: {
        zh: '第2名，申请50.00元：资金只余40.00元，不足全额，但不少于申请额的0.8，按规则全额资助，其中10.00元超出资金，其后不再立项。予以立项。',
        en: 'Rank 2, asking for 50.00 yuan: only 40.00 yuan are left, which is less than it asks for but at least a share of 0.8 of it; by the rules it is funded in full, 10.00 yuan of it beyond the pots, and the awards end here. It is awarded.',
      },
    });
  });

  it('is not given where too little is left, or nothing', () => {
    expect(told(placed(overrun, 100, bids('60', '51', '40')))).toEqual(['60', 'reserve', '40']);
    const any = byBudget({ whenItDoesNotFit: 'overrun' });
    expect(told(placed(any, 60, bids('60', '1')))).toEqual(['60', 'reserve']);
  });

  it('is one in a lot: when the reserve is called up beside it, there is no second', () => {
    const held = [{ category: null, amountFen: 5000n, overrunFen: 1000n }];
    const called = placed(overrun, 60, bids('70', '30'), { held, category: null });
    expect(told(called)).toEqual(['reserve', '30']);
    expect(called[0]!.explanation).toMatchObject({
      arithmetic: '70.00 > 60.00',
      words: { en: expect.stringContaining('one award is beyond the pots already') },
    });
    expect(told(placed(overrun, 60, bids('70', '30')))).toEqual(['70', 'reserve']);
  });

  it('is beyond the budget of its lot, which is no reason to draw on what the pots hold for other lots', () => {
    const lot = lotWith({ budget: '40.00' });
    const [first] = placed(overrun, 1000, bids('50'), { lot });
    expect(first).toMatchObject({ overrunFen: 1000n, draws: [{ amountFen: 4000n }] });
    expect(first!.explanation.words.en).toContain('of the budget of the lot “East” are left');
  });
});
