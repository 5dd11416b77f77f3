import { printInstant, type Instant } from '../kernel/instant';
import { compareRatios, parseRatio } from '../kernel/ratio';
import type { Explanation } from './explanation';
import type { ScoringRules, TieBreakRule } from './rule-set.types';

/** A bid with the score that its sheets came to. */
export interface ScoredBid {
  readonly bidId: string;
  /** As `aggregateSheets` gives it. */
  readonly score: string;
  /** When its last version was received. */
  readonly receivedAt: Instant;
}

/** What put a bid behind the one before it. `identifier` is the last resort when even the tie-breaks decide nothing. */
export type DecidedBy = 'score' | TieBreakRule['variant'] | 'identifier';

/** A bid that passed, in its place. */
export interface RankedBid {
  readonly bidId: string;
  /** From 1; no two bids share a rank. */
  readonly rank: number;
  readonly score: string;
  readonly decidedBy: DecidedBy;
  readonly explanation: Explanation;
}

/** A bid that did not reach the pass mark. */
export interface FailedBid {
  readonly bidId: string;
  readonly score: string;
  readonly explanation: Explanation;
}

/** The bids of a lot, those that passed in order of rank. */
export interface Ranking {
  readonly ranked: readonly RankedBid[];
  readonly belowPassMark: readonly FailedBid[];
}

/**
 * Ranks the bids of a lot by score, and bids of the same score by the rules' tie-breaks. Bids below the pass mark are out. The
 * order in which the bids are given does not matter.
 * @source invented for the small round; that ties happen and rules are silent: rounds.md 2.24
 */
export function rankBids(scoring: ScoringRules, bids: readonly ScoredBid[]): Ranking {
  const sorted = [...bids].sort((a, b) => compare(scoring, a, b).order);
  const passes = ({ score }: ScoredBid) =>
    compareRatios(parseRatio(score), parseRatio(scoring.passMark)) >= 0;
  const passed = sorted.filter(passes);
  return {
    ranked: passed.map((bid, index) => place(scoring, bid, index, passed[index - 1])),
    belowPassMark: sorted
      .filter((bid) => !passes(bid))
      .map(({ bidId, score }) => ({
        bidId,
        score,
        explanation: {
          rule: '/scoring/passMark',
          inputs: { score, passMark: scoring.passMark },
          arithmetic: `${score} < ${scoring.passMark}`,
        },
      })),
  };
}

function place(
  scoring: ScoringRules,
  bid: ScoredBid,
  index: number,
  before: ScoredBid | undefined,
): RankedBid {
  const { bidId, score } = bid;
  const decided =
    before === undefined
      ? {
          decidedBy: 'score' as const,
          rule: '/scoring/passMark',
          arithmetic: `${score} ≥ ${scoring.passMark}`,
        }
      : compare(scoring, before, bid);
  const { decidedBy, rule, arithmetic } = decided;
  const inputs = { score, receivedAt: printInstant(bid.receivedAt) };
  return { bidId, rank: index + 1, score, decidedBy, explanation: { rule, inputs, arithmetic } };
}

interface Comparison {
  /** Negative when the first bid goes first. */
  readonly order: number;
  readonly decidedBy: DecidedBy;
  readonly rule: string;
  readonly arithmetic: string;
}

function compare({ tieBreak }: ScoringRules, a: ScoredBid, b: ScoredBid): Comparison {
  const byScore = compareRatios(parseRatio(b.score), parseRatio(a.score));
  if (byScore !== 0) {
    const arithmetic = `${a.score} ${byScore < 0 ? '>' : '<'} ${b.score}`;
    return { order: byScore, decidedBy: 'score', rule: '/scoring', arithmetic };
  }
  const broken = tieBreak.map((rule) => breakTie(rule, a, b)).find(({ order }) => order !== 0);
  return broken ?? byIdentifier(a, b);
}

function breakTie({ variant }: TieBreakRule, a: ScoredBid, b: ScoredBid): Comparison {
  const order = a.receivedAt.getTime() - b.receivedAt.getTime();
  const received = `${printInstant(a.receivedAt)} ${order < 0 ? '<' : '>'} ${printInstant(b.receivedAt)}`;
  return {
    order,
    decidedBy: variant,
    rule: `/scoring/tieBreak/${variant}`,
    arithmetic: `${a.score} = ${b.score}; ${received}`,
  };
}

/** Two bids of one score received in one millisecond: identifiers sort by when they were made, and never are the same. */
function byIdentifier(a: ScoredBid, b: ScoredBid): Comparison {
  const order = a.bidId < b.bidId ? -1 : 1;
  return {
    order,
    decidedBy: 'identifier',
    rule: '/scoring/tieBreak',
    arithmetic: `${a.score} = ${b.score}; ${a.bidId} ${order < 0 ? '<' : '>'} ${b.bidId}`,
  };
}
