import type { Fen } from '../kernel/money';
import type { Explanation } from './explanation';
import { askedGrants } from './grant-amount-asked';
import { ceilings } from './grant-amount-ceilings';
import { unitPriced } from './grant-amount-outputs';
import { reckonedGrants } from './grant-amount-reckoned';
import type { AmountRuleOf, AmountVariant, GrantFamily, WorkedGrant } from './grant-family';
import type { ProjectMoney } from './project-money';
import type { CategoryRules, RuleSet } from './rule-set.types';

/** What a bid's budget comes to. */
export interface Grant {
  readonly grantFen: Fen;
  readonly explanation: Explanation;
}

/**
 * What a bid requests by the amount rule: its grant, or the most it can get where that is known later. Where the bid names the
 * amount, what is out of bounds is refused; where the rules reckon it, it is cut to the caps.
 * @throws GRANT.OWN_FUNDS_ABOVE_BUDGET, GRANT.NOTHING_ASKED, GRANT.COMES_TO_NOTHING, GRANT.ABOVE_SHARE, GRANT.ABOVE_CAP,
 * GRANT.BELOW_FLOOR, GRANT.ABOVE_CATEGORY_CAP, GRANT.NOT_THE_FIXED_PRICE, GRANT.BELOW_LOWEST_TIER, GRANT.NO_PRIZE,
 * GRANT.QUANTITY_MISSING, GRANT.OUTPUTS_TOO_MUCH
 * @source cn-guangzhou-2020-r7: budget less own funds, at most 60 % of the budget and 500,000 yuan; a category's own cap:
 * rounds.md axis 17; the other kinds: rounds.md axis 5, each with its case in the schema
 */
export function grantAmount(
  rules: Pick<RuleSet, 'amount' | 'categories'>,
  project: ProjectMoney,
): Grant {
  const { grantFen, explanation } = workOutGrant(rules, project);
  const { rule, inputs, arithmetic } = explanation;
  return { grantFen, explanation: { rule, inputs, arithmetic } };
}

/** The same in words as well. @throws as `grantAmount` */
export function workOutGrant(
  { amount, categories }: Pick<RuleSet, 'amount' | 'categories'>,
  project: ProjectMoney,
): WorkedGrant {
  const category = categories.find(({ code }) => code === project.category);
  return byFamily(amount, project, category);
}

const FAMILIES: { readonly [V in AmountVariant]: GrantFamily<V> } = {
  ...askedGrants,
  ...reckonedGrants,
  ...ceilings,
  'unit-price': unitPriced,
};

function byFamily<V extends AmountVariant>(
  rule: AmountRuleOf<V>,
  project: ProjectMoney,
  category: CategoryRules | undefined,
): WorkedGrant {
  const family: GrantFamily<V> = FAMILIES[rule.variant];
  return family(rule, project, category);
}
