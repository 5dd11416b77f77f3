import fc from 'fast-check';
import { aggregateSheets, sheetTotal, type Sheet } from './aggregate-sheets';
import { smallRound } from './small-round.fixture';

const { scoring } = smallRound();
const codes = scoring.criteria.map(({ code }) => code);

/** A sheet with this total, spread over the criteria. */
function sheet(sheetId: string, total: number): Sheet {
  const scores = codes.map((code, index) => [
    code,
    String(Math.min(20, Math.max(0, total - index * 20))),
  ]);
  return { sheetId, scores: Object.fromEntries(scores) as Record<string, string> };
}

const sheets = (...totals: number[]) => totals.map((total, index) => sheet(`s${index + 1}`, total));

describe('sheetTotal', () => {
  const full = sheet('s1', 100).scores;

  it('adds up the criteria', () => {
    expect(sheetTotal(scoring, full)).toBe('100');
    expect(sheetTotal(scoring, sheet('s1', 0).scores)).toBe('0');
    expect(sheetTotal(scoring, { ...full, effect: '7' })).toBe('87');
  });

  it.each([
    ['a criterion without a score', { effect: undefined }, 'SCORES.MISSING', '/effect'],
    ['a criterion the rules do not know', { charm: '1' }, 'SCORES.UNKNOWN', '/charm'],
    ['a name of every object', { constructor: '1' }, 'SCORES.UNKNOWN', '/constructor'],
    ['a score above the points', { effect: '21' }, 'SCORES.ABOVE_MOST', '/effect'],
    ['half a point where points are whole', { effect: '7.5' }, 'SCORES.NOT_A_SCORE', '/effect'],
    ['a sign', { effect: '-1' }, 'SCORES.NOT_A_SCORE', '/effect'],
    ['a leading zero', { effect: '07' }, 'SCORES.NOT_A_SCORE', '/effect'],
    ['an exponent', { effect: '1e1' }, 'SCORES.NOT_A_SCORE', '/effect'],
    ['nothing', { effect: '' }, 'SCORES.NOT_A_SCORE', '/effect'],
    ['a point without decimals', { effect: '7.' }, 'SCORES.NOT_A_SCORE', '/effect'],
  ])('refuses %s', (_, change, code, pointer) => {
    const given = Object.entries({ ...full, ...change }).filter(([, score]) => score !== undefined);
    const scores = Object.fromEntries(given) as Record<string, string>;
    expect(() => sheetTotal(scoring, scores)).toThrow(expect.objectContaining({ code, pointer }));
  });

  it('takes as many decimals as the rules allow, and no more', () => {
    const halves = { ...scoring, scoreDecimals: 1 };
    expect(sheetTotal(halves, { ...full, effect: '7.5' })).toBe('87.5');
    expect(() => sheetTotal(halves, { ...full, effect: '7.55' })).toThrow(
      expect.objectContaining({ code: 'SCORES.NOT_A_SCORE' }),
    );
  });
});

describe('aggregateSheets', () => {
  it('gives the mean, the median and the sum behind them', () => {
    expect(aggregateSheets(scoring, sheets(80, 82, 83, 85, 86))).toEqual({
      score: '83.20',
      median: '83',
      sheets: [
        { sheetId: 's1', total: '80', deviation: '3', strays: false },
        { sheetId: 's2', total: '82', deviation: '1', strays: false },
        { sheetId: 's3', total: '83', deviation: '0', strays: false },
        { sheetId: 's4', total: '85', deviation: '2', strays: false },
        { sheetId: 's5', total: '86', deviation: '3', strays: false },
      ],
      explanation: {
        rule: '/scoring/aggregation',
        inputs: { s1: '80', s2: '82', s3: '83', s4: '85', s5: '86' },
        arithmetic: '(80 + 82 + 83 + 85 + 86) ÷ 5 = 83.2 ≈ 83.20',
      },
    });
  });

  it.each([
    // 659 / 8 = 82.375
    [[82, 82, 82, 82, 82, 83, 83, 83], '82.38'],
    // 248 / 3 = 82.666…
    [[82, 83, 83], '82.67'],
    [[82, 82, 83], '82.33'],
  ])('rounds %j half up to %s', (totals, score) => {
    expect(aggregateSheets(scoring, sheets(...totals)).score).toBe(score);
  });

  it('finds the sheets that stray by more than the limit, on either side', () => {
    const straying = (...totals: number[]) =>
      aggregateSheets(scoring, sheets(...totals))
        .sheets.filter(({ strays }) => strays)
        .map(({ total }) => total);
    expect(straying(65, 80, 80, 80, 95)).toEqual([]);
    expect(straying(64, 80, 80, 80, 96)).toEqual(['64', '96']);
  });

  it('refuses to make something of no sheets', () => {
    expect(() => aggregateSheets(scoring, [])).toThrow(RangeError);
  });

  it('does not depend on the order of the sheets', () => {
    const totals = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(totals, (values) => {
        const given = sheets(...values);
        const forwards = aggregateSheets(scoring, given);
        const backwards = aggregateSheets(scoring, [...given].reverse());
        expect(backwards.score).toBe(forwards.score);
        expect(backwards.median).toBe(forwards.median);
        expect([...backwards.sheets].reverse()).toEqual(forwards.sheets);
      }),
    );
  });
});
