import type { Fen } from '../kernel/money';
import type { Draw, Offer, OpenPot, Payers, PotLack } from './paying-pots';

/**
 * Pots that pay one after another, in their order; one amount may draw on several.
 * @param areAll whether these are all pots of the round, so that they need not be named
 */
export function payInOrder(pots: readonly OpenPot[], areAll: boolean): Payers {
  const only = () => {
    const open = pots.filter(({ closedAt }) => closedAt === null);
    return areAll && open.length === pots.length ? null : open.map(({ pot }) => pot);
  };
  return {
    inShares: false,
    offer(amountFen: Fen): Offer | PotLack {
      let leftFen = 0n;
      for (const { heldFen, closedAt } of pots) if (closedAt === null) leftFen += heldFen;
      if (amountFen <= leftFen) return { kind: 'offer', leftFen, only: only(), parts: null };
      return pots.length === 0
        ? { kind: 'noPot', leftFen }
        : { kind: 'pots', leftFen, only: only() };
    },
    draw(amountFen: Fen): Draw[] {
      let wantedFen = amountFen;
      const draws: Draw[] = [];
      for (const open of pots) {
        const drawnFen = open.closedAt === null ? least(wantedFen, open.heldFen) : 0n;
        if (drawnFen === 0n) continue;
        wantedFen -= drawnFen;
        open.heldFen -= drawnFen;
        draws.push({ fund: open.pot.code, amountFen: drawnFen });
      }
      return draws;
    },
  };
}

function least(a: Fen, b: Fen): Fen {
  return a < b ? a : b;
}
