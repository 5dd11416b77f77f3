import type { Fen } from '../kernel/money';
import { compareRatios, divide, parseRatio, ratioOf, sum, type Ratio } from '../kernel/ratio';
import type { SeatSum } from './aggregate-sheets-by';
import { inProportionTo, lowestToOwn, normalised, shareOfBest, type Scale } from './normalise';
import type {
  BonusPart,
  GivenPart,
  RuleSet,
  ScorePart,
  ScoringRules,
  SeatsPart,
} from './rule-set.types';

/** What the score of a bid is made of, as far as it is known yet. What no part asks for may be left out. */
export interface BidFigures {
  readonly bidId: string;
  /** What its sheets come to, as the panel has signed it. */
  readonly sheets?: string | null;
  /** Its sheets by kind of seat, as `seatSums` gives them. */
  readonly seats?: readonly SeatSum[] | null;
  readonly votes?: number | null;
  readonly giftsFen?: Fen | null;
  /** What it asks for. */
  readonly priceFen?: Fen | null;
  /** The hours of service that it offers, as decimal text. */
  readonly hours?: string | null;
  /** The points that persons have given, by the code of the part. */
  readonly points?: Readonly<Record<string, string>> | null;
}

/** What the scores of a lot follow from beside its bids. */
export interface LotFigures {
  /** How many have voted, where votes count in proportion to them. */
  readonly voters?: number | null;
  /** In which gifts and prices are told; without it yuan. */
  readonly currency?: RuleSet['currency'];
}

/** A figure that a part of the score asks for. */
export type FigureKind = 'sheets' | 'seats' | 'votes' | 'gifts' | 'price' | 'hours' | 'points';

/** The part that a score is of where the rules name none. */
export function partsOf({ parts, totalPoints }: ScoringRules): readonly ScorePart[] {
  return parts ?? [{ variant: 'sheets', code: 'sheets', points: totalPoints }];
}

/** The most that a part gives. */
export function mostOf(part: ScorePart): number {
  return part.variant === 'bonus' ? part.max : part.points;
}

/** Which figure of a bid a part asks for. */
export function figureKind(part: ScorePart): FigureKind {
  return part.variant === 'bonus' || part.variant === 'given' ? 'points' : part.variant;
}

/**
 * The figure of a bid that a part asks for; null while it is not known.
 * @throws RangeError when points were entered that the part cannot give, which whoever takes them has to refuse
 */
export function figureOf(part: ScorePart, bid: BidFigures): Ratio | null {
  switch (part.variant) {
    case 'sheets':
      return bid.sheets == null ? null : parseRatio(bid.sheets);
    case 'seats':
      return meanOfSeats(part, bid.seats ?? []);
    case 'votes':
      return bid.votes == null ? null : ratioOf(BigInt(bid.votes));
    case 'gifts':
      return inYuan(bid.giftsFen);
    case 'price':
      return inYuan(bid.priceFen);
    case 'hours':
      return bid.hours == null ? null : parseRatio(bid.hours);
    case 'bonus':
    case 'given': {
      const points = bid.points?.[part.code];
      return points === undefined ? null : pointsOf(part, parseRatio(points));
    }
  }
}

/**
 * How the figures of a part become the shares of its points that the bids get; null where they are points already.
 * @param figures those of all bids
 * @throws RangeError when a bid has more votes than there are voters, or there must be voters and their number is not known
 */
export function scaleOf(
  part: ScorePart,
  { totalPoints }: ScoringRules,
  figures: readonly Ratio[],
  { voters }: LotFigures,
): Scale | null {
  const total = ratioOf(BigInt(totalPoints));
  switch (part.variant) {
    case 'sheets':
      return inProportionTo(total);
    case 'seats':
      return normalised(part.normalising, figures, total);
    case 'votes':
      return part.of === 'share-of-most' ? shareOfBest(figures) : ofVoters(figures, voters);
    case 'gifts':
    case 'hours':
      return shareOfBest(figures);
    case 'price':
      return lowestToOwn(figures);
    case 'bonus':
    case 'given':
      return null;
  }
}

function ofVoters(figures: readonly Ratio[], voters: number | null | undefined): Scale {
  if (voters == null) throw new RangeError('nobody has said how many voted');
  const all = ratioOf(BigInt(voters));
  if (figures.some((votes) => compareRatios(votes, all) > 0)) {
    throw new RangeError('a bid has more votes than there are voters');
  }
  return inProportionTo(all);
}

/** The mean of all sheets of some kinds of seat; null while one of them has none. */
function meanOfSeats({ seats }: SeatsPart, sums: readonly SeatSum[]): Ratio | null {
  const own = sums.filter(({ seat }) => seats.includes(seat));
  if (own.length < seats.length) return null;
  const sheets = own.reduce((all, one) => all + one.sheets, 0);
  return divide(sum(own.map(({ total }) => parseRatio(total))), ratioOf(BigInt(sheets)));
}

function inYuan(amountFen: Fen | null | undefined): Ratio | null {
  return amountFen == null ? null : ratioOf(amountFen, 100n);
}

function pointsOf(part: BonusPart | GivenPart, points: Ratio): Ratio {
  const least = part.variant === 'bonus' ? (part.min ?? 0) : 0;
  const isNothing = compareRatios(points, ratioOf(0n)) === 0;
  const isTooLittle = !isNothing && compareRatios(points, ratioOf(BigInt(least))) < 0;
  if (isTooLittle || compareRatios(points, ratioOf(BigInt(mostOf(part)))) > 0) {
    throw new RangeError(`the part ${part.code} cannot give these points`);
  }
  return points;
}
