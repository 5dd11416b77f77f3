import { parseAmount } from '../kernel/money';
import { compareRatios, parseRatio, printRatio, ratioOf, sum } from '../kernel/ratio';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { refuseMoneyRules } from './money-rules.refusals';
import { reading, type PartCheck } from './part-check';
import { refuseRules } from './rules.refusals';
import type { FundPot, RuleSet } from './rule-set.types';

/** What the pots of money say against themselves, and which categories none of them would pay for. */
export const fundingChecks: readonly PartCheck[] = [
  reading(['funding'], ({ funding }) => [
    ...funding.flatMap((pot, index) => inPot(pot, pointerTo('funding', index))),
    ...inShares(funding),
  ]),
  reading(['funding', 'categories'], unpaidCategories),
];

function inPot({ code: fund, amount, source, earmark }: FundPot, at: string): Refusal[] {
  const faults: Refusal[] = [];
  if (parseAmount(amount) === 0n) {
    faults.push(refuseRules('RULES.BUDGET_ZERO', { fund }, at + pointerTo('amount')));
  }
  if (earmark !== undefined && source !== 'welfare-lottery') {
    const here = at + pointerTo('earmark');
    faults.push(refuseMoneyRules('RULES.EARMARK_NOT_LOTTERY', { fund }, here));
  }
  return faults;
}

function inShares(funding: readonly FundPot[]): Refusal[] {
  const shares = funding.flatMap(({ share }) => (share === undefined ? [] : [parseRatio(share)]));
  if (shares.length === 0) return [];
  if (shares.length < funding.length) {
    return funding.flatMap(({ code: fund, share }, index) =>
      share === undefined
        ? [refuseMoneyRules('RULES.POT_SHARES_NOT_ALL', { fund }, pointerTo('funding', index))]
        : [],
    );
  }
  const total = sum(shares);
  if (compareRatios(total, ratioOf(1n)) === 0) return [];
  const facts = { total: printRatio(total) };
  return [refuseMoneyRules('RULES.POT_SHARES_NOT_WHOLE', facts, pointerTo('funding'))];
}

function unpaidCategories({
  funding,
  categories,
}: Pick<RuleSet, 'funding' | 'categories'>): Refusal[] {
  return categories.flatMap(({ code: category }, index) =>
    funding.some((pot) => pot.categories?.includes(category) ?? true)
      ? []
      : [
          refuseMoneyRules(
            'RULES.CATEGORY_WITHOUT_POT',
            { category },
            pointerTo('categories', index),
          ),
        ],
  );
}
