import fc from 'fast-check';
import type { Refusal } from '../../../kernel/refusal';
import { smallRound } from '../../../rules/small-round.fixture';
import { totalOf } from '../fund-parts';
import { replanTranches, type AmendableTranche } from './replan-tranches';
import { planTranches } from './tranche-sums';

const { tranches: rules } = smallRound();
const draws = [
  { fundId: 'lottery', amountFen: 3_000_000n },
  { fundId: 'fiscal', amountFen: 2_000_000n },
];
/** The small round's tranches of 50,000 yuan, 50, 40 and 10 per cent of it, in these states. */
const tranches = (...states: AmendableTranche['state'][]): AmendableTranche[] =>
  planTranches(rules, 5_000_000n, draws).map(({ code, amountFen, parts }, index) => ({
    code,
    plannedFen: amountFen,
    plannedParts: [...parts],
    state: states[index]!,
  }));
const code = (act: () => unknown): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('replanTranches', () => {
  const oneDue = tranches('due', 'planned', 'planned');

  it('splits what is left among the open tranches by their shares, and leaves the due one alone', () => {
    const { tranches: planned, more, less } = replanTranches(oneDue, rules, draws, 5_500_000n);
    expect(planned.map(({ amountFen, isFixed }) => [amountFen, isFixed])).toEqual([
      [2_500_000n, true],
      [2_400_000n, false],
      [600_000n, false],
    ]);
    expect(more.map(({ amountFen }) => amountFen)).toEqual([300_000n, 200_000n]);
    expect(totalOf(less)).toBe(0n);
    expect(planned[1]!.explanation!.arithmetic).toBe(
      '(55000.00 - 25000.00) × 0.4 ÷ 0.5 ≈ 24000.00',
    );
  });

  it('takes a smaller amount out of what is open', () => {
    const { tranches: planned, more, less } = replanTranches(oneDue, rules, draws, 4_000_000n);
    expect(planned.map(({ amountFen }) => amountFen)).toEqual([2_500_000n, 1_200_000n, 300_000n]);
    expect(less.map(({ amountFen }) => amountFen)).toEqual([600_000n, 400_000n]);
    expect(totalOf(more)).toBe(0n);
  });

  it('refuses an amount below what is due, and takes exactly that', () => {
    expect(code(() => replanTranches(oneDue, rules, draws, 2_499_999n))).toBe(
      'PAYMENTS.BELOW_WHAT_IS_DUE',
    );
    const { tranches: planned } = replanTranches(oneDue, rules, draws, 2_500_000n);
    expect(planned.map(({ amountFen }) => amountFen)).toEqual([2_500_000n, 0n, 0n]);
  });

  it('refuses another amount when every tranche is due or over', () => {
    const settled = tranches('paid', 'due', 'void');
    expect(code(() => replanTranches(settled, rules, draws, 5_500_000n))).toBe(
      'PAYMENTS.NOTHING_LEFT_TO_AMEND',
    );
  });

  it('gives tranches that add up to the amount, and parts that add up to tranches and funds', () => {
    const states = fc.constantFrom<AmendableTranche['state'][]>(
      ['planned', 'planned', 'planned'],
      ['due', 'planned', 'planned'],
      ['paid', 'void', 'planned'],
    );
    const amounts = fc.bigInt({ min: 4_500_000n, max: 5_500_000n });
    fc.assert(
      fc.property(states, amounts, (given, amountFen) => {
        const before = tranches(...given);
        const { tranches: after, more, less } = replanTranches(before, rules, draws, amountFen);
        expect(after.reduce((total, tranche) => total + tranche.amountFen, 0n)).toBe(amountFen);
        for (const tranche of after) expect(totalOf(tranche.parts)).toBe(tranche.amountFen);
        draws.forEach((draw, fund) => {
          const borne = after.reduce((total, { parts }) => total + parts[fund]!.amountFen, 0n);
          expect(borne).toBe(draw.amountFen + more[fund]!.amountFen - less[fund]!.amountFen);
        });
      }),
    );
  });

  it('gives what it started from when the amount stays', () => {
    const before = tranches('planned', 'planned', 'planned');
    const { tranches: after } = replanTranches(before, rules, draws, 5_000_000n);
    expect(after.map(({ amountFen }) => amountFen)).toEqual(
      before.map(({ plannedFen }) => plannedFen),
    );
  });
});
