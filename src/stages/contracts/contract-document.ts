import { parseAmount, printAmount, type Fen } from '../../kernel/money';
import {
  baseOf,
  evenByYear,
  keyOfBase,
  keyOfTrigger,
  simpleTriggers,
  splitAward,
  type RuleSet,
  type TrancheRules,
  type TrancheTrigger,
} from '../../rules';
import { toDay, type Day } from '../../kernel/day';
import { annexesOf, type ContractAnnex } from './contract-annexes';
import { priceOf, type ContractPrice } from './contract-price';
import type {
  ContractActivity,
  ContractIndicator,
  ContractLine,
  ProjectPlan,
} from './project-plan';

type Texts = { readonly zh: string; readonly en: string };

/** One payment of the contract, at the most that it can come to. */
export type ContractTranche = {
  readonly code: string;
  readonly name: Texts;
  readonly share: string;
  readonly amount: string;
  /** `contract-signed`, the evaluation that it waits for, or what else it does. */
  readonly trigger: string;
  /** What it is a share of, where that is not the amount of the contract. */
  readonly of?: string;
  /** Where it is more than a part paid in advance or at the end. */
  readonly meaning?: 'reimbursement' | 'loan' | 'bonus';
  /** Where the amount was amended: whether it was due, paid or void by then, and kept its own. */
  readonly isFixed?: boolean;
};

/** A contract 协议书 as both sides sign it. Its digest is the SHA-256 of its canonical JSON (RFC 8785). */
export type ContractDocument = {
  readonly schema: 'yichuang/contract/1';
  readonly contractId: string;
  readonly awardId: string;
  readonly basis: 'competition' | 'directed-commission';
  /** The round, and the rule set by which it is carried out and paid. */
  readonly round: {
    readonly id: string;
    readonly code: string;
    readonly ruleSet: string;
    readonly revision: number;
  };
  readonly funder: { readonly unitId: string; readonly name: string };
  readonly grantee: {
    readonly partyId: string;
    readonly name: string;
    readonly creditCode: string | null;
  };
  readonly title: string;
  readonly projectFrom: Day;
  readonly projectTo: Day;
  readonly currency: RuleSet['currency'];
  /** The grant. With the own funds it is the budget, which the lines add up to. */
  readonly amount: string;
  readonly ownFunds: string;
  readonly budget: string;
  readonly lines: readonly ContractLine[];
  readonly activities: readonly ContractActivity[];
  readonly indicators: readonly ContractIndicator[];
  readonly tranches: readonly ContractTranche[];
  /** What the amount means, where it is not simply what was awarded. */
  readonly price?: ContractPrice;
  /** What is part of it, where the rules name something. */
  readonly annexes?: readonly ContractAnnex[];
  readonly drawnOn: Day;
  /** Where this is a later version: which, why, and the digest of the one it follows. */
  readonly amendment?: {
    readonly id: string;
    readonly number: number;
    readonly reason: string;
    readonly follows: string;
  };
};

/** What a contract is drawn from. */
export interface ContractInputs extends Pick<
  ContractDocument,
  'contractId' | 'awardId' | 'basis' | 'funder' | 'grantee' | 'title' | 'drawnOn'
> {
  readonly round: { readonly id: string; readonly code: string; readonly revision: number };
  readonly ruleSet: RuleSet;
  readonly amountFen: Fen;
  readonly plan: ProjectPlan;
  /** The digest of the application; null where there was none. */
  readonly applicationDigest: string | null;
}

/**
 * Draws up a contract from an award and what the party has promised: the grant is cut into its tranches to the fen, the
 * budget's lines stand as they were applied for, own funds included.
 * @source domain.md 2.8: drawn from the bid and the award
 */
export function drawUpContract(inputs: ContractInputs): ContractDocument {
  const { ruleSet, round, amountFen, plan, applicationDigest, ...taken } = inputs;
  const total = plan.budgetLines.reduce((sum, { amount }) => sum + parseAmount(amount), 0n);
  return {
    schema: 'yichuang/contract/1',
    ...taken,
    round: { ...round, ruleSet: ruleSet.code },
    projectFrom: toDay(ruleSet.timetable.projectFrom),
    projectTo: toDay(ruleSet.timetable.projectTo),
    currency: ruleSet.currency,
    amount: printAmount(amountFen),
    ownFunds: plan.ownFunds,
    budget: printAmount(total),
    lines: plan.budgetLines.map(({ code, amount, note }) => ({
      code,
      amount,
      ...(note !== undefined && { note }),
    })),
    activities: plan.activities.map(({ name, times, heads }) => ({ name, times, heads })),
    indicators: plan.indicators.map(({ name, target, unit }) => ({ name, target, unit })),
    tranches: tranchesOf(ruleSet, amountFen, plan),
    ...priceOf(ruleSet.contract),
    ...annexesOf(ruleSet.contract, plan, applicationDigest),
  };
}

function tranchesOf(
  { tranches, timetable }: RuleSet,
  amountFen: Fen,
  { budgetLines }: ProjectPlan,
): ContractTranche[] {
  const lines = budgetLines.map(({ code, amount }) => ({ code, amountFen: parseAmount(amount) }));
  const amounts = splitAward(tranches, amountFen, evenByYear(lines, timetable));
  return tranches.map((rules, index) => ({
    code: rules.code,
    name: { ...rules.name },
    share: rules.share,
    amount: printAmount(amounts[index]!.amountFen),
    trigger: waitsFor(rules.trigger),
    ...ofWhat(rules),
    ...meaningOf(rules),
  }));
}

function waitsFor(trigger: TrancheTrigger): string {
  if (trigger.variant === 'evaluation-passed' || trigger.variant === 'evaluation-graded') {
    return trigger.evaluation;
  }
  return simpleTriggers(trigger)
    .map((part) => keyOfTrigger(part))
    .join(' + ');
}

function ofWhat(rules: TrancheRules): Pick<ContractTranche, 'of'> {
  const base = baseOf(rules);
  return base.variant === 'award' ? {} : { of: keyOfBase(base) };
}

function meaningOf({ meaning }: TrancheRules): Pick<ContractTranche, 'meaning'> {
  return meaning === 'advance' || meaning === 'balance' ? {} : { meaning };
}
