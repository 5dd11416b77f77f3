import { printAmount, type Fen } from '../../kernel/money';
import type { CategoryRules } from '../../rules';

/** What a category gets, against what the rules give it at most. */
export type CategoryTally = {
  readonly category: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Null where the rules set no such bound. */
  readonly quota: number | null;
  readonly budget: string | null;
  readonly awards: number;
  readonly amount: string;
};

/** Counts awards by category, in the order of the rules; none where the rules have no categories. */
export function tallyCategories(
  categories: readonly CategoryRules[],
  awards: readonly { readonly category: string | null; readonly amountFen: Fen }[],
): CategoryTally[] {
  const taken = new Map(categories.map(({ code }) => [code, { awards: 0, amountFen: 0n }]));
  for (const { category, amountFen } of awards) {
    const own = taken.get(category ?? '');
    if (own === undefined) continue;
    own.awards += 1;
    own.amountFen += amountFen;
  }
  return categories.map(({ code, name, quota, budget }) => ({
    category: code,
    name: { ...name },
    quota: quota ?? null,
    budget: budget ?? null,
    awards: taken.get(code)!.awards,
    amount: printAmount(taken.get(code)!.amountFen),
  }));
}
