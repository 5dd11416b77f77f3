import {
  compareRatios,
  distance,
  mean,
  median,
  parseRatio,
  printRatio,
  roundHalfUp,
  sum,
  type Ratio,
} from '../kernel/ratio';
import type { Explanation } from './explanation';
import type { ScoringRules } from './rule-set.types';
import { readScores, type GivenScores } from './scores';

/** One expert's scores for one bid. */
export interface Sheet {
  readonly sheetId: string;
  readonly scores: GivenScores;
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

/** What a bid's sheets come to together. */
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
  return printRatio(totalOf(scoring, scores));
}

/**
 * Makes one score of a bid's sheets, and says which of them stray from the median by more than the limit. The order of the
 * sheets does not matter.
 * @throws SCORES.* when a sheet is not complete; RangeError when there is no sheet
 */
export function aggregateSheets(scoring: ScoringRules, sheets: readonly Sheet[]): AggregatedSheets {
  const totals = sheets.map(({ sheetId, scores }) => ({
    sheetId,
    total: totalOf(scoring, scores),
  }));
  const middle = median(totals.map(({ total }) => total));
  const limit = parseRatio(scoring.deviation.limitPoints);
  return {
    ...scoreOf(scoring, totals),
    median: printRatio(middle),
    sheets: totals.map(({ sheetId, total }) => ({
      sheetId,
      total: printRatio(total),
      deviation: printRatio(distance(total, middle)),
      strays: compareRatios(distance(total, middle), limit) > 0,
    })),
  };
}

function totalOf({ criteria, scoreDecimals }: ScoringRules, scores: GivenScores): Ratio {
  const asked = criteria.map(({ code, points }) => ({ code, most: points }));
  return sum(readScores(asked, scoreDecimals, scores));
}

function scoreOf(
  { aggregation }: ScoringRules,
  totals: readonly { sheetId: string; total: Ratio }[],
): { score: string; explanation: Explanation } {
  const values = totals.map(({ total }) => total);
  const score = roundHalfUp(mean(values), aggregation.decimals);
  const added = values.map(printRatio).join(' + ');
  return {
    score,
    explanation: {
      rule: '/scoring/aggregation',
      inputs: Object.fromEntries(totals.map(({ sheetId, total }) => [sheetId, printRatio(total)])),
      arithmetic: `(${added}) ÷ ${values.length} = ${printRatio(mean(values))} ≈ ${score}`,
    },
  };
}
