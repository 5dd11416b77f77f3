import { printAmount, type Fen } from '../kernel/money';
import type { WordedExplanation } from './explanation';
import { drawFrom, fillPots, inPots, type Draw } from './pots';
import type { FundPot } from './rule-set.types';

/** Which pots pay a directed commission, and why they can. */
export interface CommissionDraws {
  readonly draws: readonly Draw[];
  readonly explanation: WordedExplanation;
}

/**
 * Which pots pay a directed commission: the whole amount or none of it. It has no rank and counts against no category.
 * @returns null when the pots hold less
 * @source domain.md 2.3: a commission competes with nobody
 */
export function commissionDraws(
  funding: readonly FundPot[],
  amountFen: Fen,
): CommissionDraws | null {
  const pots = fillPots(funding);
  if (amountFen > inPots(pots)) return null;
  const amount = printAmount(amountFen);
  const left = printAmount(inPots(pots));
  return {
    draws: drawFrom(pots, amountFen).draws,
    explanation: {
      rule: '/funding',
      inputs: { amount, left },
      arithmetic: `${amount} ≤ ${left}`,
      words: {
        zh: `委托金额${amount}元，资金尚余${left}元，足够。`,
        en: `The commission asks for ${amount} yuan; ${left} yuan are left, which is enough.`,
      },
    },
  };
}
