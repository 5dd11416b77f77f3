import { parseAmount, type Fen } from '../kernel/money';
import type { AmountRule, FundPot, PrizeByRank, UnitPrice } from './rule-set.types';

/** What the amount rule alone says of the grants of a category: none is less, none is more. */
export interface AmountReach {
  readonly leastFen: Fen;
  /** Null where the rule knows no bound. */
  readonly mostFen: Fen | null;
}

/**
 * Between which amounts the grants lie, before any cap of a category.
 * @param category its code; without it the bounds are those of all bids together
 */
export function amountReach(amount: AmountRule, category?: string): AmountReach {
  switch (amount.variant) {
    case 'budget-less-own-funds':
      return { leastFen: 0n, mostFen: parseAmount(amount.maxAmount) };
    case 'up-to-cap':
    case 'panel-approved':
      return { leastFen: fenOf(amount.minAmount) ?? 0n, mostFen: fenOf(amount.maxAmount) };
    case 'tier':
      return among(said(category, amount.tiers, amount.byCategory, ({ amounts }) => amounts));
    case 'flat':
      return among([
        ...said(category, [amount.amount], amount.byCategory, (own) => [own.amount]),
        ...(amount.byClass ?? []).map((one) => one.amount),
      ]);
    case 'prize-by-rank':
      // Whoever has a rank without a prize gets nothing.
      return { leastFen: 0n, mostFen: among(prizesFor(amount, category)).mostFen };
    case 'fixed-price':
      return among([amount.amount]);
    case 'share-of-budget':
      return { leastFen: 0n, mostFen: fenOf(amount.maxAmount) };
    case 'gift-match':
      return {
        leastFen: 0n,
        mostFen: among([amount.capWithGifts, amount.capWithoutGifts]).mostFen,
      };
    case 'later-priced':
      return { leastFen: 0n, mostFen: parseAmount(amount.ceiling) };
    case 'unit-price':
      return ofOutputs(amount);
  }
}

/** What all outputs cost together; null where a bid offers how many. */
export function priceOfOutputs({ outputs }: UnitPrice): Fen | null {
  return outputs.reduce<Fen | null>(
    (sum, { unitPrice, quantity }) =>
      sum === null || quantity === undefined
        ? null
        : sum + parseAmount(unitPrice) * BigInt(quantity),
    0n,
  );
}

/** How much the pots hold; of those that pay for a category where one is named. */
export function potsTotal(funding: readonly FundPot[], category?: string): Fen {
  return totalOf(
    funding
      .filter(
        ({ categories }) => category === undefined || (categories?.includes(category) ?? true),
      )
      .map(({ amount }) => amount),
  );
}

/** The sum of some amounts of a rule set; it may be beyond what any one amount may be. */
export function totalOf(amounts: readonly string[]): Fen {
  return amounts.reduce((sum, amount) => sum + parseAmount(amount), 0n);
}

/** A sum in yuan, however large: totals of what is refused may be beyond what any one amount may be. */
export function yuan(fen: Fen): string {
  const digits = fen.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The prizes that a bid of the category can win, those of the lot among them. */
function prizesFor({ prizes }: PrizeByRank, category: string | undefined): string[] {
  return prizes
    .filter(
      (prize) =>
        category === undefined || prize.category === undefined || prize.category === category,
    )
    .map(({ amount }) => amount);
}

function ofOutputs(amount: UnitPrice): AmountReach {
  const price = priceOfOutputs(amount);
  if (price !== null) return { leastFen: price, mostFen: price };
  return { leastFen: 0n, mostFen: fenOf(amount.maxAmount) };
}

/** The amounts that hold for a category, its own or else those for all; without a category all that may come to hold. */
function said<Entry extends { readonly category: string }>(
  category: string | undefined,
  forAll: readonly string[],
  entries: readonly Entry[] | undefined,
  amountsOf: (entry: Entry) => readonly string[],
): readonly string[] {
  if (category === undefined) return [...forAll, ...(entries ?? []).flatMap(amountsOf)];
  const own = entries?.find((entry) => entry.category === category);
  return own === undefined ? forAll : amountsOf(own);
}

function among(amounts: readonly string[]): AmountReach {
  const inOrder = amounts.map(parseAmount).sort((a, b) => (a < b ? -1 : 1));
  return { leastFen: inOrder[0] ?? 0n, mostFen: inOrder.at(-1) ?? 0n };
}

function fenOf(amount: string | undefined): Fen | null {
  return amount === undefined ? null : parseAmount(amount);
}
