import { splitByWeights, weightsOf, type Fen } from '../kernel/money';
import { compareRatios, parseRatio, ratioOf, sum } from '../kernel/ratio';
import type { Draw, Offer, OpenPot, Payers, PotLack, SharedPart } from './paying-pots';

/**
 * Pots that pay every award together, each its share, cut to the fen by largest remainder. One that cannot hold its part keeps
 * the award from being paid.
 * @throws RangeError unless each says its share and together they are the whole; nothing is asked of no pots
 */
export function payInShares(pots: readonly OpenPot[]): Payers {
  const weights = pots.length === 0 ? [] : weightsIn(pots);
  const whole = weights.reduce((all, weight) => all + weight, 0n);
  const partsOf = (amountFen: Fen): SharedPart[] =>
    splitByWeights(amountFen, weights).map((partFen, index) => {
      const { pot, heldFen } = pots[index]!;
      return { pot, partFen, heldFen };
    });
  return {
    inShares: true,
    offer(amountFen: Fen): Offer | PotLack {
      const leftFen = mostOf(pots, weights, whole);
      if (pots.length === 0) return { kind: 'noPot', leftFen };
      const parts = partsOf(amountFen);
      // By the rounding of the parts a little more than what is left for sure may still fit.
      const part = parts.find(({ partFen, heldFen }) => partFen > heldFen);
      return part === undefined
        ? { kind: 'offer', leftFen, only: null, parts }
        : { kind: 'part', leftFen, part };
    },
    draw(_, { parts }: Offer): Draw[] {
      return (parts ?? []).flatMap(({ pot, partFen: amountFen }, index) => {
        pots[index]!.heldFen -= amountFen;
        return amountFen === 0n ? [] : [{ fund: pot.code, amountFen }];
      });
    },
  };
}

/** The most that can be paid for sure: as much as each can hold its share of. */
function mostOf(pots: readonly OpenPot[], weights: readonly bigint[], whole: bigint): Fen {
  const mosts = pots.flatMap(({ heldFen }, index) => {
    const weight = weights[index]!;
    return weight > 0n ? [(heldFen * whole) / weight] : [];
  });
  return mosts.reduce((least, most) => (most < least ? most : least), mosts[0] ?? 0n);
}

function weightsIn(pots: readonly OpenPot[]): bigint[] {
  const shares = pots.map(({ pot: { code, share } }) => {
    if (share === undefined) throw new RangeError(`the pot ${code} says no share where others do`);
    return parseRatio(share);
  });
  if (compareRatios(sum(shares), ratioOf(1n)) !== 0) {
    const codes = pots.map(({ pot }) => pot.code).join(', ');
    throw new RangeError(`the shares of the pots ${codes} do not total exactly 1`);
  }
  return weightsOf(shares);
}
