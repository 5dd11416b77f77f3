import type { Fen } from '../../kernel/money';
import { Refusal } from '../../kernel/refusal';
import { grantAmount, type AmountRule } from '../../rules';

/** What the amount rule makes of a budget: an amount with its arithmetic, or why there is none. */
export type RequestedAmount =
  | { readonly requestedFen: Fen; readonly arithmetic: string; readonly refusal: null }
  | { readonly requestedFen: null; readonly arithmetic: null; readonly refusal: Refusal };

/** Asks the amount rule what a bid requests; what it refuses is an outcome here, not an error. */
export function requestedAmount(
  rule: AmountRule,
  project: { readonly budgetFen: Fen; readonly ownFundsFen: Fen },
): RequestedAmount {
  try {
    const { grantFen, explanation } = grantAmount(rule, project);
    return { requestedFen: grantFen, arithmetic: explanation.arithmetic, refusal: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { requestedFen: null, arithmetic: null, refusal: error };
  }
}
