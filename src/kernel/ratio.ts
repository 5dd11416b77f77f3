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

/**
 * The exact quotient of two numbers.
 * @throws RangeError when the divisor is zero
 */
export function divide(a: Ratio, b: Ratio): Ratio {
  if (b.n === 0n) throw new RangeError('nothing is divided by zero');
  return a.div(b);
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

/** half-up: a half goes up. half-even: a half goes to the even neighbour. down: what is over is dropped. */
export type Rounding = 'half-up' | 'half-even' | 'down';

/**
 * Rounds half up (towards the greater number) and prints exactly `decimals` places: 83.335 at two gives `83.34`.
 * @throws RangeError when the number is negative: scores and shares never are
 */
export function roundHalfUp(ratio: Ratio, decimals: number): string {
  return roundRatio(ratio, decimals, 'half-up');
}

/**
 * Rounds and prints exactly `decimals` places: 83.345 at two gives `83.35`, to the even neighbour `83.34`.
 * @throws RangeError when the number is negative
 */
export function roundRatio(ratio: Ratio, decimals: number, rounding: Rounding): string {
  return roundQuotient(ratio.s * ratio.n, ratio.d, decimals, rounding);
}

/**
 * Rounds the quotient of two whole numbers, which need not be in lowest terms: where a hundred thousand are rounded, reducing
 * each to a ratio first takes most of the time.
 * @throws RangeError when the dividend is negative or the divisor not above zero
 */
export function roundQuotient(
  dividend: bigint,
  divisor: bigint,
  decimals: number,
  rounding: Rounding,
): string {
  if (dividend < 0n || divisor <= 0n) {
    throw new RangeError('only numbers from zero up are rounded');
  }
  const scaled = dividend * 10n ** BigInt(decimals);
  const whole = scaled / divisor;
  const twiceTheRest = (scaled - whole * divisor) * 2n;
  const up = goesUp(whole, twiceTheRest, divisor, rounding) ? 1n : 0n;
  return withPoint((whole + up).toString(), decimals);
}

function goesUp(whole: bigint, twiceTheRest: bigint, divisor: bigint, rounding: Rounding): boolean {
  switch (rounding) {
    case 'half-up':
      return twiceTheRest >= divisor;
    case 'half-even':
      return twiceTheRest > divisor || (twiceTheRest === divisor && whole % 2n === 1n);
    case 'down':
      return false;
  }
}

function withPoint(digits: string, decimals: number): string {
  if (decimals === 0) return digits;
  const padded = digits.padStart(decimals + 1, '0');
  return `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}

// With so many digits before and after the point together, a whole number of the last place is below 2^53.
const SAFE_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: SAFE_DIGITS + 1 }, (_, power) => Number(`1e${power}`));
const POINT = '.'.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);

/**
 * Reads a plain decimal as a whole number of its last place: `7.5` at two places is 750. Such numbers are exact, and a million
 * of them are read and compared in the time that a few thousand ratios take.
 * @param decimals at most how many places the text may have
 * @returns undefined for what `parseRatio` does not read, for more places, and for more than 15 digits with all places
 */
export function readScaled(text: string, decimals: number): number | undefined {
  const { length } = text;
  let [scaled, point] = [0, length];
  for (let at = 0; at < length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === POINT && point === length) point = at;
    else if (character < ZERO || character > ZERO + 9) return undefined;
    else scaled = scaled * 10 + (character - ZERO);
  }
  const places = Math.max(0, length - point - 1);
  const hasLeadingZero = point > 1 && text.charCodeAt(0) === ZERO;
  if (point === 0 || point === length - 1 || hasLeadingZero) return undefined;
  if (places > decimals || point + decimals > SAFE_DIGITS) return undefined;
  return scaled * POWERS_OF_TEN[decimals - places]!;
}

/** Prints a number without losing anything: a plain decimal when it ends within 18 places, else `n/d`. */
export function printRatio(ratio: Ratio): string {
  const decimals = decimalsNeeded(ratio.d);
  if (ratio.s < 0n || decimals === undefined) return ratio.toFraction();
  return roundHalfUp(ratio, decimals);
}

/**
 * Reads back what `printRatio` prints of a number from zero up: a plain decimal, or `244/3`.
 * @throws RangeError on anything else
 */
export function readRatio(text: string): Ratio {
  const parts = /^(0|[1-9]\d*)\/([1-9]\d*)$/.exec(text);
  return parts === null ? parseRatio(text) : ratioOf(BigInt(parts[1]!), BigInt(parts[2]!));
}

function decimalsNeeded(denominator: bigint): number | undefined {
  for (let decimals = 0, power = 1n; decimals <= 18; decimals += 1, power *= 10n) {
    if (power % denominator === 0n) return decimals;
  }
  return undefined;
}
