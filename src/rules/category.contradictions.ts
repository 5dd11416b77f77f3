import { parseAmount, printAmount, type Fen } from '../kernel/money';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { refuseRules } from './rules.refusals';
import type { CategoryRules, RuleSet } from './rule-set.types';

/** What quotas, budgets and caps of categories say against each other, the pots, the amount rule and the award rule. */
export function contradictionsInCategories(rules: RuleSet): Refusal[] {
  return [
    ...rules.categories.flatMap((category, index) => {
      const at = pointerTo('categories', index);
      return [
        ...inBudget(category, at),
        ...inCap(category, rules, at),
        ...inUse(category, rules, at),
      ];
    }),
    ...inTotal(rules),
    ...inAwardRule(rules),
  ];
}

function inBudget({ code, budget }: CategoryRules, at: string): Refusal[] {
  if (budget === undefined || parseAmount(budget) > 0n) return [];
  return [refuseRules('RULES.CATEGORY_BUDGET_ZERO', { category: code }, at + pointerTo('budget'))];
}

function inCap(
  { code: category, cap, budget }: CategoryRules,
  { amount: { maxAmount } }: RuleSet,
  at: string,
): Refusal[] {
  if (cap === undefined) return [];
  const here = at + pointerTo('cap');
  const capFen = parseAmount(cap);
  if (capFen === 0n) return [refuseRules('RULES.GRANT_ALWAYS_ZERO', {}, here)];
  if (capFen > parseAmount(maxAmount)) {
    return [refuseRules('RULES.CATEGORY_CAP_ABOVE_AMOUNT', { category, cap, maxAmount }, here)];
  }
  if (budget !== undefined && capFen > parseAmount(budget)) {
    return [refuseRules('RULES.CATEGORY_CAP_ABOVE_BUDGET', { category, cap, budget }, here)];
  }
  return [];
}

/** A quota or a budget that the award rule passes over would be a promise that nobody keeps. */
function inUse(category: CategoryRules, { award: { variant } }: RuleSet, at: string): Refusal[] {
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

function inTotal({ categories, funding }: RuleSet): Refusal[] {
  const totalFen = sumOf(categories.map(({ budget }) => budget ?? '0.00'));
  const potsFen = sumOf(funding.map(({ amount }) => amount));
  if (totalFen <= potsFen) return [];
  const facts = { total: printAmount(totalFen), pots: printAmount(potsFen) };
  return [refuseRules('RULES.CATEGORY_BUDGETS_ABOVE_POTS', facts, pointerTo('categories'))];
}

function inAwardRule({ award: { variant }, categories }: RuleSet): Refusal[] {
  if (variant !== 'rank-within-quotas') return [];
  if (categories.some(({ quota }) => quota !== undefined)) return [];
  return [refuseRules('RULES.QUOTAS_MISSING', { variant }, pointerTo('award', 'variant'))];
}

function sumOf(amounts: readonly string[]): Fen {
  return amounts.reduce((sum, amount) => sum + parseAmount(amount), 0n);
}
