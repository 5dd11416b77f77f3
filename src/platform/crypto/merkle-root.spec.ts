import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { merkleRoot } from './merkle-root';

const hex = (text: string) => Buffer.from(text, 'hex');

/** The leaves and roots with which the implementations of RFC 6962 test one another. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(hex);
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** As the RFC writes it: split at the largest power of two below the number. */
function byTheBook(leaves: readonly Uint8Array[]): Buffer {
  const sha = (...parts: Uint8Array[]) =>
    createHash('sha256').update(Buffer.concat(parts)).digest();
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return sha(hex('00'), leaves[0]!);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha(hex('01'), byTheBook(leaves.slice(0, k)), byTheBook(leaves.slice(k)));
}

describe('merkleRoot', () => {
  it.each(ROOTS.map((root, n) => ({ n, root })))('gives the known root of $n leaves', (known) => {
    expect(merkleRoot(LEAVES.slice(0, known.n)).toString('hex')).toBe(known.root);
  });

  it('gives what the RFC’s own recursion gives', () => {
    const leaves = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 });
    fc.assert(
      fc.property(leaves, (given) => {
        expect(merkleRoot(given)).toEqual(byTheBook(given));
      }),
    );
  });

  it('gives another root when any leaf changes or two change places', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 40 }), (texts) => {
        const leaves = texts.map((text) => Buffer.from(text));
        const root = merkleRoot(leaves).toString('hex');
        const swapped = [leaves[1]!, leaves[0]!, ...leaves.slice(2)];
        const changed = [...leaves.slice(0, -1), Buffer.from(`${texts.at(-1)!}!`)];
        expect(merkleRoot(swapped).toString('hex')).not.toBe(root);
        expect(merkleRoot(changed).toString('hex')).not.toBe(root);
      }),
    );
  });
});
