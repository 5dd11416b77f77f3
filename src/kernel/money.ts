import { compareRatios, ratioOf, sum, type Ratio } from './ratio';

/** Money in fen, the hundredth of a yuan. */
export type Fen = bigint;

/** The currencies that amounts are in. Each has hundredths: what is said of yuan and fen holds for all of them. */
export const currencies = ['CNY', 'TWD', 'EUR'] as const;
export type Currency = (typeof currencies)[number];

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
  if (compareRatios(sum(shares), ratioOf(1n)) !== 0 || shares.some((share) => share.s < 0n)) {
    throw new RangeError('shares must not be negative and must total exactly 1');
  }
  return splitByWeights(totalFen, weightsOf(shares));
}

/**
 * The same by weights in whole numbers, for many amounts in a row: each part is its weight's share of all weights.
 * @throws RangeError when a weight is negative or all together are nothing
 */
export function splitByWeights(totalFen: Fen, weights: readonly bigint[]): Fen[] {
  const whole = weights.reduce((all, weight) => all + weight, 0n);
  if (whole === 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError('weights must not be negative and must total more than nothing');
  }
  const exact = weights.map((weight) => checked(totalFen) * weight);
  const parts = exact.map((part) => part / whole);
  const left = parts.reduce((rest, part) => rest - part, totalFen);
  if (left === 0n) return parts;
  const rests = exact.map((part, index) => ({ index, rest: part % whole }));
  rests.sort((a, b) => orderOf(b.rest, a.rest) || a.index - b.index);
  for (const { index } of rests.slice(0, Number(left))) parts[index]! += 1n;
  return parts;
}

/** Shares as weights in whole numbers: over a denominator that they have in common. */
export function weightsOf(shares: readonly Ratio[]): bigint[] {
  const whole = shares.reduce((common, { d }) => (common % d === 0n ? common : common * d), 1n);
  return shares.map(({ n, d }) => (n * whole) / d);
}

function orderOf(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function checked(amountFen: Fen): Fen {
  if (amountFen < 0n || amountFen > MAX_FEN) {
    throw new RangeError(`an amount lies between 0 and ${MAX_FEN} fen, not ${amountFen}`);
  }
  return amountFen;
}
