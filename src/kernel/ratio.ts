import Fraction from 'fraction.js';

/** An exact rational number: shares, scores, means. Nothing here passes through floating point. */
export type Ratio = InstanceType<typeof Fraction>;

// Longer texts have no meaning as a share or a score, and only serve to make the arithmetic slow.
const DECIMAL = /^(0|[1-9]\d{0,17})(\.\d{1,18})?$/;

/**
 * Reads a plain decimal such as `0.6` or `60`.
 * @throws RangeError on a sign, an exponent, a leading zero or more than 18 digits on either side
 */
export function parseRatio(text: string): Ratio {
  if (!DECIMAL.test(text)) throw new RangeError(`not a plain decimal: ${text}`);
  return new Fraction(text);
}

/**
 * The exact quotient of two whole numbers.
 * @throws RangeError when the divisor is zero
 */
export function ratioOf(numerator: bigint, denominator = 1n): Ratio {
  if (denominator === 0n) throw new RangeError('a ratio cannot have zero below the line');
  return new Fraction(numerator, denominator);
}

/** The exact sum; zero for no numbers. */
export function sum(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce((total, ratio) => total.add(ratio), new Fraction(0n));
}

/** The exact product of two numbers. */
export function multiply(a: Ratio, b: Ratio): Ratio {
  return a.mul(b);
}

/** How far two numbers lie apart, never negative. */
export function distance(a: Ratio, b: Ratio): Ratio {
  return a.sub(b).abs();
}

/** Negative when `a` is less than `b`, positive when it is more, 0 when they are equal: for sorting and comparing. */
export function compareRatios(a: Ratio, b: Ratio): number {
  return a.compare(b);
}

/**
 * The exact arithmetic mean.
 * @throws RangeError when there is nothing to take the mean of
 */
export function mean(ratios: readonly Ratio[]): Ratio {
  if (ratios.length === 0) throw new RangeError('nothing has no mean');
  return sum(ratios).div(new Fraction(BigInt(ratios.length)));
}

/**
 * The middle value; of an even number of values the mean of the two middle ones.
 * @throws RangeError when there is nothing to take the median of
 */
export function median(ratios: readonly Ratio[]): Ratio {
  if (ratios.length === 0) throw new RangeError('nothing has no median');
  const sorted = [...ratios].sort(compareRatios);
  return mean(sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1));
}

/** The greatest whole number that is not above the given one. */
export function floorRatio(ratio: Ratio): bigint {
  const floor = ratio.floor();
  return floor.s * floor.n;
}

/**
 * Rounds half up (towards the greater number) and prints exactly `decimals` places: 83.335 at two gives `83.34`.
 * @throws RangeError when the number is negative: scores and shares never are
 */
export function roundHalfUp(ratio: Ratio, decimals: number): string {
  if (ratio.s < 0n) throw new RangeError('only numbers from zero up are rounded');
  const scaled = ratio.mul(new Fraction(10n ** BigInt(decimals)));
  const digits = floorRatio(scaled.add(new Fraction(1n, 2n)))
    .toString()
    .padStart(decimals + 1, '0');
  if (decimals === 0) return digits;
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Prints a number without losing anything: a plain decimal when it ends within 18 places, else `n/d`. */
export function printRatio(ratio: Ratio): string {
  const decimals = decimalsNeeded(ratio.d);
  if (ratio.s < 0n || decimals === undefined) return ratio.toFraction();
  return roundHalfUp(ratio, decimals);
}

function decimalsNeeded(denominator: bigint): number | undefined {
  for (let decimals = 0, power = 1n; decimals <= 18; decimals += 1, power *= 10n) {
    if (power % denominator === 0n) return decimals;
  }
  return undefined;
}
