import { compareRatios, parseRatio } from '../kernel/ratio';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { refuseMoneyRules } from './money-rules.refusals';
import { codesUnder, namedTwice } from './named-codes';
import { reading, type PartCheck } from './part-check';
import { refuseRules } from './rules.refusals';
import type { CostLimit, CountRange, RuleSet } from './rule-set.types';

/** What the rules ask of a bid: its form, its money, its gifts and votes, the checks that need a rule to hold it against. */
export const bidChecks: readonly PartCheck[] = [
  reading(['form'], ({ form: { activities, indicators } }) => [
    ...reversedRange(activities, pointerTo('form', 'activities')),
    ...reversedRange(indicators, pointerTo('form', 'indicators')),
  ]),
  reading(['costLimits'], ({ costLimits = [] }) =>
    costLimits.flatMap((limit, index) => inLimit(limit, pointerTo('costLimits', index))),
  ),
  reading(['gifts'], ({ gifts }) =>
    namedTwice(codesUnder('donor', gifts?.fromAmounts, pointerTo('gifts', 'fromAmounts'))),
  ),
  reading(['votes'], ({ votes }) => {
    const { minChoices: min = 0, maxChoices: max } = votes ?? {};
    return reversedRange({ min, max: max ?? min }, pointerTo('votes', 'minChoices'));
  }),
  reading(['qualification', 'match'], (rules) =>
    checksWithout(rules, 'own-match-reached', 'match', rules.match),
  ),
  reading(['qualification', 'costLimits'], (rules) =>
    checksWithout(rules, 'cost-limits-kept', 'costLimits', rules.costLimits),
  ),
];

function reversedRange({ min, max }: CountRange, at: string): Refusal[] {
  return min > max ? [refuseRules('RULES.RANGE_REVERSED', { min, max }, at)] : [];
}

function inLimit({ minShare: min, maxShare: max }: CostLimit, at: string): Refusal[] {
  if (min === undefined && max === undefined) {
    return [refuseMoneyRules('RULES.LIMIT_OF_NOTHING', {}, at)];
  }
  if (min === undefined || max === undefined) return [];
  if (compareRatios(parseRatio(min), parseRatio(max)) <= 0) return [];
  return [refuseMoneyRules('RULES.SHARES_REVERSED', { min, max }, at + pointerTo('minShare'))];
}

/** A check of a rule that is not there would pass or fail everybody. */
function checksWithout(
  { qualification }: Pick<RuleSet, 'qualification'>,
  by: RuleSet['qualification'][number]['variant'],
  name: string,
  rule: unknown,
): Refusal[] {
  if (rule !== undefined) return [];
  return qualification.flatMap(({ variant }, index) =>
    variant === by
      ? [refuseMoneyRules('RULES.NEEDED_BY', { by, name }, pointerTo('qualification', index))]
      : [],
  );
}
