import fc from 'fast-check';
import { shortlist, type FiguredShortlist } from './shortlist';

const byVotes = (keep: FiguredShortlist['keep']): FiguredShortlist => ({
  ...{ by: { variant: 'votes' }, keep },
});
const byPanel = (keep: FiguredShortlist['keep']): FiguredShortlist => ({
  by: {
    ...{ variant: 'panel', criteria: [], totalPoints: 100 },
    panel: { size: 1, seats: [], selection: { variant: 'draw', substitutes: 0 } },
  },
  keep,
});
const figures = (...all: string[]) => all.map((figure, n) => ({ bidId: `bid-${n + 1}`, figure }));

describe('shortlist', () => {
  it('keeps the first so many and tells why, by votes', () => {
    const [first, second] = shortlist(byVotes({ top: 1 }), figures('811', '812'));
    expect(first).toEqual({
      ...{ bidId: 'bid-2', figure: '812', isKept: true },
      explanation: {
        rule: '/shortlist/keep/top',
        inputs: { figure: '812', place: '1', top: '1', last: '812' },
        arithmetic: '812 ≥ 812',
        words: {
          zh: '得票812张，列第1名，在前1名之内，入围。',
          en: '812 votes, place 1, which is among the first 1: it is shortlisted.',
        },
      },
    });
    expect(second).toMatchObject({
      isKept: false,
      explanation: {
        arithmetic: '811 < 812',
        words: {
          zh: '得票811张，列第2名，不在前1名之内，未入围。',
          en: '811 votes, place 2, which is not among the first 1: it is not shortlisted.',
        },
      },
    });
  });

  it('keeps those equal to the last, who share its place, and none after them', () => {
    const selected = shortlist(byVotes({ top: 2 }), figures('9', '8', '8.0', '7'));
    expect(selected.map(({ isKept }) => isKept)).toEqual([true, true, true, false]);
    expect(selected.map(({ explanation }) => explanation.inputs['place'])).toEqual([
      ...['1', '2', '2', '4'],
    ]);
  });

  it('holds a panel’s score against the mark before the places', () => {
    const selected = shortlist(byPanel({ top: 1, passMark: '60' }), figures('59.99', '80', '60'));
    expect(selected.map(({ explanation: { rule, arithmetic } }) => [rule, arithmetic])).toEqual([
      ['/shortlist/keep/top', '80 ≥ 80'],
      ['/shortlist/keep/top', '60 < 80'],
      ['/shortlist/keep/passMark', '59.99 < 60'],
    ]);
    const marked = shortlist(byPanel({ passMark: '60' }), figures('60'));
    expect(marked[0]?.explanation.words).toEqual({
      zh: '得分60，列第1名，达到60，入围。',
      en: 'A score of 60, place 1, and 60 is reached: it is shortlisted.',
    });
    expect(shortlist(byPanel({ passMark: '60' }), figures('59'))[0]).toMatchObject({
      isKept: false,
      explanation: { words: { zh: '得分59，列第1名，未达到60，未入围。' } },
    });
  });

  it('keeps all where nothing bounds them, and none where there are none', () => {
    expect(shortlist(byVotes({}), figures('0'))[0]).toMatchObject({
      isKept: true,
      explanation: { words: { zh: '得票0张，列第1名，全部保留，入围。' } },
    });
    expect(shortlist(byVotes({ top: 3 }), [])).toEqual([]);
  });

  it('does not depend on the order of the bids, and each place counts those that are better', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 9 }).map(String), { maxLength: 12 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 12 }), (votes, top) => {
        const bids = figures(...votes);
        const selected = shortlist(byVotes({ top }), bids);
        expect(shortlist(byVotes({ top }), [...bids].reverse())).toEqual(selected);
        for (const { figure, isKept, explanation } of selected) {
          const better = bids.filter((one) => Number(one.figure) > Number(figure)).length;
          expect(explanation.inputs['place']).toBe(String(better + 1));
          expect(isKept).toBe(better < top);
        }
      }),
    );
  });
});
