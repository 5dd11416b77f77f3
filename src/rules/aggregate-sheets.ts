import {
  compareRatios,
  distance,
  median,
  parseRatio,
  printRatio,
  ratioOf,
  roundQuotient,
  type Ratio,
} from '../kernel/ratio';
import { combinationText, combine, type Combined, type SheetTotal } from './aggregate-sheets-rules';
import type { Explanation } from './explanation';
import { withOnDemand } from './on-demand';
import type { ScoringRules } from './rule-set.types';
import { scoreReader, type GivenScores, type ScoreReader } from './scores';

/** One expert's scores for one bid. */
export interface Sheet {
  readonly sheetId: string;
  readonly scores: GivenScores;
  /** The code of the seat whose expert it is; needed where seats count differently. */
  readonly seat?: string;
}

/** What an expert's sheet comes to, among the others. */
export interface SheetResult {
  readonly sheetId: string;
  /** The exact total, as decimal text. */
  readonly total: string;
  /** How far it lies from the median of the totals, in points. */
  readonly deviation: string;
  /** Whether it must be confirmed with a written reason. */
  readonly strays: boolean;
}

/** What a bid's sheets come to together. All but the score is worked out when it is read. */
export interface AggregatedSheets {
  /** The score of the bid, rounded as the rules say: this is what is published, ranked and held against the pass mark. */
  readonly score: string;
  readonly median: string;
  readonly sheets: readonly SheetResult[];
  readonly explanation: Explanation;
}

/**
 * The total of one sheet, which must score every criterion within its points.
 * @throws SCORES.MISSING, SCORES.UNKNOWN, SCORES.NOT_A_SCORE, SCORES.ABOVE_MOST
 */
export function sheetTotal(scoring: ScoringRules, scores: GivenScores): string {
  return printRatio(inPoints(scoring, criteriaReader(scoring).total(scores)));
}

/** A reader of sheets by the criteria. */
export function criteriaReader({ criteria, scoreDecimals }: ScoringRules): ScoreReader {
  return scoreReader(
    criteria.map(({ code, points }) => ({ code, most: points })),
    scoreDecimals,
  );
}

/**
 * Makes one score of a bid's sheets, and says which of them stray from the median by more than the limit. The order of the
 * sheets does not matter.
 * @throws SCORES.* when a sheet is not complete; RangeError when there is no sheet, dropping the highest and lowest leaves none,
 * or seats and weights do not match
 * @source rounds.md axes 20 and 21; dropping and weighing: the descriptions of the schema
 */
export function aggregateSheets(scoring: ScoringRules, sheets: readonly Sheet[]): AggregatedSheets {
  return sheetsAggregator(scoring)(sheets);
}

/**
 * `aggregateSheets` by the same rules for many bids.
 * @throws what it returns throws as `aggregateSheets` does
 */
export function sheetsAggregator(
  scoring: ScoringRules,
): (sheets: readonly Sheet[]) => AggregatedSheets {
  const read = sheetReader(scoring);
  return (sheets) => {
    const score = rounded(scoring, combine(scoring.aggregation, sheets.map(read)));
    // The totals are read again when they are asked for: those of a hundred thousand bids are much to keep.
    return aggregated({ score }, { scoring, sheets, score });
  };
}

/**
 * How far each of a bid's sheets lies from the median of their totals, whatever they count.
 * @throws SCORES.* when a sheet is not complete; RangeError when there is no sheet
 */
export function deviationsOf(scoring: ScoringRules, sheets: readonly Sheet[]): SheetResult[] {
  return resultsOf(scoring, sheets.map(sheetReader(scoring)));
}

interface ReadSheet extends SheetTotal {
  readonly sheetId: string;
}

function sheetReader(scoring: ScoringRules): (sheet: Sheet) => ReadSheet {
  const { total } = criteriaReader(scoring);
  return ({ sheetId, scores, seat }) => ({ sheetId, seat, total: total(scores) });
}

function rounded(scoring: ScoringRules, { dividend, divisor }: Combined): string {
  const { decimals, rounding } = scoring.aggregation;
  return roundQuotient(dividend, divisor * unitsPerPoint(scoring), decimals, rounding);
}

interface Aggregation {
  readonly scoring: ScoringRules;
  readonly sheets: readonly Sheet[];
  readonly score: string;
}

const aggregated = withOnDemand<Aggregation, Omit<AggregatedSheets, 'score'>>({
  median: ({ scoring, sheets }) => printRatio(middleOf(scoring, sheets.map(sheetReader(scoring)))),
  sheets: ({ scoring, sheets }) => deviationsOf(scoring, sheets),
  explanation: explain,
});

function resultsOf(scoring: ScoringRules, totals: readonly ReadSheet[]): SheetResult[] {
  const middle = middleOf(scoring, totals);
  const limit = parseRatio(scoring.deviation.limitPoints);
  return totals.map(({ sheetId, total }) => {
    const points = inPoints(scoring, total);
    const deviation = distance(points, middle);
    return {
      ...{ sheetId, total: printRatio(points), deviation: printRatio(deviation) },
      strays: compareRatios(deviation, limit) > 0,
    };
  });
}

function middleOf(scoring: ScoringRules, totals: readonly ReadSheet[]): Ratio {
  return median(totals.map(({ total }) => inPoints(scoring, total)));
}

function explain({ scoring, sheets, score }: Aggregation): Explanation {
  const { aggregation } = scoring;
  const totals = sheets.map(sheetReader(scoring));
  const combined = combine(aggregation, totals);
  const written = combinationText(aggregation, totals, unitsPerPoint(scoring));
  const exact = ratioOf(combined.dividend, combined.divisor * unitsPerPoint(scoring));
  const inputs = totals.map(({ sheetId, total }) => [
    sheetId,
    printRatio(inPoints(scoring, total)),
  ]);
  return {
    rule: '/scoring/aggregation',
    inputs: Object.fromEntries(inputs) as Record<string, string>,
    arithmetic: `${written} = ${printRatio(exact)} ≈ ${score}`,
  };
}

function inPoints(scoring: ScoringRules, units: number): Ratio {
  return ratioOf(BigInt(units), unitsPerPoint(scoring));
}

function unitsPerPoint({ scoreDecimals }: ScoringRules): bigint {
  return 10n ** BigInt(scoreDecimals);
}
