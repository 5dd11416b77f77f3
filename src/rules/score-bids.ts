import { multiply, printRatio, ratioOf, roundRatio, sum, type Ratio } from '../kernel/ratio';
import type { WordedExplanation } from './explanation';
import { withOnDemand } from './on-demand';
import type { ScorePart, ScoringRules } from './rule-set.types';
import {
  figureKind,
  figureOf,
  mostOf,
  partsOf,
  scaleOf,
  type BidFigures,
  type FigureKind,
  type LotFigures,
} from './score-parts';
import {
  explainPart,
  explainScore,
  type Earned,
  type MadePart,
  type MadeScore,
  type MadeWhole,
} from './score-parts-words';

/** A figure that is still to come before any bid of the lot has a score. */
export interface AwaitedFigure {
  /** The code of the part that asks for it. */
  readonly part: string;
  /** Null where it is one figure for all bids. */
  readonly bidId: string | null;
  readonly figure: FigureKind | 'voters';
}

/** What a bid gets for one part of its score. */
export interface PartScore {
  readonly code: string;
  /** Exact: a decimal, or `n/d` where it does not end. */
  readonly points: string;
  /** The most that the part gives. */
  readonly most: number;
  /** Worked out when it is read. */
  readonly explanation: WordedExplanation;
}

/** The score of a bid with its parts, which add up to it before it is rounded. */
export interface BidScore {
  readonly bidId: string;
  /** Rounded once, as the rules say of the sheets: this is what is published, ranked and held against the pass mark. */
  readonly score: string;
  readonly parts: readonly PartScore[];
  /** Worked out when it is read. */
  readonly explanation: WordedExplanation;
}

/** The scores of the bids of a lot, or what they wait for: one that is missing may change what all others get. */
export type ScoredLot =
  | { readonly state: 'scored'; readonly bids: readonly BidScore[] }
  | { readonly state: 'awaits'; readonly figures: readonly AwaitedFigure[] };

/**
 * Makes the scores of a lot's bids of the parts that the rules name, each figure scaled to the points of its part; where they
 * name none the score is what the sheets come to. The order in which the bids are given does not matter.
 * @throws RangeError when a figure is one that whoever enters it has to refuse: points beyond a part's, more votes than voters, a
 * price of nothing
 * @source cn-dongguan-2011-r1: 60 panel, 20 gifts, 20 votes; cn-zhongshan-2013-r1: 100 and bonus of 50 and 20;
 * cn-national-contest-2020: 140 by standard score and 60; hours in place of a price: cn-zengcheng-shitan-2025
 */
export function scoreBids(
  scoring: ScoringRules,
  bids: readonly BidFigures[],
  lot: LotFigures = {},
): ScoredLot {
  const parts = partsOf(scoring);
  const read = parts.map((part) => ({ part, figures: bids.map((bid) => figureOf(part, bid)) }));
  const awaited = read.flatMap(({ part, figures }) => awaitedFor(part, bids, figures, lot));
  if (awaited.length > 0) return { state: 'awaits', figures: awaited };
  const earned = read.map(({ part, figures }) => {
    // None is missing any more.
    const known = figures.filter((figure) => figure !== null);
    return earnedFor(part, scoring, known, lot);
  });
  return {
    state: 'scored',
    bids: bids.map(({ bidId }, index) => {
      const own = earned.map((ofPart) => ofPart[index]!);
      return scoreOf(bidId, { scoring, earned: own, currency: lot.currency });
    }),
  };
}

function awaitedFor(
  part: ScorePart,
  bids: readonly BidFigures[],
  figures: readonly (Ratio | null)[],
  { voters }: LotFigures,
): AwaitedFigure[] {
  const { code } = part;
  const asksVoters = part.variant === 'votes' && part.of === 'share-of-voters';
  const missing = bids.filter((_, index) => figures[index] === null);
  return [
    ...(asksVoters && voters == null
      ? [{ part: code, bidId: null, figure: 'voters' as const }]
      : []),
    ...missing.map(({ bidId }) => ({ part: code, bidId, figure: figureKind(part) })),
  ];
}

/** What all bids earn for one part. */
function earnedFor(
  part: ScorePart,
  scoring: ScoringRules,
  figures: readonly Ratio[],
  lot: LotFigures,
): Earned[] {
  const scale = scaleOf(part, scoring, figures, lot);
  const most = ratioOf(BigInt(mostOf(part)));
  return figures.map((figure) => ({
    ...{ part, figure, scale },
    points: scale === null ? figure : multiply(scale.share(figure), most),
  }));
}

function scoreOf(bidId: string, made: MadeScore): BidScore {
  const { decimals, rounding } = made.scoring.aggregation;
  const exact = sum(made.earned.map(({ points }) => points));
  const score = roundRatio(exact, decimals, rounding);
  const parts = made.earned.map((earned) =>
    partScore(
      { code: earned.part.code, points: printRatio(earned.points), most: mostOf(earned.part) },
      { ...made, earned },
    ),
  );
  return bidScore({ bidId, score, parts }, { ...made, exact, score });
}

const partScore = withOnDemand<MadePart, Pick<PartScore, 'explanation'>>({
  explanation: explainPart,
});

const bidScore = withOnDemand<MadeWhole, Pick<BidScore, 'explanation'>>({
  explanation: explainScore,
});

/** The points of a bid by part, for telling tied bids apart. */
export function pointsByPart({ parts }: Pick<BidScore, 'parts'>): Readonly<Record<string, string>> {
  return Object.fromEntries(parts.map(({ code, points }) => [code, points]));
}
