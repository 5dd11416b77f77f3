import fc from 'fast-check';
import { printAmount } from '../kernel/money';
import { bids, byBudget, placed, pot, told, twoCategories } from './allocation.fixture';
import { allocateAwards } from './allocate-awards';
import { commissionDraws } from './commission-draws';
import type { FundPot } from './rule-set.types';

const elderly = { categories: ['elderly'] };
const draws = (award: Parameters<typeof placed>[0], pots: FundPot[], ...wanted: string[]) =>
  placed(award, pots, bids(...wanted)).map((one) =>
    one.draws.map(({ fund, amountFen }) => `${fund} ${printAmount(amountFen)}`),
  );

describe('a pot for some categories', () => {
  const pots = [pot('lottery', 50, elderly), pot('city', 50)];

  it('pays for these alone, in its turn', () => {
    expect(draws(byBudget(), pots, '60 elderly', '30 youth', '10 -')).toEqual([
      ['lottery 50.00', 'city 10.00'],
      ['city 30.00'],
      ['city 10.00'],
    ]);
  });

  it('keeps out nobody else, and whoever it cannot pay is told what the others hold', () => {
    const placements = placed(byBudget(), pots, bids('10 elderly', '60 youth'));
    expect(told(placements)).toEqual(['10', 'reserve']);
    expect(placements[1]!.explanation).toEqual({
      rule: '/award/whenItDoesNotFit',
      inputs: { rank: '2', amount: '60.00', left: '50.00', funds: 'city' },
      arithmetic: '60.00 > 50.00',
      words: {
        zh: '第2名，申请60.00元：可支付该项的资金“city资金”只余50.00元，不足，按规则跳过。列为备选。',
        en: 'Rank 2, asking for 60.00 yuan: only 50.00 yuan are left in what may pay for it, “Pot city”, and by the rules it is passed over. It is on the reserve list.',
      },
    });
    const [first] = placed(byBudget(), pots, bids('10 youth'));
    expect(first!.explanation.words.zh).toContain('可支付该项的资金“city资金”尚余50.00元，足够');
  });

  it('leaves a bid that no pot may pay for without an award, and ends nothing by it', () => {
    const stopping = byBudget({ whenItDoesNotFit: 'stop' });
    const placements = placed(stopping, [pot('lottery', 50, elderly)], bids('10 -', '10 elderly'));
    expect(told(placements)).toEqual(['reserve', '10']);
    expect(placements[0]!.explanation).toMatchObject({
      rule: '/funding',
      arithmetic: '10.00 > 0.00',
      words: { zh: '第1名，申请10.00元：没有可支付该项的资金，按规则跳过。列为备选。' },
    });
  });

  it('ends the awards of the pots that did not reach, and of no others', () => {
    const stopping = byBudget({ whenItDoesNotFit: 'stop' });
    const two = [pot('lottery', 50, elderly), pot('school', 50, { categories: ['youth'] })];
    const given = bids('60 elderly', '10 elderly', '20 youth', '40 youth', '1 youth');
    const placements = placed(stopping, two, given);
    expect(told(placements)).toEqual(['reserve', 'reserve', '20', 'reserve', 'reserve']);
    expect(placements.map(({ explanation }) => explanation.inputs['stoppedAtRank'])).toEqual([
      ...[undefined, '1', undefined, undefined, '4'],
    ]);
  });

  it('goes on where another was overdrawn, but is not overdrawn as well: one award beyond the pots is the most', () => {
    const beyond = byBudget({ whenItDoesNotFit: 'overrun', leastShareLeft: '0.5' });
    const two = [pot('lottery', 50, elderly), pot('school', 50, { categories: ['youth'] })];
    const given = bids('60 elderly', '60 youth', '40 youth', '1 elderly');
    const placements = placed(beyond, two, given);
    expect(told(placements)).toEqual(['60', 'reserve', '40', 'reserve']);
    expect(placements[1]!.explanation.words.zh).toContain('已有一个项目超出资金立项');
    expect(placements[3]!.explanation.inputs['endedAtRank']).toBe('1');
  });

  it('ends for whom it is closed, while a pot that is still open pays for others', () => {
    const stopping = byBudget({ whenItDoesNotFit: 'stop' });
    const placements = placed(stopping, pots, bids('60 youth', '40 elderly', '51 elderly', '1 -'));
    expect(told(placements)).toEqual(['reserve', '40', 'reserve', 'reserve']);
    expect(placements[1]!.draws).toEqual([{ fund: 'lottery', amountFen: 4000n }]);
  });
});

describe('pots that pay in shares', () => {
  const pots = [pot('province', 60, { share: '0.6' }), pot('city', 60, { share: '0.4' })];

  it('pay each award together, each its share', () => {
    expect(draws(byBudget(), pots, '50', '10')).toEqual([
      ['province 30.00', 'city 20.00'],
      ['province 6.00', 'city 4.00'],
    ]);
  });

  it('cut it to the fen by largest remainder', () => {
    const thirds = ['0.333334', '0.333333', '0.333333'].map((share, index) =>
      pot(`p${index}`, 10, { share }),
    );
    expect(draws(byBudget(), thirds, '10')).toEqual([['p0 3.34', 'p1 3.33', 'p2 3.33']]);
  });

  it('pay nothing of what one of them cannot hold its part of, however much the others hold', () => {
    const placements = placed(byBudget(), pots, bids('90', '30', '10'));
    expect(told(placements)).toEqual(['90', 'reserve', '10']);
    expect(placements[1]!.explanation).toEqual({
      rule: '/funding/province/share',
      inputs: {
        ...{ rank: '2', amount: '30.00', left: '10.00' },
        ...{ 'share.province': '0.6', 'part.province': '18.00', 'left.province': '6.00' },
      },
      arithmetic: '18.00 > 6.00',
      words: {
        zh: '第2名，申请30.00元：“province资金”按0.6的份额应承担18.00元，只余6.00元，各项资金按份额至多可支付10.00元，不足，按规则跳过。列为备选。',
        en: 'Rank 2, asking for 30.00 yuan: “Pot province” has to give its share of 0.6, 18.00 yuan, and only 6.00 yuan are left; by their shares the pots can pay 10.00 yuan at most, and by the rules it is passed over. It is on the reserve list.',
      },
    });
    expect(placements[2]!.explanation).toMatchObject({
      arithmetic: '6.00 ≤ 6.00; 4.00 ≤ 24.00',
      words: {
        zh: expect.stringContaining('“province资金”按0.6的份额承担6.00元，尚余6.00元，足够'),
      },
    });
  });

  it('give what by their shares is left, or go beyond it, where the rules say so', () => {
    const part = byBudget({ whenItDoesNotFit: 'partial', leastShareLeft: '0.5' });
    expect(draws(part, pots, '90', '20')).toEqual([
      ['province 54.00', 'city 36.00'],
      ['province 6.00', 'city 4.00'],
    ]);
    const beyond = byBudget({ whenItDoesNotFit: 'overrun', leastShareLeft: '0.5' });
    const [, second] = placed(beyond, pots, bids('90', '20'));
    expect(second).toMatchObject({ amountFen: 2000n, overrunFen: 1000n });
  });

  it('may do so for some categories, where the shares of these pots are the whole', () => {
    const mixed = [
      pot('city', 100, { share: '0.5' }),
      pot('lottery', 100, { share: '0.5', ...elderly }),
      pot('school', 100, { share: '0.5', categories: ['youth'] }),
    ];
    expect(draws(byBudget(), mixed, '10 elderly', '10 youth')).toEqual([
      ['city 5.00', 'lottery 5.00'],
      ['city 5.00', 'school 5.00'],
    ]);
    expect(() => draws(byBudget(), mixed, '10 -')).toThrow('do not total exactly 1');
  });

  it('end for all with one of them that ends, since none pays without it', () => {
    const stopping = byBudget({ whenItDoesNotFit: 'stop' });
    const mixed = [
      pot('city', 100, { share: '0.5' }),
      pot('lottery', 10, { share: '0.5', ...elderly }),
      pot('school', 100, { share: '0.5', categories: ['youth'] }),
    ];
    const placements = placed(stopping, mixed, bids('30 elderly', '10 youth'));
    expect(told(placements)).toEqual(['reserve', 'reserve']);
    expect(placements[1]!.explanation.inputs['stoppedAtRank']).toBe('1');
  });

  it('are refused where they say shares that are not the whole, or one says none', () => {
    const short = [pot('province', 60, { share: '0.6' }), pot('city', 60, { share: '0.3' })];
    expect(() => draws(byBudget(), short, '10')).toThrow(RangeError);
    const silent = [pot('province', 60, { share: '1' }), pot('city', 60)];
    expect(() => draws(byBudget(), silent, '10')).toThrow('the pot city says no share');
  });

  it('never give a fen that is not there, nor keep one that the shares ask for', () => {
    const weight = fc.integer({ min: 1, max: 1000 });
    const given = fc.record({
      weights: fc.tuple(weight, weight, weight),
      held: fc.tuple(weight, weight, weight),
      asked: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 9 }),
    });
    fc.assert(
      fc.property(given, ({ weights, held, asked }) => {
        const shares = sharesOf(weights);
        const all = shares.map((share, index) => ({
          ...pot(`p${index}`, 0, { share }),
          amount: printAmount(BigInt(held[index]!)),
        }));
        const candidates = asked.map((fen, index) => ({
          ...{ bidId: `b${index}`, rank: index + 1, category: null, amountFen: BigInt(fen) },
        }));
        const rules = { award: byBudget(), categories: twoCategories };
        const { placements, left } = allocateAwards(rules, all, candidates);
        left.forEach(({ amountFen }, index) => {
          const drawn = placements
            .flatMap((one) => one.draws)
            .filter(({ fund }) => fund === `p${index}`)
            .reduce((sum, draw) => sum + draw.amountFen, 0n);
          expect(amountFen).toBeGreaterThanOrEqual(0n);
          expect(drawn + amountFen).toBe(BigInt(held[index]!));
        });
        for (const { outcome, amountFen, draws: paid } of placements) {
          const total = paid.reduce((sum, draw) => sum + draw.amountFen, 0n);
          expect(total).toBe(outcome === 'awarded' ? amountFen : 0n);
        }
      }),
    );
  });
});

/** Shares of at most six places that total exactly 1. */
function sharesOf(weights: readonly number[]): string[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const millionths = weights.map((weight) => Math.floor((weight * 1_000_000) / whole));
  millionths[0]! += 1_000_000 - millionths.reduce((sum, part) => sum + part, 0);
  return millionths.map((part) => (part / 1_000_000).toFixed(6));
}

describe('an earmark', () => {
  it('is no bound of the allocation: it is a fact on the record', () => {
    const marked = [pot('lottery', 50, { earmark: ['elderly'] })];
    expect(draws(byBudget(), marked, '10 youth')).toEqual([['lottery 10.00']]);
  });
});

describe('a directed commission', () => {
  it('is paid by the pots in their order, and not by those for some categories', () => {
    const pots = [pot('lottery', 50, elderly), pot('city', 20), pot('gifts', 30)];
    const paid = commissionDraws(pots, 2500n);
    expect(paid?.draws).toEqual([
      { fund: 'city', amountFen: 2000n },
      { fund: 'gifts', amountFen: 500n },
    ]);
    expect(paid?.explanation).toMatchObject({
      inputs: { left: '50.00' },
      arithmetic: '25.00 ≤ 50.00',
    });
    expect(commissionDraws(pots, 5001n)).toBeNull();
  });

  it('is paid in shares where the pots pay so', () => {
    const pots = [pot('province', 60, { share: '0.6' }), pot('city', 60, { share: '0.4' })];
    const paid = commissionDraws(pots, 5000n);
    expect(paid?.explanation.arithmetic).toBe('30.00 ≤ 60.00; 20.00 ≤ 60.00');
    expect(commissionDraws(pots, 10_001n)).toBeNull();
  });
});
