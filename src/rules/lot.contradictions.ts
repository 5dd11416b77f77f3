import { parseAmount } from '../kernel/money';
import { toInstant } from '../kernel/instant';
import type { Refusal } from '../kernel/refusal';
import { amountReach, potsTotal, totalOf, yuan } from './amount-reach';
import { pointerTo } from './json-pointer';
import { refuseMoneyRules } from './money-rules.refusals';
import { reading, type PartCheck } from './part-check';
import type { LotRules, RuleSet, Timetable } from './rule-set.types';
import { refuseWayRules } from './way-rules.refusals';

/** What the lots say of their money and their times against the pots and the timetable. */
export const lotChecks: readonly PartCheck[] = [
  reading(['lots'], ({ lots }) => lots.flatMap(noBudget)),
  reading(['lots', 'funding'], budgetsAboveThePots),
  reading(['lots', 'funding', 'amount'], ({ lots, funding, amount }) => {
    const { leastFen } = amountReach(amount);
    return lots.flatMap(({ code: lot, winners, budget }, index) => {
      const thereFen = budget === undefined ? potsTotal(funding) : parseAmount(budget);
      if (winners === undefined || leastFen * BigInt(winners) <= thereFen) return [];
      const facts = { lot, winners, least: yuan(leastFen), budget: yuan(thereFen) };
      const at = pointerTo('lots', index, 'winners');
      return [refuseMoneyRules('RULES.LOT_WINNERS_ABOVE_BUDGET', facts, at)];
    });
  }),
  reading(['lots', 'timetable'], ({ lots, timetable }) =>
    lots.flatMap((lot, index) => inWindow(lot, timetable, pointerTo('lots', index))),
  ),
];

function noBudget({ code: lot, budget }: LotRules, index: number): Refusal[] {
  if (budget === undefined || parseAmount(budget) > 0n) return [];
  const at = pointerTo('lots', index, 'budget');
  return [refuseMoneyRules('RULES.LOT_BUDGET_ZERO', { lot }, at)];
}

function budgetsAboveThePots({ lots, funding }: Pick<RuleSet, 'lots' | 'funding'>): Refusal[] {
  const totalFen = totalOf(lots.map(({ budget }) => budget ?? '0.00'));
  const potsFen = potsTotal(funding);
  if (totalFen <= potsFen) return [];
  const facts = { total: yuan(totalFen), pots: yuan(potsFen) };
  return [refuseMoneyRules('RULES.LOT_BUDGETS_ABOVE_POTS', facts, pointerTo('lots'))];
}

/** A lot with times of its own opens before it closes, and neither before the call nor after it. */
function inWindow(lot: LotRules, { callOpensAt, callClosesAt }: Timetable, at: string): Refusal[] {
  const { code, opensAt = callOpensAt, closesAt = callClosesAt } = lot;
  const [opens, closes] = [toInstant(opensAt), toInstant(closesAt)];
  if (lot.opensAt === undefined && lot.closesAt === undefined) return [];
  const here = at + pointerTo(lot.closesAt === undefined ? 'opensAt' : 'closesAt');
  const facts = { lot: code, opensAt, closesAt };
  if (closes <= opens) return [refuseWayRules('RULES.LOT_CLOSES_BEFORE_OPENS', facts, here)];
  if (opens >= toInstant(callOpensAt) && closes <= toInstant(callClosesAt)) return [];
  const outside = { ...facts, callOpensAt, callClosesAt };
  return [refuseWayRules('RULES.LOT_OUTSIDE_CALL', outside, here)];
}
