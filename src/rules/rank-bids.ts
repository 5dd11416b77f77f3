import type { ScoredBid, Standing } from './rank-bids-order';
import { failedBid, rankedBid, type FailedBid, type RankedBid } from './rank-bids-places';
import {
  failsBy,
  inOrder,
  rulingOf,
  standingOf,
  type RankingFacts,
  type Ruling,
} from './rank-bids-ruling';
import { settle, type OpenTie } from './rank-bids-ties';
import type { Role, ScoringRules } from './rule-set.types';

/** Bids that passed and that only a person can tell apart, who has not decided yet: the lot waits. */
export interface UndecidedTie {
  /** In the order of the identifiers, which means nothing. */
  readonly bidIds: readonly string[];
  readonly score: string;
  /** The first and the last of the ranks that they share out. */
  readonly ranks: readonly [first: number, last: number];
  /** Who decides. */
  readonly by: Role;
}

/** The bids of a lot, those that passed in order of rank. */
export interface Ranking {
  /** Those whose rank is beyond doubt: the ranks have a gap where a tie is undecided. */
  readonly ranked: readonly RankedBid[];
  readonly belowPassMark: readonly FailedBid[];
  /** The ties that wait for a person, where there are any. */
  readonly undecided?: readonly UndecidedTie[];
}

/**
 * Ranks the bids of a lot by score, and bids of the same score by the rules' tie-breaks. Bids below the pass mark are out. The
 * order in which the bids are given does not matter.
 * @throws RangeError when a bid comes without a figure that the rules ask for
 * @source invented for the small round; that ties happen and rules are silent: rounds.md 2.24
 */
export function rankBids(
  scoring: ScoringRules,
  bids: readonly ScoredBid[],
  facts: RankingFacts = {},
): Ranking {
  const ruling = rulingOf(scoring, facts);
  const sorted = bids.map(standingOf).sort((a, b) => inOrder(ruling, a, b));
  const passed: Standing[] = [];
  const belowPassMark: FailedBid[] = [];
  for (const standing of sorted) {
    const by = failsBy(ruling, standing);
    if (by === null) passed.push(standing);
    else belowPassMark.push(failedBid(ruling, standing, by));
  }
  return { ...placed(ruling, passed), belowPassMark };
}

function placed(
  ruling: Ruling,
  passed: readonly Standing[],
): Pick<Ranking, 'ranked' | 'undecided'> {
  const { standings, orders, open } = settle(ruling, passed);
  const inDoubt = new Set(open.flatMap((tie) => tie.standings));
  const ranked: RankedBid[] = [];
  standings.forEach((standing, index) => {
    if (inDoubt.has(standing)) return;
    const before = standings[index - 1];
    const order = orders.get(standing) ?? null;
    ranked.push(rankedBid(index + 1, { ruling, standing, before, order }));
  });
  if (open.length === 0) return { ranked };
  return { ranked, undecided: open.map((tie) => undecidedTie(tie, ruling.decider!)) };
}

function undecidedTie({ above, standings }: OpenTie, by: Role): UndecidedTie {
  return {
    bidIds: standings.map(({ bid }) => bid.bidId),
    score: standings[0]!.bid.score,
    ranks: [above + 1, above + standings.length],
    by,
  };
}
