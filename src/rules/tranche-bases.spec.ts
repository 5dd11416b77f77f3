import fc from 'fast-check';
import { toDay } from '../kernel/day';
import { parseAmount, printAmount } from '../kernel/money';
import { printRatio } from '../kernel/ratio';
import type { TrancheBase, TrancheRules } from './rule-set.types';
import { smallRound } from './small-round.fixture';
import { splitAward } from './tranche-amounts';
import { baseAmounts, baseGroups, evenByYear, payingBase, type BudgetCell } from './tranche-bases';

const [first] = smallRound().tranches as [TrancheRules];

const part = (code: string, share: string, of?: TrancheBase): TrancheRules => ({
  ...first,
  code,
  share,
  ...(of !== undefined && { of }),
});

const year = (n: number): TrancheBase => ({ variant: 'year', year: n });
const lines = (...codes: string[]): TrancheBase => ({ variant: 'lines', lines: codes });

const cell = (line: string, n: number, yuan: string): BudgetCell => ({
  line,
  year: n,
  amountFen: parseAmount(yuan),
});

/** il-gif-payments: equipment first and whole, then 50 / 40 / 10 of each year. */
const gif = [
  part('equipment', '1', lines('equipment')),
  ...[1, 2, 3].flatMap((n) => [
    part(`y${n}-start`, '0.5', year(n)),
    part(`y${n}-middle`, '0.4', year(n)),
    part(`y${n}-end`, '0.1', year(n)),
  ]),
];

const gifBudget = [
  cell('equipment', 1, '30000.00'),
  ...[1, 2, 3].map((n) => cell('staff', n, `${n}0000.00`)),
];

const amountsOf = (parts: readonly { code: string; amountFen: bigint }[]) =>
  Object.fromEntries(parts.map(({ code, amountFen }) => [code, printAmount(amountFen)]));

describe('splitAward by what tranches are shares of', () => {
  it('pays equipment whole and 50 / 40 / 10 of each year, as il-gif does', () => {
    const parts = splitAward(gif, parseAmount('90000.00'), gifBudget);
    expect(amountsOf(parts)).toEqual({
      equipment: '30000.00',
      ...{ 'y1-start': '5000.00', 'y1-middle': '4000.00', 'y1-end': '1000.00' },
      ...{ 'y2-start': '10000.00', 'y2-middle': '8000.00', 'y2-end': '2000.00' },
      ...{ 'y3-start': '15000.00', 'y3-middle': '12000.00', 'y3-end': '3000.00' },
    });
    expect(parts[4]?.explanation).toEqual({
      rule: '/tranches/y2-start/share',
      inputs: { award: '90000.00', of: 'year-2', base: '20000.00', share: '0.5' },
      arithmetic: '90000.00 × 20000.00 ÷ 90000.00 ≈ 20000.00; 20000.00 × 0.5 ≈ 10000.00',
    });
  });

  it('takes of each line what the award is of the budget, where the organization adds its own funds', () => {
    const tranches = [part('equipment', '1', lines('equipment')), part('rest', '1')];
    const budget = [cell('equipment', 1, '40000.00'), cell('staff', 1, '60000.00')];
    expect(amountsOf(splitAward(tranches, parseAmount('50000.00'), budget))).toEqual({
      equipment: '20000.00',
      rest: '30000.00',
    });
  });

  it('splits a project of one year as it splits the award', () => {
    const shares = ['0.5', '0.4', '0.1'];
    const ofYear = shares.map((share, n) => part(`t${n}`, share, year(1)));
    const ofAward = shares.map((share, n) => part(`t${n}`, share));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), (awardFen) => {
        const budget = [cell('staff', 1, '70000.00'), cell('other', 1, '3.33')];
        expect(amountsOf(splitAward(ofYear, awardFen, budget))).toEqual(
          amountsOf(splitAward(ofAward, awardFen)),
        );
      }),
    );
  });

  it('adds up to the award, to the fen, whatever the budget is', () => {
    const fen = fc.bigInt({ min: 0n, max: 10n ** 10n });
    const budgets = fc
      .tuple(fen, fc.array(fen, { minLength: 3, maxLength: 3 }))
      .filter(([equipment, years]) => equipment + years.reduce((a, b) => a + b) > 0n);
    fc.assert(
      fc.property(fen, budgets, (awardFen, [equipment, years]) => {
        const budget = [
          { line: 'equipment', year: 1, amountFen: equipment },
          ...years.map((amountFen, n) => ({ line: 'staff', year: n + 1, amountFen })),
        ];
        const parts = splitAward(gif, awardFen, budget);
        expect(parts.reduce((total, { amountFen }) => total + amountFen, 0n)).toBe(awardFen);
        expect(parts.every(({ amountFen }) => amountFen >= 0n)).toBe(true);
      }),
    );
  });

  it('does not ask for a budget where every tranche is a share of the award', () => {
    const tranches = [part('a', '0.8', { variant: 'award' }), part('b', '0.2')];
    expect(amountsOf(splitAward(tranches, 100n))).toEqual({ a: '0.80', b: '0.20' });
  });

  it.each([
    ['money in a line that no tranche pays', [cell('staff', 4, '1.00')]],
    ['no budget', []],
  ])('refuses %s', (_, budget) => {
    expect(() => splitAward(gif, 100n, budget)).toThrow(RangeError);
  });

  it('refuses two bases with one line, and shares that are not the whole of their base', () => {
    const twice = [
      part('a', '1', lines('equipment', 'staff')),
      part('b', '1', lines('equipment')),
      part('c', '1'),
    ];
    expect(() => splitAward(twice, 100n, gifBudget)).toThrow(RangeError);
    const half = [part('a', '0.5', lines('equipment')), part('b', '1')];
    expect(() => splitAward(half, 100n, gifBudget)).toThrow(RangeError);
  });
});

describe('baseGroups', () => {
  it('puts tranches together that are shares of the same, whatever the order of lines', () => {
    const groups = baseGroups([
      part('a', '0.5', lines('x', 'y')),
      part('b', '1'),
      part('c', '0.5', lines('y', 'x')),
    ]);
    expect(groups.map(({ places, total }) => [places, printRatio(total)])).toEqual([
      [[0, 2], '1'],
      [[1], '1'],
    ]);
  });
});

describe('baseAmounts', () => {
  it('gives nothing to a base that the budget has nothing for', () => {
    const tranches = [part('a', '1', lines('equipment')), part('b', '1')];
    const amounts = baseAmounts(tranches, 500n, [cell('staff', 1, '1.00')]);
    expect(amounts.map(({ amountFen }) => amountFen)).toEqual([0n, 500n]);
  });
});

describe('payingBase', () => {
  const bases = [year(1), lines('equipment'), { variant: 'award' } as const];

  it('finds the line first, then the year, then the award', () => {
    expect(payingBase(bases, { line: 'equipment', year: 1 })).toBe(1);
    expect(payingBase(bases, { line: 'staff', year: 1 })).toBe(0);
    expect(payingBase(bases, { line: 'staff', year: 2 })).toBe(2);
  });

  it('finds none where no base pays', () => {
    expect(payingBase([year(1)], { line: 'staff', year: 2 })).toBeNull();
  });
});

describe('evenByYear', () => {
  const lines = [{ code: 'staff', amountFen: 100n }];
  const lasting = (projectTo: string) =>
    evenByYear(lines, { projectFrom: toDay('2020-06-12'), projectTo: toDay(projectTo) });

  it('puts all of it into the first year of a project that lasts no longer', () => {
    expect(lasting('2021-06-11')).toEqual([{ line: 'staff', year: 1, amountFen: 100n }]);
  });

  it('spreads it evenly over several years, to the fen', () => {
    expect(lasting('2022-12-31').map(({ year, amountFen }) => [year, amountFen])).toEqual([
      [1, 34n],
      [2, 33n],
      [3, 33n],
    ]);
  });
});
