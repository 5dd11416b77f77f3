import { printAmount, type Fen } from '../kernel/money';
import type { WordedExplanation } from './explanation';
import type { Draw } from './paying-pots';
import { Pots } from './pots';
import type { FundPot } from './rule-set.types';

/** Which pots pay a directed commission, and why they can. */
export interface CommissionDraws {
  readonly draws: readonly Draw[];
  readonly explanation: WordedExplanation;
}

/**
 * Which pots pay a directed commission: the whole amount or none of it. It has no rank and counts against no category, so a pot
 * that pays for some categories alone does not pay for it.
 * @returns null when the pots hold less
 * @source domain.md 2.3: a commission competes with nobody
 */
export function commissionDraws(
  funding: readonly FundPot[],
  amountFen: Fen,
): CommissionDraws | null {
  const pots = new Pots(funding);
  const offer = pots.offer(null, amountFen);
  if (offer.kind !== 'offer') return null;
  const amount = printAmount(amountFen);
  const left = printAmount(offer.leftFen);
  // In shares a fen more than `left` may fit by the rounding of the parts: then these are what proves it.
  const { parts } = offer;
  return {
    draws: pots.draw(null, amountFen, offer),
    explanation: {
      rule: '/funding',
      inputs: { amount, left },
      arithmetic:
        parts === null
          ? `${amount} ≤ ${left}`
          : parts
              .map(({ partFen, heldFen }) => `${printAmount(partFen)} ≤ ${printAmount(heldFen)}`)
              .join('; '),
      words: {
        zh: `委托金额${amount}元，资金尚余${left}元，足够。`,
        en: `The commission asks for ${amount} yuan; ${left} yuan are left, which is enough.`,
      },
    },
  };
}
