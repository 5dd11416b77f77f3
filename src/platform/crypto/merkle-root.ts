import { createHash } from 'node:crypto';

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/**
 * The root of a Merkle tree over leaves in their order; of none, SHA-256 of nothing.
 * @source RFC 6962, 2.1: leaf = SHA-256(0x00 ‖ content), node = SHA-256(0x01 ‖ left ‖ right), split at the largest power of two
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  let level = leaves.map((leaf) => hash(LEAF, leaf));
  // Pairing from the left and carrying an odd last node up gives the same tree as splitting at the largest power of two.
  while (level.length > 1) {
    level = pairs(level).map(([left, right]) =>
      right === undefined ? left : hash(NODE, left, right),
    );
  }
  return level[0]!;
}

function pairs<T>(items: readonly T[]): [T, T?][] {
  const made: [T, T?][] = [];
  for (let i = 0; i < items.length; i += 2) made.push([items[i]!, items[i + 1]]);
  return made;
}

function hash(...parts: readonly Uint8Array[]): Buffer {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
}
