import { printAmount, splitByShares, type Fen } from '../kernel/money';
import { distance, parseRatio, ratioOf } from '../kernel/ratio';
import type { Explanation } from './explanation';
import type { TrancheRules } from './rule-set.types';

/** One tranche of an award. */
export interface TrancheAmount {
  readonly code: string;
  readonly amountFen: Fen;
  readonly explanation: Explanation;
}

/** What an evaluation came to, as far as a tranche cares. */
export interface EvaluationOutcome {
  readonly grade: string;
  readonly passed: boolean;
}

/** What a tranche pays once its trigger is there. */
export interface PayableTranche {
  readonly payableFen: Fen;
  /** What is set free of the commitment: the rest of the tranche. */
  readonly releasedFen: Fen;
  readonly explanation: Explanation;
}

/**
 * Cuts an award into its tranches, to the fen, by largest remainder.
 * @throws RangeError when the shares do not total 1, which no parsed rule set allows
 * @source cn-binhai-2014: 50 / 40 / 10
 */
export function splitAward(tranches: readonly TrancheRules[], awardFen: Fen): TrancheAmount[] {
  const parts = splitByShares(
    awardFen,
    tranches.map(({ share }) => parseRatio(share)),
  );
  const award = printAmount(awardFen);
  return tranches.map(({ code, share }, index) => {
    const amountFen = parts[index] ?? 0n;
    return {
      code,
      amountFen,
      explanation: {
        rule: `/tranches/${code}/share`,
        inputs: { award, share },
        arithmetic: `${award} × ${share} ≈ ${printAmount(amountFen)}`,
      },
    };
  });
}

/**
 * What a tranche pays when its trigger is there: all of it on a signed contract or a passed evaluation, nothing on a failed
 * one, and by the grade's factor where the rules grade it. Half a fen goes to the payee.
 * @param outcome of the evaluation that the trigger names; not asked for where the trigger is the contract
 * @throws RangeError when an evaluation is the trigger and its outcome is missing or has a grade without a factor
 * @source the small round: excellent and good 100 %, pass 50 %, fail 0 (invented); a failed mid-term pays no more: cn-haishu-2020-r9
 */
export function payableTranche(
  tranche: TrancheRules,
  amountFen: Fen,
  outcome?: EvaluationOutcome,
): PayableTranche {
  const factor = factorOf(tranche, outcome);
  const share = parseRatio(factor);
  const [payableFen = 0n, releasedFen = 0n] = splitByShares(amountFen, [
    share,
    distance(ratioOf(1n), share),
  ]);
  const amount = printAmount(amountFen);
  return {
    payableFen,
    releasedFen,
    explanation: {
      rule: `/tranches/${tranche.code}/trigger`,
      inputs: { amount, factor, ...(outcome !== undefined && { grade: outcome.grade }) },
      arithmetic: `${amount} × ${factor} ≈ ${printAmount(payableFen)}; ${amount} - ${printAmount(payableFen)} = ${printAmount(releasedFen)}`,
    },
  };
}

function factorOf({ code, trigger }: TrancheRules, outcome: EvaluationOutcome | undefined): string {
  if (trigger.variant === 'contract-signed') return '1';
  if (outcome === undefined) throw new RangeError(`tranche ${code} waits for an evaluation`);
  if (trigger.variant === 'evaluation-passed') return outcome.passed ? '1' : '0';
  const named = trigger.factors.find(({ grade }) => grade === outcome.grade);
  if (named === undefined)
    throw new RangeError(`tranche ${code} has no factor for ${outcome.grade}`);
  return named.factor;
}
