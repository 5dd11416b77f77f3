import type { Instant } from '../../../kernel/instant';
import { rankBids, type ScoringRules } from '../../../rules';
import {
  explained,
  type Explained,
  type RankedEntry,
  type RankingDocument,
} from './assemble-ranking';

/** A panel's report, as far as the ranking of the lot goes. */
export interface SignedReport {
  readonly panelId: string;
  /** The code of the panel. */
  readonly code: string;
  readonly digest: string;
  readonly document: RankingDocument;
}

/** What became of one bid in its lot, and which panel scored it. */
export type LotEntry = RankedEntry & {
  /** Empty where no panel scores. */
  readonly panel: string;
  /** What its score is made of, where the sheets are not all of it. */
  readonly parts?: readonly {
    readonly code: string;
    readonly points: string;
    readonly most: number;
    readonly explanation: Explained;
  }[];
  /** The codes of the decisions that put it out, if any did. */
  readonly excludedBy?: readonly string[];
};

/** The ranking of a lot over all of its panels: ids and figures, no names. */
export type LotRankingDocument = {
  readonly schema: 'yichuang/lot-ranking/1';
  readonly lotId: string;
  /** The review of the lot, from 1. */
  readonly no: number;
  readonly revision: number;
  readonly passMark: string;
  /** The reports that it follows from. */
  readonly panels: readonly {
    readonly panelId: string;
    readonly code: string;
    readonly digest: string;
  }[];
  /** Those that passed in order of rank, then the others. */
  readonly bids: readonly LotEntry[];
};

/**
 * Ranks the bids of a lot by the means that its panels have signed, which stand side by side as they are: no source gives a way
 * to weigh one panel against another.
 * @param receivedAt by the id of the bid
 * @throws RangeError when a bid was received at no time
 */
export function assembleLotRanking(
  scoring: ScoringRules,
  of: Pick<LotRankingDocument, 'lotId' | 'no' | 'revision'>,
  reports: readonly SignedReport[],
  receivedAt: ReadonlyMap<string, Instant>,
): LotRankingDocument {
  const entries = new Map(
    reports.flatMap(({ code, document }) =>
      document.bids.map((entry) => [entry.bidId, { ...entry, panel: code }] as const),
    ),
  );
  const scored = [...entries.values()].map(({ bidId, mean }) => ({
    bidId,
    score: mean,
    receivedAt: found(receivedAt.get(bidId)),
  }));
  const { ranked, belowPassMark } = rankBids(scoring, scored);
  const passed = ranked.map(({ bidId, rank, decidedBy, explanation }) => {
    const entry = entries.get(bidId)!;
    const place = explained(explanation);
    return { ...entry, rank, decidedBy, explanation: { ...entry.explanation, place } };
  });
  return {
    schema: 'yichuang/lot-ranking/1',
    ...of,
    passMark: scoring.passMark,
    panels: reports.map(({ panelId, code, digest }) => ({ panelId, code, digest })),
    bids: [...passed, ...belowPassMark.map(({ bidId }) => entries.get(bidId)!)],
  };
}

function found(receivedAt: Instant | undefined): Instant {
  if (receivedAt === undefined) throw new RangeError('a bid was received at no time');
  return receivedAt;
}
