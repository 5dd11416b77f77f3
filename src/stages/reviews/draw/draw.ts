import { createHash } from 'node:crypto';
import type { FrozenDocument } from './frozen-pool';

/** What came of a draw: the seed, and for each kind of seat all of its leaves in the order drawn. */
export interface DrawnOrders {
  /** In hexadecimal. */
  readonly seed: string;
  readonly orders: Readonly<Record<string, readonly string[]>>;
}

const SEED_PREFIX = 'gy-draw-1';
const WORD_RANGE = 1n << 64n;

/**
 * The seed of a draw: SHA-256("gy-draw-1" ‖ digest of the frozen pool ‖ entropy). The digest was recorded before the entropy
 * was made, so nobody could fit the one to the other.
 * @param entropy thirty-two random bytes
 */
export function seedOf(poolDigest: string, entropy: Buffer): Buffer {
  return createHash('sha256')
    .update(SEED_PREFIX)
    .update(Buffer.from(poolDigest, 'hex'))
    .update(entropy)
    .digest();
}

/** Draws: for each kind of seat a permutation of all its leaves, so that whoever steps in later is known from the start. */
export function drawOrders(
  { seats, pool }: FrozenDocument,
  poolDigest: string,
  entropy: Buffer,
): DrawnOrders {
  const seed = seedOf(poolDigest, entropy);
  const orders = seats.map(({ code }) => {
    const leaves = pool.flatMap((member) => (Object.hasOwn(member, code) ? [member[code]!] : []));
    return [code, permute(seed, code, leaves)] as const;
  });
  return { seed: seed.toString('hex'), orders: Object.fromEntries(orders) };
}

/**
 * Fisher–Yates over the sorted leaves, from the last place down to the second. The words come from
 * SHA-256(seed ‖ seat ‖ counter), the counter as four bytes, big-endian, from 0: the first eight bytes of each hash,
 * big-endian.
 */
export function permute(seed: Buffer, seat: string, leaves: readonly string[]): string[] {
  const order = [...leaves].sort();
  const nextWord = wordsOf(seed, seat);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const chosen = numberBelow(last + 1, nextWord);
    [order[last], order[chosen]] = [order[chosen]!, order[last]!];
  }
  return order;
}

/**
 * A number from 0 to `bound` − 1, each as likely as any other: words from the incomplete last stretch of the range are thrown
 * away, since taking them would favour the lower numbers.
 * @param nextWord gives a number of 64 bits at each call
 */
export function numberBelow(bound: number, nextWord: () => bigint): number {
  const wide = BigInt(bound);
  const usable = WORD_RANGE - (WORD_RANGE % wide);
  for (;;) {
    const word = nextWord();
    if (word < usable) return Number(word % wide);
  }
}

function wordsOf(seed: Buffer, seat: string): () => bigint {
  let counter = 0;
  return () => {
    const place = Buffer.alloc(4);
    place.writeUInt32BE(counter);
    counter += 1;
    return createHash('sha256').update(seed).update(seat).update(place).digest().readBigUInt64BE();
  };
}
