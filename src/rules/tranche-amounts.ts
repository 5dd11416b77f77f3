import { printAmount, splitByShares, type Fen } from '../kernel/money';
import { distance, parseRatio, ratioOf } from '../kernel/ratio';
import type { Explanation } from './explanation';
import type { EvaluationGraded, TrancheRules } from './rule-set.types';
import { baseAmounts, keyOfBase, type BaseAmount, type BudgetCell } from './tranche-bases';
import type { EvaluationOutcome } from './tranche-facts';

export type { EvaluationOutcome } from './tranche-facts';

/** One tranche of an award. */
export interface TrancheAmount {
  readonly code: string;
  readonly amountFen: Fen;
  readonly explanation: Explanation;
}

/** What bounds a reimbursement. */
export interface ReimbursedAccounts {
  /** What the accepted accounts show as spent, all in all. */
  readonly acceptedFen: Fen;
  /** What the tranches before it pay. */
  readonly paidBeforeFen: Fen;
}

/** What a tranche pays once its trigger is there. */
export interface PayableTranche {
  readonly payableFen: Fen;
  /** What is set free of the commitment: the rest of the tranche. */
  readonly releasedFen: Fen;
  readonly explanation: Explanation;
}

/**
 * Cuts an award into its tranches, to the fen, by largest remainder: first into what the tranches are shares of, then each of
 * these by their shares. The tranches always add up to the award.
 * @param budget what the project is to spend, line by line and year by year; not asked for where every tranche is a share of the award
 * @throws RangeError when the shares of a base do not total 1, or a base cannot be told from the budget
 * @source cn-binhai-2014: 50 / 40 / 10; il-gif-payments: 50 / 40 / 10 of each year and the equipment
 */
export function splitAward(
  tranches: readonly TrancheRules[],
  awardFen: Fen,
  budget: readonly BudgetCell[] = [],
): TrancheAmount[] {
  const amounts: TrancheAmount[] = [];
  for (const base of baseAmounts(tranches, awardFen, budget)) {
    const ofBase = base.places.map((place) => tranches[place]!);
    const parts = splitByShares(
      base.amountFen,
      ofBase.map(({ share }) => parseRatio(share)),
    );
    base.places.forEach((place, index) => {
      amounts[place] = partOf(tranches[place]!, base, parts[index]!, awardFen);
    });
  }
  return amounts;
}

function partOf(
  { code, share }: TrancheRules,
  { base, amountFen: baseFen, arithmetic }: BaseAmount,
  amountFen: Fen,
  awardFen: Fen,
): TrancheAmount {
  const sum = `${printAmount(baseFen)} × ${share} ≈ ${printAmount(amountFen)}`;
  return {
    code,
    amountFen,
    explanation: {
      rule: `/tranches/${code}/share`,
      inputs: {
        award: printAmount(awardFen),
        ...(arithmetic !== null && { of: keyOfBase(base), base: printAmount(baseFen) }),
        share,
      },
      arithmetic: arithmetic === null ? sum : `${arithmetic}; ${sum}`,
    },
  };
}

/**
 * What a tranche pays when its trigger is there: all of it, nothing on a failed evaluation that nothing made good, and by the
 * grade's factor where the rules grade it. Half a fen goes to the payee. A reimbursement pays no more than what the accepted
 * accounts show beyond what was paid before.
 * @param outcome of the evaluation that the trigger names; not asked for where it names none
 * @param accounts asked for by a reimbursement alone
 * @throws RangeError when an evaluation is the trigger and its outcome is missing or has a grade without a factor, or when a
 * reimbursement has no accounts
 * @source the small round: excellent and good 100 %, pass 50 %, fail 0 (invented); a failed mid-term pays no more:
 * cn-haishu-2020-r9; by grade out of a contract sized at the best: cn-zengcheng-lihu; reimbursed: eu-two-instalments
 */
export function payableTranche(
  tranche: TrancheRules,
  amountFen: Fen,
  outcome?: EvaluationOutcome,
  accounts?: ReimbursedAccounts,
): PayableTranche {
  const factor = factorOf(tranche, outcome);
  const share = parseRatio(factor);
  const [byFactorFen = 0n] = splitByShares(amountFen, [share, distance(ratioOf(1n), share)]);
  const bound = boundOf(tranche, accounts);
  const payableFen = bound !== null && bound.mostFen < byFactorFen ? bound.mostFen : byFactorFen;
  const releasedFen = amountFen - payableFen;
  const amount = printAmount(amountFen);
  const steps = [
    `${amount} × ${factor} ≈ ${printAmount(byFactorFen)}`,
    ...(bound === null ? [] : [bound.arithmetic]),
    `${amount} - ${printAmount(payableFen)} = ${printAmount(releasedFen)}`,
  ];
  return {
    payableFen,
    releasedFen,
    explanation: {
      rule: `/tranches/${tranche.code}/trigger`,
      inputs: {
        ...{ amount, factor, ...(outcome !== undefined && { grade: outcome.grade }) },
        ...bound?.inputs,
      },
      arithmetic: steps.join('; '),
    },
  };
}

/**
 * What a tranche pays whose trigger never comes: nothing, and all of it is set free.
 * @param outcome of the evaluation that it named by itself
 */
export function nothingPayable(
  { code }: TrancheRules,
  amountFen: Fen,
  outcome?: EvaluationOutcome,
): PayableTranche {
  const amount = printAmount(amountFen);
  return {
    payableFen: 0n,
    releasedFen: amountFen,
    explanation: {
      rule: `/tranches/${code}/trigger`,
      inputs: { amount, factor: '0', ...(outcome !== undefined && { grade: outcome.grade }) },
      arithmetic: `${amount} × 0 ≈ 0.00; ${amount} - 0.00 = ${amount}`,
    },
  };
}

function factorOf({ code, trigger }: TrancheRules, outcome: EvaluationOutcome | undefined): string {
  if (trigger.variant !== 'evaluation-passed' && trigger.variant !== 'evaluation-graded')
    return '1';
  if (outcome === undefined) throw new RangeError(`tranche ${code} waits for an evaluation`);
  if (trigger.variant === 'evaluation-graded') return gradedFactor(code, trigger, outcome);
  return outcome.passed || outcome.madeGoodAt !== undefined ? '1' : '0';
}

function gradedFactor(
  code: string,
  { factors }: EvaluationGraded,
  { grade }: EvaluationOutcome,
): string {
  const named = factors.find((candidate) => candidate.grade === grade);
  if (named === undefined) throw new RangeError(`tranche ${code} has no factor for ${grade}`);
  return named.factor;
}

/** The most that a reimbursement pays; null of any other tranche. */
function boundOf({ code, meaning }: TrancheRules, accounts: ReimbursedAccounts | undefined) {
  if (meaning !== 'reimbursement') return null;
  if (accounts === undefined) throw new RangeError(`tranche ${code} waits for accounts`);
  const { acceptedFen, paidBeforeFen } = accounts;
  const mostFen = acceptedFen > paidBeforeFen ? acceptedFen - paidBeforeFen : 0n;
  const accepted = printAmount(acceptedFen);
  const paidBefore = printAmount(paidBeforeFen);
  return {
    mostFen,
    inputs: { accepted, paidBefore },
    arithmetic: `≤ max(${accepted} - ${paidBefore}, 0) = ${printAmount(mostFen)}`,
  };
}
