import type { Instant } from '../../../kernel/instant';
import type { Fen } from '../../../kernel/money';
import {
  pointsByPart,
  rankBids,
  scoreBids,
  type AwaitedFigure,
  type BidFigures,
  type BidScore,
  type RuleSet,
  type UndecidedTie,
} from '../../../rules';
import type { LotEntry, LotRankingDocument, SignedReport } from './assemble-lot-ranking';
import { explained, type RankedEntry } from './assemble-ranking';

/** A bid of a lot with what its score is made of. */
export interface ScorableBid {
  readonly bidId: string;
  readonly receivedAt: Instant;
  readonly amountFen: Fen;
  /** What persons have counted and entered; the sheets come from the reports. */
  readonly figures: Omit<BidFigures, 'bidId' | 'sheets'>;
  /** The exact means of its sheets by criterion; empty where no panel scores. */
  readonly criteria: Readonly<Record<string, string>>;
  /** The codes of the decisions that put it out. */
  readonly excludedBy: readonly string[];
}

/** The ranking of a lot, or what it still waits for. */
export type ScoredRanking =
  | { readonly state: 'ranked'; readonly document: LotRankingDocument }
  | { readonly state: 'awaits'; readonly figures: readonly AwaitedFigure[] }
  | { readonly state: 'tied'; readonly ties: readonly UndecidedTie[] };

/** What of a lot's ranking does not hang on one bid. */
export interface ScoredLotFacts {
  readonly voters: number | null;
  /** The orders between tied bids that persons have recorded. */
  readonly decided: readonly (readonly string[])[];
}

/**
 * Ranks the bids of a lot whose score is made of more than their sheets, or of none: votes, gifts, points beyond, in the order that
 * tie-breaks and persons give. Bids that a decision put out have no rank.
 */
export function assembleScoredRanking(
  rules: RuleSet,
  of: Pick<LotRankingDocument, 'lotId' | 'no' | 'revision'>,
  reports: readonly SignedReport[],
  bids: readonly ScorableBid[],
  { voters, decided }: ScoredLotFacts,
): ScoredRanking {
  const { scoring, votes, currency } = rules;
  const entries = new Map(
    reports.flatMap(({ code, document }) =>
      document.bids.map((entry) => [entry.bidId, { ...entry, panel: code }] as const),
    ),
  );
  const standing = bids.filter(({ excludedBy }) => excludedBy.length === 0);
  const figures = standing.map(({ bidId, figures: given }) => ({
    ...{ ...given, bidId, sheets: entries.get(bidId)?.mean ?? null },
  }));
  const scored = scoreBids(scoring, figures, { voters, currency });
  if (scored.state === 'awaits') return scored;
  const scores = new Map(scored.bids.map((one) => [one.bidId, one]));
  const ranking = rankBids(
    scoring,
    standing.map((bid) => toRank(bid, scores.get(bid.bidId)!)),
    { passVotes: votes?.passVotes, decided },
  );
  if (ranking.undecided !== undefined && ranking.undecided.length > 0) {
    return { state: 'tied', ties: ranking.undecided };
  }
  const entryOf = (bidId: string, place: RankedEntry['explanation']['place']) =>
    scoredEntry(entries.get(bidId), scores.get(bidId)!, place);
  const passed = ranking.ranked.map(({ bidId, rank, decidedBy, explanation }) => ({
    ...entryOf(bidId, explained(explanation)),
    ...{ passed: true, rank, decidedBy },
  }));
  const failed = ranking.belowPassMark.map(({ bidId, explanation }) =>
    entryOf(bidId, explained(explanation)),
  );
  const excluded = bids
    .filter(({ excludedBy }) => excludedBy.length > 0)
    .map((bid) => excludedEntry(bid, entries.get(bid.bidId)));
  const document: LotRankingDocument = {
    schema: 'yichuang/lot-ranking/1',
    ...of,
    passMark: scoring.passMark,
    panels: reports.map(({ panelId, code, digest }) => ({ panelId, code, digest })),
    bids: [...passed, ...failed, ...excluded],
  };
  return { state: 'ranked', document };
}

function toRank({ bidId, receivedAt, amountFen, criteria, figures }: ScorableBid, score: BidScore) {
  return {
    ...{ bidId, receivedAt, amountFen, criteria, score: score.score },
    parts: pointsByPart(score),
    ...(figures.votes != null && { votes: figures.votes }),
  };
}

const NO_SHEETS = { median: '0', sheets: [], panel: '' } as const;

function scoredEntry(
  entry: LotEntry | undefined,
  { bidId, score, parts, explanation }: BidScore,
  place: RankedEntry['explanation']['place'],
): LotEntry {
  return {
    ...(entry ?? NO_SHEETS),
    ...{ bidId, mean: score, passed: false, rank: null, decidedBy: null },
    parts: parts.map(({ code, points, most, explanation: why }) => ({
      ...{ code, points, most, explanation: explained(why) },
    })),
    explanation: { mean: explained(explanation), place },
  };
}

function excludedEntry({ bidId, excludedBy }: ScorableBid, entry: LotEntry | undefined): LotEntry {
  const decisions = excludedBy.join(', ');
  const place = { rule: '/decisions', inputs: { decisions }, arithmetic: `${decisions} → ∅` };
  return {
    ...(entry ?? NO_SHEETS),
    ...{ bidId, mean: entry?.mean ?? '0', passed: false, rank: null, decidedBy: null, excludedBy },
    explanation: { mean: entry?.explanation.mean ?? place, place },
  };
}
