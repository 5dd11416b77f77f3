import type { Fen } from '../../../kernel/money';
import {
  splitAward,
  trancheDue,
  type BudgetCell,
  type PayableTranche,
  type RuleSet,
  type TrancheAmount,
  type TrancheFacts,
  type TrancheRules,
} from '../../../rules';
import type { Contract } from '../../contracts';
import { lessParts, partsOf, partsOfTranches, type FundPart } from '../fund-parts';

/** A tranche as it is planned when the contract comes into force. */
export interface PlannedTranche extends TrancheAmount {
  readonly parts: readonly FundPart[];
}

/** What a tranche comes to once its trigger is there, fund by fund. */
export interface PayableParts {
  readonly payableParts: readonly FundPart[];
  /** What is set free of the commitment. */
  readonly releasedParts: readonly FundPart[];
}

/**
 * The tranches of a contract, each with what every fund bears of it.
 * @param budget asked for where a tranche is a share of something else than the amount
 * @throws RangeError when the draws are not the amount of the contract
 */
export function planTranches(
  rules: readonly TrancheRules[],
  amountFen: Fen,
  draws: readonly FundPart[],
  budget: readonly BudgetCell[] = [],
): PlannedTranche[] {
  const amounts = splitAward(rules, amountFen, budget);
  const parts = partsOfTranches(
    amounts.map((tranche) => tranche.amountFen),
    draws,
  );
  return amounts.map((tranche, index) => ({ ...tranche, parts: parts[index] ?? [] }));
}

/** What a planned tranche pays and sets free, fund by fund in proportion to what each bears of it. */
export function inParts(
  { payableFen }: Pick<PayableTranche, 'payableFen'>,
  plannedParts: readonly FundPart[],
): PayableParts {
  const payableParts = partsOf(payableFen, plannedParts);
  return { payableParts, releasedParts: lessParts(plannedParts, payableParts) };
}

/**
 * What the rules give for a tranche now, from what the contract in force says of it: the checker's own sum, which must come to
 * what the maker entered. Nothing as long as its trigger is not there.
 */
export function payableByRule(
  { ruleSet, tranches }: Pick<Contract, 'ruleSet' | 'tranches'>,
  facts: TrancheFacts,
): Fen {
  const planned = tranches.find(({ code }) => code === facts.tranche);
  if (planned === undefined) return 0n;
  const due = trancheDue(rulesOf(ruleSet, facts.tranche), planned.plannedFen, facts, ruleSet);
  return due.isDue ? due.payable.payableFen : 0n;
}

/**
 * The rules of one tranche.
 * @throws RangeError when the rule set has no such tranche
 */
export function rulesOf({ tranches }: RuleSet, code: string): TrancheRules {
  const rules = tranches.find((tranche) => tranche.code === code);
  if (rules === undefined) throw new RangeError(`the rule set has no tranche ${code}`);
  return rules;
}
