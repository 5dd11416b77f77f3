import { parseRatio, printRatio, ratioOf, sum } from '../kernel/ratio';
import { criteriaReader, sheetTotal, type Sheet } from './aggregate-sheets';
import type { ScoringRules } from './rule-set.types';

/** The sheets of one kind of seat, added up: a mean over several kinds needs sums, not means. */
export interface SeatSum {
  /** The code of the seat. */
  readonly seat: string;
  readonly sheets: number;
  /** The exact sum of their totals, as decimal text. */
  readonly total: string;
}

/**
 * The mean of a bid's sheets for each criterion, exact, by its code: a decimal, or `n/d` where it does not end.
 * @throws SCORES.* when a sheet is not complete; RangeError when there is no sheet
 */
export function criterionMeans(
  scoring: ScoringRules,
  sheets: readonly Sheet[],
): Readonly<Record<string, string>> {
  const reader = criteriaReader(scoring);
  const read = sheets.map(({ scores }) => reader.units(scores));
  const divisor = BigInt(sheets.length) * 10n ** BigInt(scoring.scoreDecimals);
  const means = scoring.criteria.map(({ code }, index) => {
    const units = read.reduce((all, sheet) => all + sheet[index]!, 0);
    return [code, printRatio(ratioOf(BigInt(units), divisor))] as const;
  });
  return Object.fromEntries(means);
}

/**
 * The sheets of a bid by kind of seat, in the order of the seats' codes.
 * @throws SCORES.* when a sheet is not complete; RangeError when one does not say whose seat it is of
 */
export function seatSums(scoring: ScoringRules, sheets: readonly Sheet[]): SeatSum[] {
  const bySeat = Map.groupBy(sheets, seatOf);
  return [...bySeat.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([seat, some]) => {
      const totals = some.map(({ scores }) => parseRatio(sheetTotal(scoring, scores)));
      return { seat, sheets: some.length, total: printRatio(sum(totals)) };
    });
}

function seatOf({ seat }: Sheet): string {
  if (seat === undefined) throw new RangeError('a sheet is of no seat');
  return seat;
}
