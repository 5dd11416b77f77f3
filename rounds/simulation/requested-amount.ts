import type { Fen } from '../../src/kernel/money';
import { Refusal } from '../../src/kernel/refusal';
import { grantAmount, type RuleSet } from '../../src/rules';
import type { InventedBid } from './invented-bid';

/** What a bid asks for by the amount rule; null where the rule gives it nothing. */
export function requestedAmount(rules: RuleSet, { money }: Pick<InventedBid, 'money'>): Fen | null {
  try {
    return grantAmount(rules, money).grantFen;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return null;
  }
}
