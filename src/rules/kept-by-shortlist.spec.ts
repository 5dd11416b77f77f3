import fc from 'fast-check';
import { keptByShortlist, type SelectedBid } from './kept-by-shortlist';

const bids = (figures: Record<string, string>): SelectedBid[] =>
  Object.entries(figures).map(([bidId, figure]) => ({ bidId, figure }));
const some = bids({ a: '90', b: '80.5', c: '80.50', d: '60', e: '59.99' });
const kept = (keep: Parameters<typeof keptByShortlist>[0]) =>
  [...keptByShortlist(keep, some)].sort();

describe('keptByShortlist', () => {
  it('keeps the first so many', () => {
    expect(kept({ top: 1 })).toEqual(['a']);
  });

  it('keeps those equal to the last as well', () => {
    expect(kept({ top: 2 })).toEqual(['a', 'b', 'c']);
  });

  it('keeps all where there are fewer', () => {
    expect(kept({ top: 60 })).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('keeps those that reach the mark, and of these the first so many', () => {
    expect(kept({ passMark: '60' })).toEqual(['a', 'b', 'c', 'd']);
    expect(kept({ passMark: '60', top: 1 })).toEqual(['a']);
  });

  it('keeps all where nothing is said', () => {
    expect(kept({})).toHaveLength(5);
  });

  it('never leaves out a bid that is better than one it keeps, in whatever order they come', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 20 }), (given, top) => {
        const all = given.map((figure, n) => ({ bidId: String(n), figure: String(figure) }));
        const inside = keptByShortlist({ top }, all);
        const reversed = keptByShortlist({ top }, [...all].reverse());
        expect([...reversed].sort()).toEqual([...inside].sort());
        expect(inside.size).toBeGreaterThanOrEqual(Math.min(top, all.length));
        const least = Math.min(
          ...all.filter(({ bidId }) => inside.has(bidId)).map(({ figure }) => Number(figure)),
        );
        const out = all
          .filter(({ bidId }) => !inside.has(bidId))
          .map(({ figure }) => Number(figure));
        expect(out.every((figure) => figure < least)).toBe(true);
      }),
    );
  });
});
