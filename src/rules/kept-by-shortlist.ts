import { compareRatios, parseRatio, type Ratio } from '../kernel/ratio';
import type { ShortlistKeep } from './rule-set.types';

/** What a first selection goes by: a panel's score, or a count of votes, as decimal text. */
export interface SelectedBid {
  readonly bidId: string;
  readonly figure: string;
}

/**
 * The bids that a first selection keeps: those that reach the pass mark, and of these the first so-and-so-many. Those equal to
 * the last of them are kept as well, so that no chance decides.
 * @source cn-dongguan-2011-r1: 60 shortlisted; cn-wuhan-2017-r5: 50 by votes; ties at the cut: rounds.md 2.24
 */
export function keptByShortlist(
  { top, passMark }: ShortlistKeep,
  bids: readonly SelectedBid[],
): ReadonlySet<string> {
  const figures = bids.map(({ bidId, figure }) => ({ bidId, figure: parseRatio(figure) }));
  const passing = figures.filter(({ figure }) => reaches(figure, passMark));
  const sorted = passing.sort((a, b) => compareRatios(b.figure, a.figure));
  const last = top === undefined ? undefined : sorted[top - 1];
  const kept = sorted.filter(
    ({ figure }) => last === undefined || compareRatios(figure, last.figure) >= 0,
  );
  return new Set(kept.map(({ bidId }) => bidId));
}

function reaches(figure: Ratio, passMark: string | undefined): boolean {
  return passMark === undefined || compareRatios(figure, parseRatio(passMark)) >= 0;
}
