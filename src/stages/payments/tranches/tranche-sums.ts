import type { Fen } from '../../../kernel/money';
import {
  payableTranche,
  splitAward,
  type EvaluationOutcome,
  type Explanation,
  type RuleSet,
  type TrancheAmount,
  type TrancheRules,
} from '../../../rules';
import type { Contract } from '../../contracts';
import { lessParts, partsOf, partsOfTranches, type FundPart } from '../fund-parts';

/** A tranche as it is planned when the contract comes into force. */
export interface PlannedTranche extends TrancheAmount {
  readonly parts: readonly FundPart[];
}

/** What a tranche comes to once its trigger is there. */
export interface TrancheDue {
  readonly payableFen: Fen;
  readonly payableParts: readonly FundPart[];
  /** What is set free of the commitment, fund by fund. */
  readonly releasedParts: readonly FundPart[];
  readonly explanation: Explanation;
}

/**
 * The tranches of a contract, each with what every fund bears of it.
 * @throws RangeError when the draws are not the amount of the contract
 */
export function planTranches(
  rules: readonly TrancheRules[],
  amountFen: Fen,
  draws: readonly FundPart[],
): PlannedTranche[] {
  const amounts = splitAward(rules, amountFen);
  const parts = partsOfTranches(
    amounts.map((tranche) => tranche.amountFen),
    draws,
  );
  return amounts.map((tranche, index) => ({ ...tranche, parts: parts[index] ?? [] }));
}

/**
 * What a planned tranche pays on an outcome, fund by fund in proportion to what each bears of it.
 * @throws RangeError as `payableTranche` does
 */
export function dueOn(
  rules: TrancheRules,
  plannedFen: Fen,
  plannedParts: readonly FundPart[],
  outcome: EvaluationOutcome | undefined,
): TrancheDue {
  const { payableFen, explanation } = payableTranche(rules, plannedFen, outcome);
  const payableParts = partsOf(payableFen, plannedParts);
  const releasedParts = lessParts(plannedParts, payableParts);
  return { payableFen, payableParts, releasedParts, explanation };
}

/**
 * What the rules give for a tranche now, from what the contract in force says of it: the checker's own sum, which must come to
 * what the maker entered. Nothing when the evaluation has no outcome any more.
 */
export function payableByRule(
  { ruleSet, tranches }: Pick<Contract, 'ruleSet' | 'tranches'>,
  code: string,
  outcome: EvaluationOutcome | null | undefined,
): Fen {
  const planned = tranches.find((tranche) => tranche.code === code);
  if (planned === undefined || outcome === null) return 0n;
  return payableTranche(rulesOf(ruleSet, code), planned.plannedFen, outcome).payableFen;
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
