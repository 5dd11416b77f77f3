import fc from 'fast-check';
import Fraction from 'fraction.js';
import { compareRatios, parseRatio, type Ratio } from '../kernel/ratio';
import { aggregateSheets, deviationsOf, type Sheet } from './aggregate-sheets';
import { criterionMeans, seatSums } from './aggregate-sheets-by';
import type { AggregationRule, ScoringRules } from './rule-set.types';
import { smallRound } from './small-round.fixture';

const base = smallRound().scoring;
const rounding = fc.constantFrom<AggregationRule['rounding'][]>('half-up', 'half-even', 'down');
const decimals = fc.integer({ min: 0, max: 6 });
/** Each criterion's score of a sheet in halves of a point, from 0 to 20 points. */
const sheetsOf = (minLength: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 5 }), {
    minLength,
    maxLength: 12,
  });

function scoringBy(aggregation: AggregationRule): ScoringRules {
  return { ...base, scoreDecimals: 1, aggregation };
}

const codes = base.criteria.map(({ code }) => code);

/** Sheets with these scores in halves of a point; experts sit in turn on seats a, b, c. */
function sheetsFrom(halves: readonly (readonly number[])[]): Sheet[] {
  return halves.map((sheet, index) => ({
    sheetId: `s${index + 1}`,
    seat: 'abc'[index % 3]!,
    scores: Object.fromEntries(codes.map((code, n) => [code, String(sheet[n]! / 2)])),
  }));
}

/** Sheets of which only the first criteria count to the total. */
const withTotals = (...totals: number[]) =>
  sheetsFrom(
    totals.map((total) => codes.map((_, n) => 2 * Math.min(20, Math.max(0, total - n * 20)))),
  );

const totalOf = ({ scores }: Sheet) =>
  Object.values(scores).reduce((sum, score) => sum.add(new Fraction(score)), new Fraction(0));
const meanOf = (values: readonly Ratio[]) =>
  values.reduce((sum, value) => sum.add(value), new Fraction(0)).div(values.length);
const inOrder = (values: readonly Ratio[]) => [...values].sort((a, b) => a.compare(b));

/** What plain fractions give, rounded by comparing with the neighbours and not by the code under test. */
function roundedPlainly(value: Ratio, places: number, way: AggregationRule['rounding']) {
  const scaled = value.mul(new Fraction(10n ** BigInt(places)));
  const floor = scaled.floor();
  const rest = scaled.sub(floor).compare(new Fraction(1, 2));
  const isUp = {
    'half-up': rest >= 0,
    'half-even': rest > 0 || (rest === 0 && floor.n % 2n === 1n),
    down: false,
  }[way];
  const digits = (floor.n + (isUp ? 1n : 0n)).toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

describe('the mean of all sheets', () => {
  it('is that of plain fractions, however it is rounded', () => {
    fc.assert(
      fc.property(sheetsOf(1), decimals, rounding, (halves, places, way) => {
        const rule = { variant: 'mean', decimals: places, rounding: way } as const;
        const sheets = sheetsFrom(halves);
        const plain = roundedPlainly(meanOf(sheets.map(totalOf)), places, way);
        expect(aggregateSheets(scoringBy(rule), sheets).score).toBe(plain);
      }),
    );
  });

  it.each([
    ['half-up', '82.3'],
    ['half-even', '82.2'],
    ['down', '82.2'],
  ] as const)('of 82.25 is rounded %s to %s', (way, score) => {
    const rule = { variant: 'mean', decimals: 1, rounding: way } as const;
    const sheets = sheetsFrom([
      [40, 40, 40, 40, 4],
      [40, 40, 40, 40, 5],
    ]);
    expect(aggregateSheets(scoringBy(rule), sheets).score).toBe(score);
  });
});

describe('the mean without the highest and the lowest', () => {
  const rule = (dropHighest: number, dropLowest: number): AggregationRule => ({
    ...{ variant: 'trimmed-mean', dropHighest, dropLowest },
    ...{ decimals: 2, rounding: 'half-up' },
  });

  it('leaves them out and says so', () => {
    const { score, explanation } = aggregateSheets(
      scoringBy(rule(1, 1)),
      withTotals(99, 80, 82, 20, 84),
    );
    expect(score).toBe('82.00');
    expect(explanation).toEqual({
      rule: '/scoring/aggregation',
      inputs: { s1: '99', s2: '80', s3: '82', s4: '20', s5: '84' },
      arithmetic: '{99, 80, 82, 20, 84} ∖ {20, 99}; (80 + 82 + 84) ÷ 3 = 82 ≈ 82.00',
    });
  });

  it('drops one of several that are equally high, and no more', () => {
    expect(aggregateSheets(scoringBy(rule(1, 0)), withTotals(90, 90, 60)).score).toBe('75.00');
  });

  it('refuses to drop all, and takes one that is left', () => {
    expect(aggregateSheets(scoringBy(rule(1, 1)), withTotals(70, 80, 90)).score).toBe('80.00');
    expect(() => aggregateSheets(scoringBy(rule(1, 1)), withTotals(70, 80))).toThrow(RangeError);
    expect(() => aggregateSheets(scoringBy(rule(0, 2)), withTotals(70, 80))).toThrow(RangeError);
  });

  it('is that of plain fractions, lies between the least and the greatest, and does not hang on the order', () => {
    const dropped = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(sheetsOf(7), dropped, dropped, (halves, high, low) => {
        const sheets = sheetsFrom(halves);
        const totals = inOrder(sheets.map(totalOf));
        const plain = meanOf(totals.slice(low, totals.length - high));
        const scoring = scoringBy(rule(high, low));
        const { score } = aggregateSheets(scoring, sheets);
        expect(score).toBe(roundedPlainly(plain, 2, 'half-up'));
        expect(aggregateSheets(scoring, [...sheets].reverse()).score).toBe(score);
        expect(new Fraction(score).compare(totals[0]!)).toBeGreaterThanOrEqual(0);
        expect(new Fraction(score).compare(totals.at(-1)!)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('the means of kinds of seat by their weights', () => {
  const rule = (...weights: (readonly [seat: string, weight: string])[]): AggregationRule => ({
    variant: 'weighted-seats',
    weights: weights.map(([seat, weight]) => ({ seat, weight })),
    ...{ decimals: 2, rounding: 'half-up' },
  });
  const thirds = rule(['a', '0.7'], ['b', '0.2'], ['c', '0.1']);

  it('weighs kinds of seat and not their members', () => {
    // a: 80 and 90, b: 60, c: 100.
    const { score, explanation } = aggregateSheets(scoringBy(thirds), withTotals(80, 60, 100, 90));
    expect(score).toBe('81.50');
    expect(explanation.arithmetic).toBe(
      '0.7 × (80 + 90) ÷ 2 + 0.2 × (60) ÷ 1 + 0.1 × (100) ÷ 1 = 81.5 ≈ 81.50',
    );
  });

  it('refuses a seat without a sheet, a seat without a weight and a sheet without a seat', () => {
    const refused = (sheets: Sheet[], by = thirds) =>
      expect(() => aggregateSheets(scoringBy(by), sheets)).toThrow(RangeError);
    refused(withTotals(80, 90));
    refused(withTotals(80, 90, 70), rule(['a', '0.5'], ['b', '0.5']));
    refused(withTotals(80, 90, 70).map(({ sheetId, scores }) => ({ sheetId, scores })));
  });

  it('is that of plain fractions', () => {
    const weights = fc
      .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }))
      .map(([x, y]) => [Math.min(x, y), Math.abs(x - y), 1000 - Math.max(x, y)]);
    fc.assert(
      fc.property(sheetsOf(3), weights, rounding, decimals, (halves, thousandths, way, places) => {
        const named = thousandths.map((n, k) => ['abc'[k]!, (n / 1000).toFixed(3)] as const);
        const by = rule(...named);
        const sheets = sheetsFrom(halves);
        const parts = named.map(([seat, weight]) =>
          meanOf(sheets.filter((sheet) => sheet.seat === seat).map(totalOf)).mul(weight),
        );
        const plain = parts.reduce((sum, part) => sum.add(part));
        const { score } = aggregateSheets(
          scoringBy({ ...by, decimals: places, rounding: way }),
          sheets,
        );
        expect(score).toBe(roundedPlainly(plain, places, way));
      }),
    );
  });
});

describe('deviationsOf', () => {
  it('tells how far sheets stray without asking what their seats count', () => {
    const rules = scoringBy({
      ...{ variant: 'weighted-seats', weights: [{ seat: 'x', weight: '1' }] },
      ...{ decimals: 2, rounding: 'half-up' },
    });
    const strays = deviationsOf(rules, withTotals(80, 80, 64)).filter((sheet) => sheet.strays);
    expect(strays).toEqual([{ sheetId: 's3', total: '64', deviation: '16', strays: true }]);
  });
});

describe('criterionMeans and seatSums', () => {
  const halves = scoringBy(base.aggregation);

  it('gives the exact mean for each criterion', () => {
    const sheets = sheetsFrom([
      [40, 30, 20, 10, 0],
      [40, 31, 20, 10, 1],
      [40, 30, 20, 10, 0],
    ]);
    expect(criterionMeans(halves, sheets)).toEqual({
      ...{ [codes[0]!]: '20', [codes[1]!]: '91/6', [codes[2]!]: '10' },
      ...{ [codes[3]!]: '5', [codes[4]!]: '1/6' },
    });
  });

  it('adds up the sheets of each kind of seat', () => {
    expect(seatSums(halves, withTotals(80, 60, 100, 90))).toEqual([
      { seat: 'a', sheets: 2, total: '170' },
      { seat: 'b', sheets: 1, total: '60' },
      { seat: 'c', sheets: 1, total: '100' },
    ]);
  });

  it('refuses a sheet of no seat and the mean of no sheets', () => {
    const [sheet] = withTotals(80);
    expect(() => seatSums(halves, [{ ...sheet!, seat: undefined }])).toThrow(RangeError);
    expect(() => criterionMeans(halves, [])).toThrow(RangeError);
  });

  it('gives means that add up to the score before it is rounded', () => {
    fc.assert(
      fc.property(sheetsOf(1), (scores) => {
        const sheets = sheetsFrom(scores);
        const means = Object.values(criterionMeans(halves, sheets)).map(
          (text) => new Fraction(text),
        );
        const together = means.reduce((sum, mean) => sum.add(mean));
        expect(together.equals(meanOf(sheets.map(totalOf)))).toBe(true);
        expect(compareRatios(together, parseRatio('100'))).toBeLessThanOrEqual(0);
      }),
    );
  });
});
