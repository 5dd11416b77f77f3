import { compareRatios, floorRatio, multiply, ratioOf, sum, type Ratio } from './ratio';

/** Money in fen, the hundredth of a yuan. */
export type Fen = bigint;

/** The largest amount that any column, form or file takes: ten trillion yuan, in fen. */
export const MAX_FEN: Fen = 10n ** 15n;

const AMOUNT = /^(0|[1-9]\d{0,13})\.(\d{2})$/;

/**
 * Reads an amount in yuan, such as `200000.00`, into fen.
 * @throws RangeError unless the text has exactly two decimals, no sign, no separators, and is at most MAX_FEN
 */
export function parseAmount(text: string): Fen {
  const parts = AMOUNT.exec(text);
  if (parts === null) throw new RangeError(`not an amount with two decimals: ${text}`);
  return checked(BigInt(`${parts[1]}${parts[2]}`));
}

/**
 * Prints fen as yuan with two decimals: 20000000n gives `200000.00`.
 * @throws RangeError when the amount is negative or above MAX_FEN
 */
export function printAmount(amountFen: Fen): string {
  const digits = checked(amountFen).toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Splits an amount by shares, by largest remainder (Hamilton): the parts always add up to the whole, to the fen, and each is
 * less than one fen from its exact share. Of equal remainders the earlier part gets the fen.
 * @throws RangeError unless there are shares, none is negative and they total exactly 1
 */
export function splitByShares(totalFen: Fen, shares: readonly Ratio[]): Fen[] {
  const one = ratioOf(1n);
  if (compareRatios(sum(shares), one) !== 0 || shares.some((share) => share.s < 0n)) {
    throw new RangeError('shares must not be negative and must total exactly 1');
  }
  const exact = shares.map((share) => multiply(ratioOf(checked(totalFen)), share));
  const parts = exact.map((part, index) => ({ index, fen: floorRatio(part), rest: part.mod(one) }));
  const left = parts.reduce((rest, part) => rest - part.fen, totalFen);
  const byRemainder = [...parts].sort((a, b) => compareRatios(b.rest, a.rest) || a.index - b.index);
  for (const part of byRemainder.slice(0, Number(left))) part.fen += 1n;
  return parts.map((part) => part.fen);
}

function checked(amountFen: Fen): Fen {
  if (amountFen < 0n || amountFen > MAX_FEN) {
    throw new RangeError(`an amount lies between 0 and ${MAX_FEN} fen, not ${amountFen}`);
  }
  return amountFen;
}
