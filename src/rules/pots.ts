import { parseAmount, type Fen } from '../kernel/money';
import type { FundPot } from './rule-set.types';

/** What one pot gives or holds. */
export interface Draw {
  readonly fund: string;
  readonly amountFen: Fen;
}

/** What each pot holds at first, in the order in which the pots are drawn on. */
export function fillPots(funding: readonly FundPot[]): readonly Draw[] {
  return funding.map(({ code, amount }) => ({ fund: code, amountFen: parseAmount(amount) }));
}

/** What the pots hold together. */
export function inPots(pots: readonly Draw[]): Fen {
  return pots.reduce((sum, { amountFen }) => sum + amountFen, 0n);
}

/**
 * Takes an amount from the pots in their order; one amount may draw on several.
 * @throws RangeError when they hold less
 */
export function drawFrom(
  pots: readonly Draw[],
  amountFen: Fen,
): { readonly draws: readonly Draw[]; readonly left: readonly Draw[] } {
  if (amountFen > inPots(pots)) throw new RangeError('the pots hold less');
  let wantedFen = amountFen;
  const draws: Draw[] = [];
  const left = pots.map(({ fund, amountFen: heldFen }) => {
    const drawnFen = wantedFen < heldFen ? wantedFen : heldFen;
    wantedFen -= drawnFen;
    if (drawnFen > 0n) draws.push({ fund, amountFen: drawnFen });
    return { fund, amountFen: heldFen - drawnFen };
  });
  return { draws, left };
}
