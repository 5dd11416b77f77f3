import type { Fen } from '../kernel/money';
import type { WordedExplanation } from './explanation';
import type { ProjectMoney } from './project-money';
import type { AmountRule, BilingualText, CategoryRules } from './rule-set.types';

/** The name of a kind of amount rule. */
export type AmountVariant = AmountRule['variant'];

type RuleByVariant = { readonly [Rule in AmountRule as Rule['variant']]: Rule };

/** The amount rule of one kind, spread over the kinds so that a table from kind to function can be called with any rule. */
export type AmountRuleOf<V extends AmountVariant = AmountVariant> = {
  readonly [Name in V]: RuleByVariant[Name] & { readonly variant: Name };
}[V];

/** A grant in figures and in words. */
export interface WorkedGrant {
  readonly grantFen: Fen;
  readonly explanation: WordedExplanation;
}

/** What a kind of amount rule makes of a project; the category is the project's own, undefined where it has none. */
export type GrantFamily<V extends AmountVariant> = (
  rule: AmountRuleOf<V>,
  project: ProjectMoney,
  category: CategoryRules | undefined,
) => WorkedGrant;

/** A grant by the amount rule of the rule set. */
export function worked(
  grantFen: Fen,
  inputs: Readonly<Record<string, string>>,
  arithmetic: string,
  words: BilingualText,
): WorkedGrant {
  return { grantFen, explanation: { rule: '/amount', inputs, arithmetic, words } };
}
