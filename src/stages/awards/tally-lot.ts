import { printAmount, type Fen } from '../../kernel/money';
import type { AllocationRules } from '../../rules';

/** What a lot gets, against what the rules give it at most. */
export type LotTally = {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Null where the rules set no such bound. */
  readonly winners: number | null;
  readonly budget: string | null;
  readonly awards: number;
  /** What they take from the pots, in yuan. */
  readonly amount: string;
};

/** Counts the awards of a lot against its own bounds; null where the rules set it none. */
export function tallyLot(
  { lot }: AllocationRules,
  awards: readonly { readonly amountFen: Fen; readonly overrunFen: Fen }[],
): LotTally | null {
  if (lot?.winners === undefined && lot?.budget === undefined) return null;
  const { code, name, winners = null, budget = null } = lot;
  const takenFen = awards.reduce((all, award) => all + award.amountFen - award.overrunFen, 0n);
  const tally = { code, name: { ...name }, winners, budget, awards: awards.length };
  return { ...tally, amount: printAmount(takenFen) };
}
