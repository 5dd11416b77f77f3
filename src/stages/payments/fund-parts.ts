import { splitByShares, type Fen } from '../../kernel/money';
import { ratioOf } from '../../kernel/ratio';

/** What one fund bears of an amount. */
export interface FundPart {
  readonly fundId: string;
  readonly amountFen: Fen;
}

/** A part as it is stored: fen as text, since a number of JSON cannot hold every amount. */
interface StoredPart {
  readonly fundId: string;
  readonly amountFen: string;
}

/** How parts get into a jsonb column and out of it. */
export const storedParts = {
  to: (parts: readonly FundPart[] | null): StoredPart[] | null =>
    parts?.map(({ fundId, amountFen }) => ({ fundId, amountFen: amountFen.toString() })) ?? null,
  from: (parts: readonly StoredPart[] | null): FundPart[] | null =>
    parts?.map(({ fundId, amountFen }) => ({ fundId, amountFen: BigInt(amountFen) })) ?? null,
};

/** The whole of the parts, in fen. */
export function totalOf(parts: readonly FundPart[]): Fen {
  return parts.reduce((total, { amountFen }) => total + amountFen, 0n);
}

/**
 * What each fund bears of an amount that is taken out of what the funds hold, in proportion to what they hold, by largest
 * remainder. The parts add up to the amount, and no fund bears more than it holds: an exact share is never above what the
 * fund holds, which is a whole number of fen, so the share rounded up is not either.
 * @throws RangeError when the funds hold less than the amount
 */
export function partsOf(amountFen: Fen, held: readonly FundPart[]): FundPart[] {
  const heldFen = totalOf(held);
  if (amountFen > heldFen) throw new RangeError(`${amountFen} fen of ${heldFen} cannot be taken`);
  if (heldFen === 0n) return held.map(({ fundId }) => ({ fundId, amountFen: 0n }));
  const shares = held.map((part) => ratioOf(part.amountFen, heldFen));
  const parts = splitByShares(amountFen, shares);
  return held.map(({ fundId }, index) => ({ fundId, amountFen: parts[index] ?? 0n }));
}

/** What is left with each fund after the parts were taken; both lists name the same funds in the same order. */
export function lessParts(held: readonly FundPart[], taken: readonly FundPart[]): FundPart[] {
  return held.map(({ fundId, amountFen }, index) => ({
    fundId,
    amountFen: amountFen - (taken[index]?.amountFen ?? 0n),
  }));
}

/**
 * Cuts the draws of an award into its tranches, fund by fund: each tranche takes its amount out of what the tranches before
 * it have left. So the parts of a tranche add up to the tranche, and the parts of a fund to its draw, to the fen; splitting
 * each tranche by the award's shares alone would sooner or later take a fen too many from a fund.
 * @param amountsFen of the tranches, in order; together the whole of the draws
 * @throws RangeError when the tranches and the draws are not the same amount
 */
export function partsOfTranches(
  amountsFen: readonly Fen[],
  draws: readonly FundPart[],
): FundPart[][] {
  const amountFen = amountsFen.reduce((total, amount) => total + amount, 0n);
  if (amountFen !== totalOf(draws)) {
    throw new RangeError(`tranches of ${amountFen} fen from draws of ${totalOf(draws)}`);
  }
  let left = [...draws];
  return amountsFen.map((amount) => {
    const parts = partsOf(amount, left);
    left = lessParts(left, parts);
    return parts;
  });
}
