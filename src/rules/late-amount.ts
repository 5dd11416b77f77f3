import type { Fen } from '../kernel/money';
import type { AwardedBid, AwaitedFact } from './award-facts';
import type { AmountRuleOf, AmountVariant } from './grant-family';
import type { BilingualText, Role, RuleSet } from './rule-set.types';

/** What an award waits for, and who says it where the rules name somebody. */
export interface AwaitedAmount {
  readonly state: 'awaited';
  readonly awaits: readonly AwaitedFact[];
  readonly by: Role | null;
  readonly words: BilingualText;
}

/** An amount that could not be known when the bid was made; not yet held against the request. */
export interface KnownAmount {
  readonly state: 'known';
  readonly amountFen: Fen;
  readonly inputs: Readonly<Record<string, string>>;
  readonly arithmetic: string;
  readonly words: BilingualText;
}

/** A bid at its award. */
export interface AwardCase {
  readonly bid: AwardedBid;
  readonly requestFen: Fen;
  readonly gifts: RuleSet['gifts'];
}

/** What a kind of amount rule makes of a bid at its award; null when it is what the bid requested. */
export type LateFamily<V extends AmountVariant> = (
  rule: AmountRuleOf<V>,
  given: AwardCase,
) => AwaitedAmount | KnownAmount | null;

/** Of an award that waits. */
export function awaited(
  awaits: readonly AwaitedFact[],
  words: BilingualText,
  by: Role | null = null,
): AwaitedAmount {
  return { state: 'awaited', awaits, by, words };
}
