import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { drawOrders, numberBelow, permute, seedOf } from './draw';
import { freezePool } from './frozen-pool';

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
const leaves = fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{8}$/), { maxLength: 20 });
const ids = (n: number) => Array.from({ length: n }, (_, i) => `leaf-${i}`);
/** Seeds in a row that is the same at every run, for the statistics. */
const seedNumber = (n: number) => createHash('sha256').update(`seed ${n}`).digest();

describe('permute', () => {
  it('gives each leaf exactly once', () => {
    fc.assert(
      fc.property(bytes32, leaves, (seed, all) => {
        expect([...permute(seed, 'field', all)].sort()).toEqual([...all].sort());
      }),
    );
  });

  it('depends on who is in the pool, not on the order in which they are given', () => {
    fc.assert(
      fc.property(bytes32, leaves, (seed, all) => {
        expect(permute(seed, 'field', [...all].reverse())).toEqual(permute(seed, 'field', all));
      }),
    );
  });

  it('gives another order for another seat and another seed', () => {
    const order = permute(seedNumber(1), 'field', ids(20));
    expect(permute(seedNumber(1), 'finance', ids(20))).not.toEqual(order);
    expect(permute(seedNumber(2), 'field', ids(20))).not.toEqual(order);
  });

  it('gives every order of four as often as any other (χ² at 0.1 %)', () => {
    const seen = new Map<string, number>();
    const draws = 48_000;
    for (let n = 0; n < draws; n += 1) {
      const order = permute(seedNumber(n), 'field', ids(4)).join();
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(24);
    // 49.73: the value that chance exceeds once in a thousand with 23 degrees of freedom.
    expect(chiSquare([...seen.values()], draws / 24)).toBeLessThan(49.73);
  });

  it('puts every one of nine on every place as often as any other (χ² at 0.1 %)', () => {
    const draws = 18_000;
    const counts = Array.from({ length: 81 }, () => 0);
    for (let n = 0; n < draws; n += 1) {
      const order = permute(seedNumber(n), 'finance', ids(9));
      order.forEach((leaf, place) => {
        counts[place * 9 + Number(leaf.slice(5))]! += 1;
      });
    }
    // 104.7: as above with 64 degrees of freedom.
    expect(chiSquare(counts, draws / 9)).toBeLessThan(104.7);
  });

  it('is told from a biased shuffle by the same measure', () => {
    const seen = new Map<string, number>();
    for (let n = 0; n < 48_000; n += 1) {
      const order = biasedShuffle(seedNumber(n), ids(4)).join();
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(chiSquare([...seen.values()], 2_000)).toBeGreaterThan(49.73);
  });
});

describe('numberBelow', () => {
  const words =
    (...given: bigint[]) =>
    () =>
      given.shift()!;

  it('throws away words from the incomplete last stretch of the range', () => {
    const last = (1n << 64n) - 1n;
    // 2^64 = 3 × 6148914691236517205 + 1: only the very last word is one too many.
    expect(numberBelow(3, words(last, 7n))).toBe(1);
    expect(numberBelow(3, words(last - 1n, 7n))).toBe(2);
  });

  it('takes every word where the bound divides the range', () => {
    expect(numberBelow(4, words((1n << 64n) - 1n))).toBe(3);
  });

  it('stays below its bound', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.bigInt(0n, (1n << 63n) - 1n),
        (n, word) => {
          const number = numberBelow(n, () => word);
          expect(number >= 0 && number < n).toBe(true);
        },
      ),
    );
  });
});

describe('drawOrders', () => {
  const salt = (n: number) => createHash('sha256').update(`salt ${n}`).digest();
  const pool = freezePool(
    ['01900000-0000-7000-8000-000000000001'],
    1,
    [
      { code: 'field', count: 2 },
      { code: 'open', count: 1 },
    ],
    [1, 2, 3, 4, 5].map((n) => ({
      expertId: `01900000-0000-7000-8000-00000000001${n}`,
      salts: { ...(n < 4 && { field: salt(n) }), open: salt(n + 10) },
    })),
  );

  it('draws each kind of seat among those who may take it', () => {
    const { orders } = drawOrders(pool.document, pool.digest, seedNumber(0));
    expect(orders['field']).toHaveLength(3);
    expect(orders['open']).toHaveLength(5);
  });

  it('gives the seed and orders that an independent program gave for the same pool', () => {
    expect(pool.digest).toBe('3b271c78a9c8cfd61136e27349231c0bd88d853e50c164b7638c580d014e76f8');
    expect(seedOf(pool.digest, seedNumber(0)).toString('hex')).toBe(
      '3968acafb1d4fe56b3e21b043e310950860787694bcc6e23392578246a20d321',
    );
    const { orders } = drawOrders(pool.document, pool.digest, seedNumber(0));
    expect(orders).toEqual({
      field: [
        'a624525c411cafd44df53b0e78ced0cfcbf34ed7a0470491ba43b04a1998ad90',
        'f45978b337b9a59d3035ef9f10bc93a0a9d06432ad0a87b9f4379ad9ce231a45',
        '009e353852b1095f1d28ac5bc8fc215b57357cf57b2471628c864164fe21cbe5',
      ],
      open: [
        '6179d537c151cf7244cc0e4eaa3f44bce824943928fe198a77be5829bd5ffd63',
        '97ae093071c80f465b2f138d4100f892d15145612569b38fb2a4aeca2a1c98ad',
        '693691db5e14c8269794751eb1322253a1a719f0256eb493c022149de4e4537a',
        '1c63dd4038ba4a8344e7626ee47a3e93ed33f056c3510e7662ea8db02ac0543d',
        '48d440257a35eaf499ab8f6a595df8cea6c9d99245b52beefdd7c3eab07d1c35',
      ],
    });
  });
});

function chiSquare(counts: readonly number[], expected: number): number {
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** The well-known mistake: swaps every place with any other. */
function biasedShuffle(seed: Buffer, all: readonly string[]): string[] {
  const order = [...all];
  order.forEach((_, place) => {
    const other = seed[place]! % order.length;
    [order[place], order[other]] = [order[other]!, order[place]!];
  });
  return order;
}
