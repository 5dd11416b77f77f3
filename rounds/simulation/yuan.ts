import type { Chance } from '../../demo/chance';
import { parseAmount, type Fen } from '../../src/kernel/money';

/** People ask for round sums. */
const HUNDRED_YUAN = 10_000n;

/** A whole number of thousandths of an amount, cut to the fen. */
export function thousandthsOf(amountFen: Fen, thousandths: number): Fen {
  return (amountFen * BigInt(thousandths)) / 1000n;
}

/** Between two thousandths of an amount, in whole hundreds of yuan where it is large enough for that; never nothing. */
export function partOf(amountFen: Fen, chance: Chance, least: number, most: number): Fen {
  const exact = thousandthsOf(amountFen, chance.whole(least, most));
  const round = exact - (exact % HUNDRED_YUAN);
  if (round > 0n) return round;
  return exact > 0n ? exact : 1n;
}

/** The lowest of some amounts, of which those that are not there bound nothing; null when none is there. */
export function lowestOf(amounts: readonly (Fen | string | undefined)[]): Fen | null {
  return amounts.reduce<Fen | null>((lowest, amount) => {
    if (amount === undefined) return lowest;
    const fen = typeof amount === 'bigint' ? amount : parseAmount(amount);
    return lowest === null || fen < lowest ? fen : lowest;
  }, null);
}

/** What amounts come to. */
export function totalOf(amounts: readonly Fen[]): Fen {
  return amounts.reduce((total, amountFen) => total + amountFen, 0n);
}
