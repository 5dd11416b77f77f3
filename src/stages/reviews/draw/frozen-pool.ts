import { createHash } from 'node:crypto';
import { sha256Hex } from '../../../platform/crypto/digest';
import { canonicalJson } from '../../../platform/record/canonical-json';

/** A kind of seat to be filled, and how often. */
export interface SeatsToFill {
  readonly code: string;
  readonly count: number;
}

/** An expert who may take a seat, with the secret salt of each kind of seat they may take. */
export interface Candidate {
  readonly expertId: string;
  /** Thirty-two random bytes per code of a seat. */
  readonly salts: Readonly<Record<string, Buffer>>;
}

/** One member of a frozen pool as the public sees one: a leaf for each kind of seat, and no name. */
export type PoolMember = Readonly<Record<string, string>>;

/** What a pool and its seats are before anybody can know the seed. */
export type FrozenDocument = DrawnFor & {
  readonly algorithm: typeof ALGORITHM;
  /** The number of the draw on each of its panels, from 1. */
  readonly draw: number;
  readonly seats: readonly SeatsToFill[];
  readonly pool: readonly PoolMember[];
};

/** The one panel that a draw is held for, or several that are drawn together so that nobody sits on two. */
type DrawnFor = { readonly panel: string } | { readonly panels: readonly string[] };

/** A frozen document with its text, the digest of that, and who stands behind its leaves. */
export interface FrozenPool {
  /** RFC 8785 text: what is hashed. */
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly digest: string;
  readonly document: FrozenDocument;
  readonly expertOf: ReadonlyMap<string, string>;
}

/** The name of the whole procedure; it changes when any byte of it does. */
export const ALGORITHM = 'gy-draw-1';

const LEAF_PREFIX = 'gy-pool-1';

/**
 * The leaf of an expert for a kind of seat: SHA-256("gy-pool-1" ‖ salt ‖ expert ‖ seat), in hexadecimal. Without the salt it
 * tells nothing; with it anyone can see whose it is.
 */
export function leafOf(salt: Buffer, expertId: string, seat: string): string {
  return createHash('sha256')
    .update(LEAF_PREFIX)
    .update(salt)
    .update(expertId + seat)
    .digest('hex');
}

/**
 * Freezes a pool: after this nobody is added or left out without the digest telling. Members are put in the order of their
 * lowest leaf, so that the order says nothing about who they are.
 * @param panels whom the draw is held for, by id
 */
export function freezePool(
  panels: readonly string[],
  draw: number,
  seats: readonly SeatsToFill[],
  candidates: readonly Candidate[],
): FrozenPool {
  const expertOf = new Map<string, string>();
  const pool = candidates.map(({ expertId, salts }) => {
    const leaves = Object.entries(salts).map(([seat, salt]) => {
      const leaf = leafOf(salt, expertId, seat);
      expertOf.set(leaf, expertId);
      return [seat, leaf] as const;
    });
    return Object.fromEntries(leaves);
  });
  pool.sort((a, b) => (lowestLeaf(a) < lowestLeaf(b) ? -1 : 1));
  const document = { algorithm: ALGORITHM, ...drawnFor(panels), draw, seats, pool } as const;
  const text = canonicalJson({
    ...document,
    seats: seats.map(({ code, count }) => ({ code, count })),
  });
  return { text, digest: sha256Hex(text), document, expertOf };
}

function drawnFor(panels: readonly string[]): DrawnFor {
  const [panel, ...others] = panels;
  return panel === undefined || others.length > 0 ? { panels } : { panel };
}

function lowestLeaf(member: PoolMember): string {
  return Object.values(member).sort()[0] ?? '';
}
