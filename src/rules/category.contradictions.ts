import { parseAmount } from '../kernel/money';
import type { Refusal } from '../kernel/refusal';
import { amountReach, potsTotal, totalOf, yuan } from './amount-reach';
import { pointerTo } from './json-pointer';
import { refuseMoneyRules } from './money-rules.refusals';
import { reading, type PartCheck } from './part-check';
import { refuseRules } from './rules.refusals';
import type { AmountRule, CategoryRules, RuleSet } from './rule-set.types';

/** What quotas, budgets and caps of categories say against each other, the pots, the amount rule and the award rule. */
export const categoryChecks: readonly PartCheck[] = [
  reading(['categories'], ({ categories }) => inEach(categories, inBudget)),
  reading(['categories', 'amount'], ({ categories, amount }) =>
    inEach(categories, (category, at) => inCap(category, amount, at)),
  ),
  reading(['categories', 'award'], ({ categories, award }) =>
    inEach(categories, (category, at) => inUse(category, award.variant, at)),
  ),
  reading(['categories', 'funding'], inTotal),
  reading(['categories', 'award'], inAwardRule),
  reading(['categories', 'amount', 'funding'], quotasAboveTheMoney),
];

function inEach(
  categories: readonly CategoryRules[],
  faultsIn: (category: CategoryRules, at: string) => Refusal[],
): Refusal[] {
  return categories.flatMap((category, index) =>
    faultsIn(category, pointerTo('categories', index)),
  );
}

function inBudget({ code, budget }: CategoryRules, at: string): Refusal[] {
  if (budget === undefined || parseAmount(budget) > 0n) return [];
  return [refuseRules('RULES.CATEGORY_BUDGET_ZERO', { category: code }, at + pointerTo('budget'))];
}

function inCap(
  { code: category, cap, budget }: CategoryRules,
  amount: AmountRule,
  at: string,
): Refusal[] {
  if (cap === undefined) return [];
  const here = at + pointerTo('cap');
  const capFen = parseAmount(cap);
  if (capFen === 0n) return [refuseRules('RULES.GRANT_ALWAYS_ZERO', {}, here)];
  const { leastFen, mostFen } = amountReach(amount, category);
  if (mostFen !== null && capFen > mostFen) {
    const facts = { category, cap, maxAmount: yuan(mostFen) };
    return [refuseRules('RULES.CATEGORY_CAP_ABOVE_AMOUNT', facts, here)];
  }
  if (capFen < leastFen) {
    const facts = { category, cap, least: yuan(leastFen) };
    return [refuseMoneyRules('RULES.CATEGORY_CAP_BELOW_LEAST', facts, here)];
  }
  if (budget !== undefined && capFen > parseAmount(budget)) {
    return [refuseRules('RULES.CATEGORY_CAP_ABOVE_BUDGET', { category, cap, budget }, here)];
  }
  return [];
}

/** A quota or a budget that the award rule passes over would be a promise that nobody keeps. */
function inUse(
  category: CategoryRules,
  variant: RuleSet['award']['variant'],
  at: string,
): Refusal[] {
  if (variant === 'rank-within-quotas') return [];
  return (['quota', 'budget'] as const)
    .filter((name) => category[name] !== undefined)
    .map((name) =>
      refuseRules(
        'RULES.QUOTAS_NOT_ASKED',
        { variant, category: category.code },
        at + pointerTo(name),
      ),
    );
}

function inTotal({ categories, funding }: Pick<RuleSet, 'categories' | 'funding'>): Refusal[] {
  const totalFen = totalOf(categories.map(({ budget }) => budget ?? '0.00'));
  const potsFen = potsTotal(funding);
  if (totalFen <= potsFen) return [];
  const facts = { total: yuan(totalFen), pots: yuan(potsFen) };
  return [refuseRules('RULES.CATEGORY_BUDGETS_ABOVE_POTS', facts, pointerTo('categories'))];
}

function inAwardRule({
  award: { variant },
  categories,
}: Pick<RuleSet, 'award' | 'categories'>): Refusal[] {
  if (variant !== 'rank-within-quotas') return [];
  if (categories.some(({ quota }) => quota !== undefined)) return [];
  return [refuseRules('RULES.QUOTAS_MISSING', { variant }, pointerTo('award', 'variant'))];
}

/** A quota is a promise of places; where every grant has a floor, places cost at least so much, and the money has to be there. */
function quotasAboveTheMoney({
  categories,
  amount,
  funding,
}: Pick<RuleSet, 'categories' | 'amount' | 'funding'>): Refusal[] {
  let totalFen = 0n;
  const faults = inEach(categories, ({ code: category, quota = 0, budget }, at) => {
    const { leastFen } = amountReach(amount, category);
    const neededFen = leastFen * BigInt(quota);
    totalFen += neededFen;
    const payableFen = potsTotal(funding, category);
    const budgetFen = budget === undefined ? payableFen : parseAmount(budget);
    const thereFen = budgetFen < payableFen ? budgetFen : payableFen;
    if (neededFen <= thereFen) return [];
    const facts = { category, quota, least: yuan(leastFen), budget: yuan(thereFen) };
    return [refuseMoneyRules('RULES.QUOTA_ABOVE_BUDGET', facts, at + pointerTo('quota'))];
  });
  const potsFen = potsTotal(funding);
  if (faults.length > 0 || totalFen <= potsFen) return faults;
  const facts = { total: yuan(totalFen), pots: yuan(potsFen) };
  return [refuseMoneyRules('RULES.QUOTAS_ABOVE_POTS', facts, pointerTo('categories'))];
}
