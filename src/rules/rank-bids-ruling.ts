import {
  scaledScore,
  yardsticksOf,
  type ScoredBid,
  type Standing,
  type Yardstick,
} from './rank-bids-order';
import type { Role, ScoringRules } from './rule-set.types';

/** What a ranking follows from beside the scores. */
export interface RankingFacts {
  /** A bid with fewer votes is out, as the rules of the vote say. */
  readonly passVotes?: number;
  /** The orders between tied bids that persons have recorded, the oldest first. */
  readonly decided?: readonly (readonly string[])[];
}

/** The rules of one ranking, read once. */
export interface Ruling {
  readonly yardsticks: readonly Yardstick[];
  /** Who decides between bids that the yardsticks leave tied; null where their identifiers do. */
  readonly decider: Role | null;
  readonly passMark: string;
  /** The pass mark as `scaledScore` has it. */
  readonly mark: number;
  /** Whether a score has to lie above the pass mark. */
  readonly mustExceed: boolean;
  readonly passVotes: number;
  readonly decided: readonly (readonly string[])[];
}

/** The rules of one ranking. */
export function rulingOf(
  scoring: ScoringRules,
  { passVotes = 0, decided = [] }: RankingFacts,
): Ruling {
  const decision = scoring.tieBreak.find((rule) => rule.variant === 'decision');
  return {
    yardsticks: yardsticksOf(scoring),
    decider: decision?.by ?? null,
    passMark: scoring.passMark,
    mark: scaledScore(scoring.passMark),
    mustExceed: scoring.passMarkIs === 'exceeded',
    ...{ passVotes, decided },
  };
}

/** A bid as it is compared. @throws RangeError when its score is none that an engine gave */
export function standingOf(bid: ScoredBid): Standing {
  return { bid, score: scaledScore(bid.score), receivedMs: bid.receivedAt.getTime() };
}

/** What first tells two bids apart; null when they are equal in all that the rules ask. */
export function toldApartBy({ yardsticks }: Ruling, a: Standing, b: Standing): Yardstick | null {
  return yardsticks.find(({ compare }) => compare(a, b) !== 0) ?? null;
}

/** For sorting, the first by the rules first. What they leave tied goes by identifier, so that the order is always the same. */
export function inOrder({ yardsticks }: Ruling, a: Standing, b: Standing): number {
  for (const { compare } of yardsticks) {
    const order = compare(a, b);
    if (order !== 0) return order;
  }
  // Identifiers sort by when they were made, and never are the same.
  return a.bid.bidId < b.bid.bidId ? -1 : 1;
}

/**
 * What keeps a bid out whatever the others have; null when nothing does.
 * @throws RangeError when votes are asked for and those of the bid are not known
 */
export function failsBy(
  { mark, mustExceed, passVotes }: Ruling,
  { bid, score }: Standing,
): 'passMark' | 'passVotes' | null {
  if (mustExceed ? score <= mark : score < mark) return 'passMark';
  if (passVotes === 0) return null;
  if (bid.votes === undefined) throw new RangeError('a bid comes without its votes');
  return bid.votes < passVotes ? 'passVotes' : null;
}
