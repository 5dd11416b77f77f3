import { parseAmount, type Fen } from '../../src/kernel/money';
import type { AmountRule, RuleSet } from '../../src/rules';
import { lowestOf, totalOf } from './yuan';

/** Where a bid is made. */
export interface BidPlace {
  /** The code of its lot. */
  readonly lot: string;
  /** Null where bids are not told apart. */
  readonly category: string | null;
  /** Null where there is one class of applicants. */
  readonly applicantClass: string | null;
}

// Where the rules do not say how many are funded, so many are supposed in a grant; a purchase has one supplier.
const FUNDED_IN_A_GRANT = 8;

/** The most that a sensible bid asks for: the caps of the rules, and its part of the money if all winners ask for the same. */
export function mostExpected(rules: RuleSet, place: BidPlace): Fen {
  const category = rules.categories.find(({ code }) => code === place.category);
  const lot = rules.lots.find(({ code }) => code === place.lot);
  const pots = totalOf(
    rules.funding
      .filter(({ categories }) => categories?.includes(place.category ?? '') ?? true)
      .map(({ amount }) => parseAmount(amount)),
  );
  const held = lowestOf([pots, lot?.budget])!;
  const quota = category?.quota ?? 1;
  const ofCategory =
    category?.budget === undefined ? undefined : parseAmount(category.budget) / BigInt(quota);
  const each = held / BigInt(winnersExpected(rules, place.lot));
  const most = lowestOf([each, ofCategory, category?.cap, capOf(rules.amount)])!;
  return most > 0n ? most : 1n;
}

function winnersExpected(rules: RuleSet, lotCode: string): number {
  const { award, categories } = rules;
  const lot = rules.lots.find(({ code }) => code === lotCode);
  if (lot?.winners !== undefined) return lot.winners;
  if (award.variant === 'vote-off') return award.direct + award.winners;
  if (award.variant === 'rank-within-budget' && award.most !== undefined) return award.most;
  const quotas = categories.reduce((sum, { quota = 0 }) => sum + quota, 0);
  if (quotas > 0) return quotas;
  return rules.regime === 'procurement' ? 1 : FUNDED_IN_A_GRANT;
}

/** The most that the amount rule gives to any bid; undefined where it sets no bound. */
function capOf(amount: AmountRule): string | undefined {
  switch (amount.variant) {
    case 'budget-less-own-funds':
    case 'up-to-cap':
    case 'panel-approved':
    case 'share-of-budget':
    case 'unit-price':
      return amount.maxAmount;
    case 'tier':
      return amount.tiers.at(-1);
    case 'flat':
    case 'fixed-price':
      return amount.amount;
    case 'gift-match':
      return amount.capWithGifts;
    case 'later-priced':
      return amount.ceiling;
    case 'prize-by-rank':
      return amount.prizes[0]?.amount;
  }
}
