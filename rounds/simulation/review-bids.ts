import {
  type BidFigures,
  type BidScore,
  type LotFigures,
  criterionMeans,
  panelsOf,
  type Ranking,
  type RuleSet,
  scoreBids,
  type Sheet,
} from '../../src/rules';
import type { AnswerBook } from './answer-book';
import { lotThing } from './ask';
import type { PlacedBid } from './award';
import { figuresOf, lotFigures } from './bid-figures';
import { inventSheets, panelFor } from './invent-sheets';
import type { InventedBid } from './invented-bid';
import { placesOf } from './places-of';
import type { Play } from './play';
import { rankDeciding } from './rank-deciding';

/** How the bids of a lot were scored and ranked. */
export interface Review {
  /** The sheets of the panels, by bid; none where no panel scores. */
  readonly sheets: ReadonlyMap<string, readonly Sheet[]>;
  /** By bid; none where nothing is ranked. */
  readonly scores: ReadonlyMap<string, BidScore>;
  /** Null where whoever qualifies is awarded, in the order of receipt. */
  readonly ranking: Ranking | null;
  /** Those who passed, in order of rank. */
  readonly placed: readonly PlacedBid[];
}

/** A bid on its way through the review. */
interface Reviewed {
  readonly bid: InventedBid;
  readonly sheets: readonly Sheet[];
  readonly figures: BidFigures;
}

/**
 * Scores and ranks the bids of a lot; where they are not ranked their places are those of receipt.
 * @param lot its code
 */
export function reviewBids(
  play: Play,
  book: AnswerBook,
  lot: string,
  bids: readonly InventedBid[],
): Review {
  const { rules } = play;
  const reviewed = bids.map((bid): Reviewed => {
    const sheets = sheetsFor(play, bid);
    return { bid, sheets, figures: figuresOf(rules, book, bid, sheets) };
  });
  const sheets = new Map(reviewed.map((one) => [one.bid.bidId, one.sheets] as const));
  if (rules.award.variant === 'entitlement') {
    return { sheets, scores: new Map(), ranking: null, placed: placesOf(bids) };
  }
  const figures = reviewed.map((one) => one.figures);
  const scores = scoresOf(rules, figures, lotFigures(rules, book, lotThing(lot), figures));
  const asked = reviewed.map((one) => rankable(rules, one, scores.get(one.bid.bidId)!));
  const ranking = rankDeciding(play, book, asked);
  const byId = new Map(bids.map((bid) => [bid.bidId, bid]));
  const placed = placesOf(ranking.ranked.map(({ bidId }) => byId.get(bidId)!));
  return { sheets, scores, ranking, placed };
}

function sheetsFor(play: Play, bid: InventedBid): Sheet[] {
  const { scoring } = play.rules;
  const panel = panelFor(panelsOf(play.rules), bid);
  if (panel === null || scoring.criteria.length === 0) return [];
  return inventSheets(play, panel, scoring, bid);
}

function scoresOf(
  { scoring }: RuleSet,
  figures: readonly BidFigures[],
  ofLot: LotFigures,
): Map<string, BidScore> {
  const scored = scoreBids(scoring, figures, ofLot);
  // Everything was asked before.
  if (scored.state === 'awaits') throw new TypeError('a figure of the score is not there');
  return new Map(scored.bids.map((score) => [score.bidId, score]));
}

/** What the ranking asks of a bid: with what breaks ties, wherever it is there. */
function rankable(
  { scoring }: RuleSet,
  { bid: { bidId, receivedAt }, sheets, figures }: Reviewed,
  { score, parts }: BidScore,
) {
  return {
    ...{ bidId, receivedAt, score },
    ...(sheets.length > 0 && { criteria: criterionMeans(scoring, sheets) }),
    parts: Object.fromEntries(parts.map(({ code, points }) => [code, points])),
    ...(figures.priceFen != null && { amountFen: figures.priceFen }),
    ...(figures.votes != null && { votes: figures.votes }),
  };
}
