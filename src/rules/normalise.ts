import { compareRatios, distance, divide, printRatio, ratioOf, type Ratio } from '../kernel/ratio';
import type { Normalising } from './rule-set.types';

/** Turns a figure of a bid into the share that it gets of some points, and writes down how. */
export interface Scale {
  /** From 0 to 1. */
  readonly share: (figure: Ratio) => Ratio;
  /** The same as a sum without its result. */
  readonly written: (figure: Ratio) => string;
}

const NONE = ratioOf(0n);
const ALL = ratioOf(1n);

/** The same for every figure. */
function always(share: Ratio): Scale {
  return { share: () => share, written: () => printRatio(share) };
}

/**
 * In proportion to a whole, such as the most that a sheet can give. Of nothing everybody gets nothing.
 * @param whole not below any of the figures
 */
export function inProportionTo(whole: Ratio): Scale {
  if (compareRatios(whole, NONE) === 0) return always(NONE);
  return {
    share: (figure) => divide(figure, whole),
    written: (figure) => `${printRatio(figure)} ÷ ${printRatio(whole)}`,
  };
}

/** In proportion to the highest of the figures, which gets all. Where the highest is nothing everybody gets nothing. */
export function shareOfBest(figures: readonly Ratio[]): Scale {
  return inProportionTo(highestOf(figures));
}

/**
 * The lowest of the figures gets all, the others the lowest divided by their own.
 * @throws RangeError when one is zero, since nothing can be in proportion to it
 * @source Order 87 of the Ministry of Finance, art. 55
 */
export function lowestToOwn(figures: readonly Ratio[]): Scale {
  const lowest = lowestOf(figures);
  return {
    share: (figure) => divide(lowest, figure),
    written: (figure) => `${printRatio(lowest)} ÷ ${printRatio(figure)}`,
  };
}

/** The highest gets all and the lowest nothing, others in proportion between. Where all are the same each is the highest. */
export function spread(figures: readonly Ratio[]): Scale {
  const [lowest, highest] = [lowestOf(figures), highestOf(figures)];
  const width = distance(highest, lowest);
  if (compareRatios(width, NONE) === 0) return always(ALL);
  const [from, to] = [printRatio(lowest), printRatio(highest)];
  return {
    share: (figure) => divide(distance(figure, lowest), width),
    written: (figure) => `(${printRatio(figure)} − ${from}) ÷ (${to} − ${from})`,
  };
}

/**
 * The scale of a kind of normalising.
 * @param most the most that a figure can be, for those that are taken as they are
 */
export function normalised(way: Normalising, figures: readonly Ratio[], most: Ratio): Scale {
  switch (way) {
    case 'raw':
      return inProportionTo(most);
    case 'share-of-best':
      return shareOfBest(figures);
    case 'spread':
      return spread(figures);
  }
}

function highestOf(figures: readonly Ratio[]): Ratio {
  return figures.reduce((best, one) => (compareRatios(one, best) > 0 ? one : best), NONE);
}

function lowestOf(figures: readonly Ratio[]): Ratio {
  return figures.reduce(
    (least, one) => (compareRatios(one, least) < 0 ? one : least),
    figures[0] ?? NONE,
  );
}
