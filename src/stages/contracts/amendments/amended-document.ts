import { addMonths } from '../../../kernel/add-months';
import { addDays, type Day } from '../../../kernel/day';
import { parseAmount, printAmount, type Fen } from '../../../kernel/money';
import { compareRatios, multiply, parseRatio, ratioOf } from '../../../kernel/ratio';
import { canonicalJson } from '../../../platform/record/canonical-json';
import type { RuleSet } from '../../../rules';
import { requireSoundPlan } from '../../awards';
import { amendedAnnexes } from '../contract-annexes';
import type { ContractDocument, ContractTranche } from '../contract-document';
import type { ProjectPlan } from '../project-plan';
import { refuseContracts } from '../contract.refusals';
import type { Replan } from './contracted-project';

/** What is to be different; what is left out stays as it is. */
export interface AmendedTerms extends Partial<ProjectPlan> {
  readonly amountFen?: Fen;
  /** The project's new last day. */
  readonly projectTo?: Day;
}

/** A tenth of the original amount, where the rule set has no number of its own. @source 政府采购法 art. 49 */
const MOST_INCREASE = '0.1';

/**
 * The contract as it would read with other terms, its tranches as they stand.
 * @throws CONTRACTS.NOTHING_CHANGED, CONTRACTS.END_NOT_LATER, AWARDS.LINE_UNKNOWN, AWARDS.COUNT_OUT_OF_RANGE,
 * AWARDS.BUDGET_MISMATCH
 */
export function amendedDocument(
  standing: ContractDocument,
  terms: AmendedTerms,
  amendment: NonNullable<ContractDocument['amendment']>,
  rules: Pick<RuleSet, 'form'>,
): ContractDocument {
  const { amountFen = parseAmount(standing.amount), projectTo = standing.projectTo } = terms;
  const plan = amendedPlan(standing, terms);
  if (terms.projectTo !== undefined && projectTo <= standing.projectTo) {
    throw refuseContracts(
      'CONTRACTS.END_NOT_LATER',
      { endsOn: standing.projectTo },
      '/changes/projectTo',
    );
  }
  const isPlanChanged =
    amountFen !== parseAmount(standing.amount) || !isSame(plan, amendedPlan(standing, {}));
  // A contract whose days alone change keeps its plan, whatever that was.
  if (isPlanChanged) requireSoundPlan(rules, plan, amountFen, '/changes');
  else if (projectTo === standing.projectTo) throw refuseContracts('CONTRACTS.NOTHING_CHANGED');
  const budgetFen = plan.budgetLines.reduce((sum, { amount }) => sum + parseAmount(amount), 0n);
  return {
    ...standing,
    projectTo,
    amount: printAmount(amountFen),
    ownFunds: plan.ownFunds,
    budget: printAmount(budgetFen),
    lines: plan.budgetLines,
    activities: plan.activities,
    indicators: plan.indicators,
    ...(standing.annexes !== undefined && { annexes: amendedAnnexes(standing.annexes, plan) }),
    amendment,
  };
}

/** The same contract with its tranches as they would be at its amount. */
export function withTranches(
  document: ContractDocument,
  tranches: Replan['tranches'],
): ContractDocument {
  const byCode = new Map(tranches.map((tranche) => [tranche.code, tranche]));
  return {
    ...document,
    tranches: document.tranches.map((tranche): ContractTranche => {
      const planned = byCode.get(tranche.code);
      if (planned === undefined) return tranche;
      const { amountFen, isFixed } = planned;
      return { ...tranche, amount: printAmount(amountFen), isFixed };
    }),
  };
}

/**
 * Passes unless the contract would grow, all its amendments together, by more of its original amount than the rules allow.
 * @throws CONTRACTS.INCREASE_TOO_LARGE
 * @source 政府采购法 art. 49: all supplements together at most 10 % of the original amount
 */
export function requireIncreaseWithin(
  { contract }: Pick<RuleSet, 'contract'>,
  originalFen: Fen,
  amountFen: Fen,
): void {
  const share = contract.amendments?.maxIncreaseShare ?? MOST_INCREASE;
  const increase = ratioOf(amountFen - originalFen);
  if (compareRatios(increase, multiply(ratioOf(originalFen), parseRatio(share))) <= 0) return;
  throw refuseContracts(
    'CONTRACTS.INCREASE_TOO_LARGE',
    { original: printAmount(originalFen), amount: printAmount(amountFen), share },
    '/changes/amount',
  );
}

/**
 * Passes unless the contract would last longer than the rules allow.
 * @throws CONTRACTS.TERM_TOO_LONG
 * @source 财政部令第102号: as a rule one year, at most three
 */
export function requireTermWithin(
  { contract: { termMonths } }: Pick<RuleSet, 'contract'>,
  { projectFrom, projectTo }: Pick<ContractDocument, 'projectFrom' | 'projectTo'>,
): void {
  if (termMonths === undefined) return;
  const latest = addDays(addMonths(projectFrom, termMonths), -1);
  if (projectTo <= latest) return;
  const facts = { months: termMonths, latest };
  throw refuseContracts('CONTRACTS.TERM_TOO_LONG', facts, '/changes/projectTo');
}

/** The whole plan, in the shape in which a contract has it. */
function amendedPlan(standing: ContractDocument, terms: AmendedTerms): ProjectPlan {
  return {
    budgetLines: (terms.budgetLines ?? standing.lines).map(({ code, amount, note }) => ({
      ...{ code, amount },
      ...(note !== undefined && { note }),
    })),
    ownFunds: terms.ownFunds ?? standing.ownFunds,
    activities: (terms.activities ?? standing.activities).map(({ name, times, heads }) => ({
      ...{ name, times, heads },
    })),
    indicators: (terms.indicators ?? standing.indicators).map(({ name, target, unit }) => ({
      ...{ name, target, unit },
    })),
  };
}

function isSame(one: ProjectPlan, other: ProjectPlan): boolean {
  return canonicalJson({ ...one }) === canonicalJson({ ...other });
}
