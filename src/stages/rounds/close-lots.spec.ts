import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { rootOf } from './close-lots';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

describe('rootOf', () => {
  it('gives SHA-256 of nothing where nobody has bid', () => {
    expect(rootOf([])).toBe(digest(''));
  });

  it('gives the leaf of a single header', () => {
    const headerDigest = digest('header');
    const leaf = createHash('sha256').update(Buffer.from(`00${headerDigest}`, 'hex'));
    expect(rootOf([{ bidId: 'a', headerDigest }])).toBe(leaf.digest('hex'));
  });

  it('is the same in whatever order the bids are found', () => {
    const some = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 20 }).chain((ids) => {
      const bids = ids.map((bidId) => ({ bidId, headerDigest: digest(bidId) }));
      return fc.tuple(fc.constant(bids), fc.shuffledSubarray(bids, { minLength: bids.length }));
    });
    fc.assert(
      fc.property(some, ([bids, shuffled]) => {
        expect(rootOf(shuffled)).toBe(rootOf(bids));
      }),
    );
  });
});
