import type { Chance } from '../../demo/chance';
import { parseAmount, splitByWeights, type Fen } from '../../src/kernel/money';
import { distance, parseRatio, ratioOf, type Ratio } from '../../src/kernel/ratio';
import type { CostLimit, MatchSource, ProjectMoney, RuleSet } from '../../src/rules';
import { mostExpected, type BidPlace } from './expected-grant';
import { keepLimits } from './keep-limits';
import { partOf, thousandthsOf, totalOf } from './yuan';

/** The money of a bid that nobody made: what the rules of amounts, own match and cost lines look at. */
export type InventedMoney = Required<ProjectMoney> & {
  readonly match: ReadonlyMap<MatchSource, Fen>;
};

/** What somebody who does not read the rules gets wrong about the money. */
export type MoneyMistake = 'asks-too-much' | 'brings-too-little' | 'lines-out-of-limits';

/**
 * Invents a budget that asks for something within the rules, with the lines, own funds and outputs that they ask for.
 * @param mistake what is wrong with it, as far as the rules have such a bound; null for nothing
 */
export function inventBudget(
  rules: RuleSet,
  place: BidPlace,
  chance: Chance,
  mistake: MoneyMistake | null,
): InventedMoney {
  const outputs = inventOutputs(rules, place, chance);
  const quantities = new Map(outputs.map(({ code, quantity }) => [code, quantity]));
  const grantFen =
    outputs.length > 0
      ? totalOf(outputs.map(({ costFen }) => costFen))
      : inventGrant(rules, place, chance, mistake === 'asks-too-much');
  const ownFundsFen =
    outputs.length > 0
      ? 0n
      : inventOwnFunds(rules, place, grantFen, chance, mistake === 'brings-too-little');
  const budgetFen = grantFen + ownFundsFen;
  const { budgetLines } = rules.form;
  const weights = budgetLines.map(() => BigInt(chance.whole(10, 40)));
  const amounts = splitByWeights(budgetFen, weights);
  const lines = new Map(budgetLines.map(({ code }, index) => [code, amounts[index]!]));
  return {
    ...{ budgetFen, ownFundsFen, quantities },
    category: place.category,
    applicantClass: place.applicantClass,
    lines:
      mistake === 'lines-out-of-limits'
        ? lines
        : keepLimits(lines, { budget: budgetFen, grant: grantFen }, limitsOf(rules)),
    match: inventSources(rules, ownFundsFen),
  };
}

function limitsOf({ costLimits = [] }: RuleSet): readonly CostLimit[] {
  return costLimits;
}

function inventGrant(rules: RuleSet, place: BidPlace, chance: Chance, isTooMuch: boolean): Fen {
  const { amount, regime } = rules;
  const mostFen =
    amount.variant === 'fixed-price' ? parseAmount(amount.amount) : mostExpected(rules, place);
  if (isTooMuch) return thousandthsOf(mostFen, 1250) + 1n;
  if (amount.variant === 'fixed-price') return mostFen;
  const grantFen = partOf(mostFen, chance, regime === 'procurement' ? 850 : 500, 1000);
  const floor = 'minAmount' in amount ? amount.minAmount : lowestTier(rules, place);
  const floorFen = floor === undefined ? 0n : parseAmount(floor);
  return grantFen < floorFen ? floorFen : grantFen;
}

function lowestTier({ amount }: RuleSet, { category }: BidPlace): string | undefined {
  if (amount.variant !== 'tier') return undefined;
  const own = amount.byCategory?.find((tiers) => tiers.category === category);
  return (own?.amounts ?? amount.tiers)[0];
}

/** What an organization brings beside a grant so that shares of the whole budget come out. */
function inventOwnFunds(
  rules: RuleSet,
  { category }: BidPlace,
  grantFen: Fen,
  chance: Chance,
  isTooLittle: boolean,
): Fen {
  const { amount, match } = rules;
  const atMost = mostShareOfBudget(rules, category);
  const byAmountRule = atMost === null ? 0n : besideAt(grantFen, atMost);
  const leastShare = parseRatio(match?.minShareOfBudget ?? '0');
  const byMatch = besideAt(grantFen, distance(ratioOf(1n), leastShare));
  const least = match?.minAmounts?.find((one) => one.category === category)?.amount ?? '0.00';
  const neededFen = [byAmountRule, byMatch, parseAmount(least)].reduce((a, b) => (a > b ? a : b));
  if (isTooLittle) return thousandthsOf(neededFen, 400);
  if (neededFen > 0n) return thousandthsOf(neededFen, chance.whole(1000, 1300)) + 1n;
  const isUsual = amount.variant !== 'fixed-price' && chance.next() < 0.4;
  return isUsual ? partOf(grantFen, chance, 50, 250) : 0n;
}

/** What has to stand beside a grant that is this share of the whole, in fen rounded up. */
function besideAt(grantFen: Fen, share: Ratio): Fen {
  if (share.n === 0n) return grantFen;
  const wholeFen = (grantFen * share.d + share.n - 1n) / share.n;
  return wholeFen - grantFen;
}

/** The share of the budget that the grant may be; null where the rules set no such bound. */
function mostShareOfBudget({ amount }: RuleSet, category: string | null): Ratio | null {
  if (amount.variant === 'budget-less-own-funds') return parseRatio(amount.maxShareOfBudget);
  if (amount.variant !== 'share-of-budget') return null;
  const own = amount.byCategory?.find((share) => share.category === category);
  return parseRatio(own?.share ?? amount.share);
}

/** All of it comes from the first source that the rules count. */
function inventSources({ match }: RuleSet, ownFundsFen: Fen): Map<MatchSource, Fen> {
  const [source = 'own-funds'] = match?.sources ?? [];
  const counted = source === 'in-kind' && match?.inKind !== 'valued' ? 'own-funds' : source;
  return new Map([[counted, ownFundsFen]]);
}

interface InventedOutput {
  readonly code: string;
  readonly quantity: number;
  readonly costFen: Fen;
}

/** How many of each output it offers, within the money; none where bids are not priced by outputs. */
function inventOutputs(rules: RuleSet, place: BidPlace, chance: Chance): InventedOutput[] {
  const { amount } = rules;
  if (amount.variant !== 'unit-price') return [];
  const fixedFen = totalOf(
    amount.outputs.map(({ unitPrice, quantity = 0 }) => parseAmount(unitPrice) * BigInt(quantity)),
  );
  const open = amount.outputs.filter(({ quantity }) => quantity === undefined).length;
  const mostFen = mostExpected(rules, place);
  const roomFen = mostFen > fixedFen ? mostFen - fixedFen : 0n;
  return amount.outputs.map(({ code, unitPrice, quantity }) => {
    const priceFen = parseAmount(unitPrice);
    if (quantity !== undefined) return { code, quantity, costFen: priceFen * BigInt(quantity) };
    const affordable = Number(partOf(roomFen / BigInt(open) + 1n, chance, 600, 1000) / priceFen);
    return { code, quantity: affordable, costFen: priceFen * BigInt(affordable) };
  });
}
