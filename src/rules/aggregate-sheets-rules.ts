import { printRatio, ratioOf, readScaled } from '../kernel/ratio';
import type { AggregationRule, SeatWeight, TrimmedMean, WeightedSeats } from './rule-set.types';

/** The total of a sheet, and the seat whose expert it is. */
export interface SheetTotal {
  /** In units of the last decimal that a score may have. */
  readonly total: number;
  /** The code of the seat; undefined where nothing asks for it. */
  readonly seat: string | undefined;
}

/** What totals come to together: a quotient of whole numbers, in the units of the totals and not in lowest terms. */
export interface Combined {
  readonly dividend: bigint;
  readonly divisor: bigint;
}

// Shares have at most six places.
const SHARE_DECIMALS = 6;

/**
 * What the totals of a bid's sheets come to by the rule, exactly. Their order does not matter.
 * @throws RangeError when there is no total, dropping leaves none, or seats and weights do not match; a full panel by rules
 * without contradictions excludes each
 */
export function combine(rule: AggregationRule, totals: readonly SheetTotal[]): Combined {
  if (totals.length === 0) throw new RangeError('no sheets come to nothing');
  switch (rule.variant) {
    case 'mean':
      return meanOf(totals);
    case 'trimmed-mean':
      return meanOf(trimmed(rule, totals).kept);
    case 'weighted-seats':
      return weighted(rule, totals);
  }
}

/**
 * The same as it is written down, without its result.
 * @param unitsPerPoint by which the totals are divided to be printed
 */
export function combinationText(
  rule: AggregationRule,
  totals: readonly SheetTotal[],
  unitsPerPoint: bigint,
): string {
  const points = ({ total }: SheetTotal) => printRatio(ratioOf(BigInt(total), unitsPerPoint));
  const meanText = (some: readonly SheetTotal[]) =>
    `(${some.map(points).join(' + ')}) ÷ ${some.length}`;
  switch (rule.variant) {
    case 'mean':
      return meanText(totals);
    case 'trimmed-mean': {
      const { kept, dropped } = trimmed(rule, totals);
      const [all, out] = [totals, dropped].map((some) => `{${some.map(points).join(', ')}}`);
      return `${all} ∖ ${out}; ${meanText(kept)}`;
    }
    case 'weighted-seats':
      return rule.weights
        .map(({ seat, weight }) => `${weight} × ${meanText(ofSeat(seat, totals))}`)
        .join(' + ');
  }
}

function meanOf(totals: readonly SheetTotal[]): Combined {
  let sum = 0;
  for (const { total } of totals) sum += total;
  return { dividend: BigInt(sum), divisor: BigInt(totals.length) };
}

function trimmed({ dropHighest, dropLowest }: TrimmedMean, totals: readonly SheetTotal[]) {
  const last = totals.length - dropHighest;
  if (dropLowest >= last)
    throw new RangeError('nothing is left when the highest and lowest are dropped');
  const sorted = [...totals].sort((a, b) => a.total - b.total);
  return {
    kept: sorted.slice(dropLowest, last),
    dropped: [...sorted.slice(0, dropLowest), ...sorted.slice(last)],
  };
}

function weighted({ weights }: WeightedSeats, totals: readonly SheetTotal[]): Combined {
  const bySeat = weights.map((weight) => ({ weight, of: ofSeat(weight.seat, totals) }));
  if (bySeat.reduce((sheets, { of }) => sheets + of.length, 0) !== totals.length) {
    throw new RangeError('a sheet is of a seat without a weight');
  }
  return bySeat.map(({ weight, of }) => times(weight, meanOf(of))).reduce(plus);
}

function ofSeat(seat: string, totals: readonly SheetTotal[]): readonly SheetTotal[] {
  const some = totals.filter((total) => total.seat === seat);
  if (some.length === 0) throw new RangeError(`no sheet is of the seat ${seat}`);
  return some;
}

function times({ weight }: SeatWeight, { dividend, divisor }: Combined): Combined {
  const scaled = BigInt(readScaled(weight, SHARE_DECIMALS)!);
  return { dividend: dividend * scaled, divisor: divisor * 10n ** BigInt(SHARE_DECIMALS) };
}

function plus(a: Combined, b: Combined): Combined {
  return {
    dividend: a.dividend * b.divisor + b.dividend * a.divisor,
    divisor: a.divisor * b.divisor,
  };
}
