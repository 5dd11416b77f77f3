/** Fen of an amount as the public API writes it, such as `200000.00`. */
function fenOf(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

/** Adds up amounts, in fen. */
export function sumOf(amounts: readonly string[]): bigint {
  return amounts.reduce((sum, amount) => sum + fenOf(amount), 0n);
}

/** An amount for people: groups of three, and fen only where there are some. */
export function yuan(fen: bigint): string {
  const whole = (fen / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = fen % 100n;
  return rest === 0n ? whole : `${whole}.${rest.toString().padStart(2, '0')}`;
}

/** The same in tens of thousands of yuan, with one decimal, as charts label it. */
export function wan(fen: bigint): string {
  return `${(Number(fen) / 1_000_000).toFixed(1)}万`;
}

/** What takes money of a round back to its fund: the end of the round, and the end of the fund's year. */
const BACK = ['closeRound', 'lapsePot'];

/** What of a round's money has gone back to its funds, in fen. */
export function backToFund(transfers: readonly any[]): bigint {
  const back = transfers.filter(({ act }) => BACK.includes(act as string));
  return sumOf(back.map(({ amount }) => amount as string));
}
