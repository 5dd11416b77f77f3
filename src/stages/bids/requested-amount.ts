import type { Fen } from '../../kernel/money';
import { Refusal } from '../../kernel/refusal';
import { grantAmount, type ProjectMoney, type RuleSet } from '../../rules';

/** What the amount rule makes of a project: an amount with its arithmetic, or why there is none. */
export type RequestedAmount =
  | { readonly requestedFen: Fen; readonly arithmetic: string; readonly refusal: null }
  | { readonly requestedFen: null; readonly arithmetic: null; readonly refusal: Refusal };

/**
 * Asks the amount rule and the cap of its category what a bid requests, its ceiling where the amount is known later; what it
 * refuses is an outcome here, not an error.
 */
export function requestedAmount(
  rules: Pick<RuleSet, 'amount' | 'categories'>,
  project: ProjectMoney,
): RequestedAmount {
  try {
    const { grantFen, explanation } = grantAmount(rules, project);
    return { requestedFen: grantFen, arithmetic: explanation.arithmetic, refusal: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { requestedFen: null, arithmetic: null, refusal: error };
  }
}
