import {
  deviationsOf,
  rankBids,
  sheetsAggregator,
  type AggregatedSheets,
  type Explanation,
  type GivenScores,
  type Ranking,
} from '../../../rules';
import type { ScoringRules } from '../../../rules';
import type { Instant } from '../../../kernel/instant';

/** A bid that was reviewed. */
export interface ReviewedBid {
  readonly bidId: string;
  readonly receivedAt: Instant;
}

/** A locked sheet, as far as the ranking goes. */
export interface LockedSheet {
  readonly sheetId: string;
  readonly bidId: string;
  readonly scores: GivenScores;
  /** The code of the seat whose expert it is; needed where seats count differently. */
  readonly seat?: string;
}

/** What became of one bid in the review. */
export type RankedEntry = {
  readonly bidId: string;
  /** The published score: the mean of the sheets, rounded as the rules say. */
  readonly mean: string;
  readonly median: string;
  readonly passed: boolean;
  /** From 1; null below the pass mark. */
  readonly rank: number | null;
  /** What put it behind the one before it: the score, a tie-break, or below the pass mark nothing. */
  readonly decidedBy: string | null;
  readonly sheets: readonly {
    readonly sheetId: string;
    readonly total: string;
    readonly deviation: string;
    readonly strays: boolean;
  }[];
  /** How the sheets became the score, and the score the place. */
  readonly explanation: { readonly mean: Explained; readonly place: Explained };
};

/** An explanation of the rules as it stands in a document. */
export type Explained = {
  readonly rule: string;
  readonly inputs: { readonly [name: string]: string };
  readonly arithmetic: string;
};

/** The ranking of a panel's bids as its members sign it: ids and figures, no names. */
export type RankingDocument = {
  readonly schema: 'yichuang/ranking/1';
  readonly lotId: string;
  readonly panelId: string;
  /** The revision of the rule set that it follows. */
  readonly revision: number;
  readonly passMark: string;
  /** Those that passed in order of rank, then the others. */
  readonly bids: readonly RankedEntry[];
};

/** Of which panel and by which rules a ranking is. */
export interface RankingOf {
  readonly lotId: string;
  readonly panelId: string;
  readonly revision: number;
}

/**
 * Makes the ranking of a panel's bids from its locked sheets by the rules, so that anybody who has sheets and rules gets the same.
 * @throws RangeError when a bid has no sheet, which the sheets' being all in excludes
 */
export function assembleRanking(
  scoring: ScoringRules,
  of: RankingOf,
  bids: readonly ReviewedBid[],
  sheets: readonly LockedSheet[],
): RankingDocument {
  const aggregate = sheetsAggregator(scoring);
  const byBid = sheetsByBid(sheets);
  const aggregated = new Map(
    bids.map(({ bidId }) => [bidId, aggregate(byBid.get(bidId) ?? [])] as const),
  );
  const scored = bids.map(({ bidId, receivedAt }) => ({
    bidId,
    receivedAt,
    score: aggregated.get(bidId)!.score,
  }));
  return {
    schema: 'yichuang/ranking/1',
    ...of,
    passMark: scoring.passMark,
    bids: entriesOf(rankBids(scoring, scored), aggregated),
  };
}

/** The sheets that stray from the median of their bid by more than the rules' limit. */
export function strayingSheets(
  scoring: ScoringRules,
  sheets: readonly LockedSheet[],
): { readonly sheetId: string; readonly deviation: string }[] {
  return [...sheetsByBid(sheets).values()].flatMap((some) =>
    deviationsOf(scoring, some).filter(({ strays }) => strays),
  );
}

function sheetsByBid(sheets: readonly LockedSheet[]): ReadonlyMap<string, readonly LockedSheet[]> {
  const byBid = Map.groupBy(sheets, ({ bidId }) => bidId);
  // By id, so that the arithmetic of an explanation reads the same whatever order the rows came in.
  for (const some of byBid.values()) some.sort((a, b) => (a.sheetId < b.sheetId ? -1 : 1));
  return byBid;
}

function entriesOf(
  { ranked, belowPassMark }: Ranking,
  aggregated: ReadonlyMap<string, AggregatedSheets>,
): RankedEntry[] {
  const passed = ranked.map(({ bidId, rank, decidedBy, explanation }) => ({
    passed: true,
    rank,
    decidedBy,
    ...entryOf(bidId, aggregated.get(bidId)!, explanation),
  }));
  const failed = belowPassMark.map(({ bidId, explanation }) => ({
    passed: false,
    rank: null,
    decidedBy: null,
    ...entryOf(bidId, aggregated.get(bidId)!, explanation),
  }));
  return [...passed, ...failed];
}

function entryOf(
  bidId: string,
  { score, median, sheets, explanation }: AggregatedSheets,
  place: Explanation,
) {
  return {
    bidId,
    mean: score,
    median,
    sheets: sheets.map((sheet) => ({ ...sheet })),
    explanation: { mean: explained(explanation), place: explained(place) },
  };
}

/** An explanation of the rules, as a document has it. */
export function explained({ rule, inputs, arithmetic }: Explanation): Explained {
  return { rule, inputs: { ...inputs }, arithmetic };
}
