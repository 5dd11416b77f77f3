import { smallRound } from '../../../rules/small-round.fixture';
import { assembleLotRanking, type SignedReport } from './assemble-lot-ranking';
import { assembleRanking } from './assemble-ranking';

const { scoring } = smallRound();
const of = { lotId: 'lot', no: 1, revision: 1 };
const at = (minute: number) => new Date(Date.UTC(2020, 3, 1, 0, minute));

/** Every criterion of a sheet gets the same points, so that a bid's mean is five times them. */
const report = (code: string, points: Record<string, number>): SignedReport => {
  const bids = Object.keys(points).map((bidId) => ({ bidId, receivedAt: received.get(bidId)! }));
  const sheets = Object.entries(points).map(([bidId, each]) => ({
    sheetId: `sheet of ${bidId}`,
    bidId,
    scores: Object.fromEntries(scoring.criteria.map((one) => [one.code, String(each)])),
  }));
  const panelId = `panel ${code}`;
  const document = assembleRanking(scoring, { lotId: 'lot', panelId, revision: 1 }, bids, sheets);
  return { panelId, code, digest: `digest of ${code}`, document };
};
const received = new Map(['a', 'b', 'c', 'd', 'e'].map((bidId, n) => [bidId, at(n)]));

describe('assembleLotRanking', () => {
  const care = report('care', { a: 16, c: 14, e: 3 });
  const others = report('others', { b: 16, d: 18 });
  const ranking = assembleLotRanking(scoring, of, [care, others], received);

  it('ranks the bids of all panels together, and says which panel scored each', () => {
    expect(ranking.bids.map(({ bidId, rank, mean, panel }) => [bidId, rank, mean, panel])).toEqual([
      ['d', 1, '90.00', 'others'],
      ['a', 2, '80.00', 'care'],
      ['b', 3, '80.00', 'others'],
      ['c', 4, '70.00', 'care'],
      ['e', null, '15.00', 'care'],
    ]);
  });

  it('keeps how a panel came to a mean, and explains the place anew', () => {
    const [first] = care.document.bids;
    const inLot = ranking.bids.find(({ bidId }) => bidId === 'a')!;
    expect(first).toMatchObject({ bidId: 'a', rank: 1 });
    expect(inLot.explanation.mean).toEqual(first!.explanation.mean);
    expect(inLot.explanation.place.arithmetic).toBe('90.00 > 80.00');
    expect(inLot.sheets).toEqual(first!.sheets);
    expect(ranking.bids[2]!.decidedBy).toBe('earlier-receipt');
  });

  it('names the reports it follows from, and does not hang on their order', () => {
    expect(ranking.panels).toEqual([
      { panelId: 'panel care', code: 'care', digest: 'digest of care' },
      { panelId: 'panel others', code: 'others', digest: 'digest of others' },
    ]);
    const turned = assembleLotRanking(scoring, of, [others, care], received);
    expect(turned.bids).toEqual(ranking.bids);
  });

  it('gives one panel’s report again where there is one', () => {
    const alone = assembleLotRanking(scoring, of, [care], received);
    expect(alone.bids).toEqual(care.document.bids.map((entry) => ({ ...entry, panel: 'care' })));
  });

  it('refuses a bid that was never received', () => {
    expect(() => assembleLotRanking(scoring, of, [care], new Map())).toThrow(RangeError);
  });
});
