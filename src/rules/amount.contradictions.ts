import { parseAmount, type Fen } from '../kernel/money';
import { compareRatios, parseRatio, ratioOf } from '../kernel/ratio';
import type { Refusal } from '../kernel/refusal';
import { amountReach, potsTotal, priceOfOutputs, yuan } from './amount-reach';
import { pointerTo } from './json-pointer';
import { refuseMoneyRules } from './money-rules.refusals';
import { reading, type PartCheck } from './part-check';
import { prizesAboveThePots, prizeRanks } from './prize.contradictions';
import { refuseRules } from './rules.refusals';
import type { AmountRule, ShareOfBudget, TieredAmount, UnitPrice } from './rule-set.types';

const AT = pointerTo('amount');

/** What the amount rule says against itself and against the pots. */
export const amountChecks: readonly PartCheck[] = [
  reading(['amount'], ({ amount }) => inAmount(amount)),
  reading(['amount', 'gifts'], ({ amount, gifts }) =>
    amount.variant === 'gift-match' && gifts === undefined
      ? [refuseMoneyRules('RULES.NEEDED_BY', { by: 'gift-match', name: 'gifts' }, AT)]
      : [],
  ),
  reading(['amount', 'award'], ({ amount, award: { variant } }) =>
    amount.variant === 'prize-by-rank' && variant === 'entitlement'
      ? [refuseMoneyRules('RULES.PRIZES_WITHOUT_RANKS', { variant }, AT + pointerTo('variant'))]
      : [],
  ),
  reading(['amount', 'funding', 'lots'], prizesAboveThePots),
  reading(['amount', 'funding'], ({ amount, funding }) => {
    const { leastFen } = amountReach(amount);
    const potsFen = potsTotal(funding);
    if (leastFen <= potsFen) return [];
    const facts = { least: yuan(leastFen), pots: yuan(potsFen) };
    return [refuseMoneyRules('RULES.LEAST_GRANT_ABOVE_POTS', facts, AT)];
  }),
];

function inAmount(amount: AmountRule): Refusal[] {
  switch (amount.variant) {
    case 'budget-less-own-funds':
      return [
        ...noShare(amount.maxShareOfBudget, AT + pointerTo('maxShareOfBudget')),
        ...noAmount(amount.maxAmount, AT + pointerTo('maxAmount')),
      ].slice(0, 1);
    case 'up-to-cap':
    case 'panel-approved':
      return [...noAmount(amount.maxAmount, AT + pointerTo('maxAmount')), ...reversed(amount)];
    case 'tier':
      return inTiers(amount);
    case 'flat':
      return [
        ...noAmount(amount.amount, AT + pointerTo('amount')),
        ...noneOf(amount.byCategory, AT + pointerTo('byCategory')),
        ...noneOf(amount.byClass, AT + pointerTo('byClass')),
      ];
    case 'prize-by-rank':
      return [
        ...noneOf(amount.prizes, AT + pointerTo('prizes')),
        ...prizeRanks(amount.prizes, AT + pointerTo('prizes')),
      ];
    case 'share-of-budget':
      return inShares(amount);
    case 'fixed-price':
      return noAmount(amount.amount, AT + pointerTo('amount'));
    case 'unit-price':
      return inOutputs(amount);
    case 'gift-match':
      return inCaps(amount);
    case 'later-priced':
      return noAmount(amount.ceiling, AT + pointerTo('ceiling'));
  }
}

function noAmount(amount: string | undefined, at: string): Refusal[] {
  if (amount === undefined || parseAmount(amount) > 0n) return [];
  return [refuseRules('RULES.GRANT_ALWAYS_ZERO', {}, at)];
}

function noShare(share: string, at: string): Refusal[] {
  if (compareRatios(parseRatio(share), ratioOf(0n)) > 0) return [];
  return [refuseRules('RULES.GRANT_ALWAYS_ZERO', {}, at)];
}

function noneOf(entries: readonly { readonly amount: string }[] | undefined, at: string) {
  return (entries ?? []).flatMap(({ amount }, index) =>
    noAmount(amount, at + pointerTo(index, 'amount')),
  );
}

function reversed({
  minAmount: least,
  maxAmount: most,
}: {
  readonly minAmount?: string;
  readonly maxAmount?: string;
}): Refusal[] {
  if (least === undefined || most === undefined || parseAmount(least) <= parseAmount(most)) {
    return [];
  }
  return [refuseMoneyRules('RULES.AMOUNTS_REVERSED', { least, most }, AT + pointerTo('minAmount'))];
}

function inTiers({ tiers, byCategory = [] }: TieredAmount): Refusal[] {
  return [
    ...notAscending(tiers, AT + pointerTo('tiers')),
    ...byCategory.flatMap(({ amounts }, index) =>
      notAscending(amounts, AT + pointerTo('byCategory', index, 'amounts')),
    ),
  ];
}

function notAscending(tiers: readonly string[], at: string): Refusal[] {
  return tiers.flatMap((amount, index) => {
    const before: Fen = index === 0 ? 0n : parseAmount(tiers[index - 1]!);
    if (parseAmount(amount) > before) return [];
    return [refuseMoneyRules('RULES.TIERS_NOT_ASCENDING', { amount }, at + pointerTo(index))];
  });
}

function inShares({ share, byCategory = [], maxAmount }: ShareOfBudget): Refusal[] {
  return [
    ...noShare(share, AT + pointerTo('share')),
    ...byCategory.flatMap((own, index) =>
      noShare(own.share, AT + pointerTo('byCategory', index, 'share')),
    ),
    ...noAmount(maxAmount, AT + pointerTo('maxAmount')),
  ];
}

function inOutputs(amount: UnitPrice): Refusal[] {
  const { outputs, maxAmount } = amount;
  const at = AT + pointerTo('outputs');
  const faults = outputs.flatMap(({ unitPrice }, index) =>
    noAmount(unitPrice, at + pointerTo(index, 'unitPrice')),
  );
  faults.push(...noAmount(maxAmount, AT + pointerTo('maxAmount')));
  const totalFen = priceOfOutputs(amount);
  if (totalFen !== null && maxAmount !== undefined && totalFen > parseAmount(maxAmount)) {
    const facts = { total: yuan(totalFen), maxAmount };
    faults.push(refuseMoneyRules('RULES.OUTPUTS_ABOVE_CAP', facts, at));
  }
  return faults;
}

function inCaps({
  ratio,
  capWithGifts,
  capWithoutGifts,
}: {
  readonly ratio: string;
  readonly capWithGifts: string;
  readonly capWithoutGifts: string;
}): Refusal[] {
  const faults = [
    ...noShare(ratio, AT + pointerTo('ratio')),
    ...noAmount(capWithGifts, AT + pointerTo('capWithGifts')),
  ];
  if (parseAmount(capWithoutGifts) > parseAmount(capWithGifts)) {
    const facts = { with: capWithGifts, without: capWithoutGifts };
    const at = AT + pointerTo('capWithoutGifts');
    faults.push(refuseMoneyRules('RULES.CAPS_REVERSED', facts, at));
  }
  return faults;
}
