import type { Fen } from '../kernel/money';
import { compareRatios, floorRatio, multiply, parseRatio, ratioOf } from '../kernel/ratio';

/** The most fen that are at most this share, or this multiple, of an amount. */
export function mostWithin(amountFen: Fen, share: string): Fen {
  return floorRatio(multiply(ratioOf(amountFen), parseRatio(share)));
}

/** The fewest fen that are at least this share of an amount. */
export function leastFrom(amountFen: Fen, share: string): Fen {
  const exact = multiply(ratioOf(amountFen), parseRatio(share));
  const floor = floorRatio(exact);
  return compareRatios(ratioOf(floor), exact) < 0 ? floor + 1n : floor;
}
