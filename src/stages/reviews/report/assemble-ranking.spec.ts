import fc from 'fast-check';
import { toInstant } from '../../../kernel/instant';
import { sha256Hex } from '../../../platform/crypto/digest';
import { canonicalJson } from '../../../platform/record/canonical-json';
import type { ScoringRules } from '../../../rules';
import { smallRound } from '../../../rules/small-round.fixture';
import { assembleRanking, strayingSheets, type LockedSheet } from './assemble-ranking';

const { scoring } = smallRound();
const of = { lotId: 'lot', panelId: 'panel', revision: 1 };
const bid = (bidId: string, minute = 0) => ({
  bidId,
  receivedAt: toInstant(`2020-04-01T09:${String(minute).padStart(2, '0')}:00+08:00`),
});
/** A sheet whose five criteria add up to the total. */
const sheet = (bidId: string, expert: string, total: number): LockedSheet => ({
  sheetId: `${bidId}-${expert}`,
  bidId,
  scores: Object.fromEntries(
    scoring.criteria.map(({ code }, i) => [
      code,
      String(Math.max(0, Math.min(20, total - i * 20))),
    ]),
  ),
});
const sheetsFor = (bidId: string, ...totals: number[]) =>
  totals.map((total, i) => sheet(bidId, `x${i}`, total));

describe('assembleRanking', () => {
  it('ranks bids by the mean of their sheets and says how it came about', () => {
    const sheets = [
      ...sheetsFor('a', 80, 81, 83),
      ...sheetsFor('b', 90, 90, 91),
      ...sheetsFor('c', 50, 60, 59),
    ];
    const { bids } = assembleRanking(scoring, of, [bid('a'), bid('b'), bid('c')], sheets);
    expect(bids.map(({ bidId, mean, rank, passed }) => [bidId, mean, rank, passed])).toEqual([
      ['b', '90.33', 1, true],
      ['a', '81.33', 2, true],
      ['c', '56.33', null, false],
    ]);
    expect(bids[1]!.explanation).toEqual({
      mean: {
        rule: '/scoring/aggregation',
        inputs: { 'a-x0': '80', 'a-x1': '81', 'a-x2': '83' },
        arithmetic: '(80 + 81 + 83) ÷ 3 = 244/3 ≈ 81.33',
      },
      place: {
        rule: '/scoring',
        inputs: { score: '81.33', receivedAt: '2020-04-01T09:00:00.000+08:00' },
        arithmetic: '90.33 > 81.33',
      },
    });
  });

  it('tells the tie-break that decided', () => {
    const sheets = [...sheetsFor('a', 80), ...sheetsFor('b', 80)];
    const { bids } = assembleRanking(scoring, of, [bid('a', 2), bid('b', 1)], sheets);
    expect(bids.map(({ bidId, decidedBy }) => [bidId, decidedBy])).toEqual([
      ['b', 'score'],
      ['a', 'earlier-receipt'],
    ]);
  });

  it('gives the documents that were signed before there were other ways to score', () => {
    const bids = Array.from({ length: 24 }, (_, n) => bid(`bid-${n}`, Math.floor(n / 3) % 5));
    const sheets = bids.flatMap(({ bidId }, n) =>
      sheetsFor(bidId, ...[0, 3, 1, 7, 2].map((more) => 50 + ((n * 7) % 16) + more)),
    );
    const ranking = assembleRanking(scoring, of, bids, sheets);
    expect(new Set(ranking.bids.map(({ decidedBy }) => decidedBy))).toEqual(
      new Set(['score', 'earlier-receipt', 'identifier', null]),
    );
    expect(sha256Hex(canonicalJson(ranking))).toBe(
      '5198b146285ed15ea31c959fd9b03339f885265f8ab8384302a4b8a98718d850',
    );
  });

  it('weighs seats by the seats of the sheets', () => {
    const weights = [
      { seat: 'chair', weight: '0.7' },
      { seat: 'public', weight: '0.3' },
    ];
    const weighed: ScoringRules = {
      ...scoring,
      aggregation: { variant: 'weighted-seats', weights, decimals: 2, rounding: 'half-up' },
    };
    const sheets = sheetsFor('a', 90, 60, 80).map((one, n) => ({
      ...one,
      seat: n === 0 ? 'chair' : 'public',
    }));
    expect(assembleRanking(weighed, of, [bid('a')], sheets).bids[0]).toMatchObject({
      mean: '84.00',
      explanation: { mean: { arithmetic: '0.7 × (90) ÷ 1 + 0.3 × (60 + 80) ÷ 2 = 84 ≈ 84.00' } },
    });
    // Whether a sheet strays does not hang on what its seat counts.
    expect(strayingSheets(weighed, sheetsFor('a', 80, 80, 64))).toHaveLength(1);
  });

  it('refuses a bid without a sheet', () => {
    expect(() => assembleRanking(scoring, of, [bid('a')], [])).toThrow(RangeError);
  });

  it('gives the same document in whatever order bids and sheets come', () => {
    const bids = [bid('a', 1), bid('b', 1), bid('c', 3)];
    const sheets = [
      ...sheetsFor('a', 80, 60),
      ...sheetsFor('b', 70, 70),
      ...sheetsFor('c', 70, 71),
    ];
    const expected = canonicalJson(assembleRanking(scoring, of, bids, sheets));
    const shuffled = fc.tuple(
      fc.shuffledSubarray(bids, { minLength: 3 }),
      fc.shuffledSubarray(sheets, { minLength: 6 }),
    );
    fc.assert(
      fc.property(shuffled, ([someBids, someSheets]) => {
        expect(canonicalJson(assembleRanking(scoring, of, someBids, someSheets))).toBe(expected);
      }),
    );
  });
});

describe('strayingSheets', () => {
  it('finds the sheet that lies more than the limit from the median', () => {
    expect(strayingSheets(scoring, sheetsFor('a', 80, 80, 64))).toEqual([
      { sheetId: 'a-x2', total: '64', deviation: '16', strays: true },
    ]);
  });

  it('leaves a sheet alone that lies at the limit', () => {
    expect(strayingSheets(scoring, sheetsFor('a', 80, 80, 65))).toEqual([]);
  });

  it('compares a sheet only with those of the same bid', () => {
    expect(strayingSheets(scoring, [...sheetsFor('a', 80, 80), ...sheetsFor('b', 20, 20)])).toEqual(
      [],
    );
  });
});
