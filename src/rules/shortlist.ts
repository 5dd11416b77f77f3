import { compareRatios, parseRatio, type Ratio } from '../kernel/ratio';
import type { WordedExplanation } from './explanation';
import { keptByShortlist, type SelectedBid } from './kept-by-shortlist';
import { withOnDemand } from './on-demand';
import type { ShortlistByRole, ShortlistRules } from './rule-set.types';

/** A bid of a first selection. */
export interface ShortlistedBid extends SelectedBid {
  readonly isKept: boolean;
  /** Worked out when it is read. */
  readonly explanation: WordedExplanation;
}

/** A first selection that goes by figures: a person who chooses bid by bid gives each reason. */
export type FiguredShortlist = ShortlistRules & {
  readonly by: Exclude<ShortlistRules['by'], ShortlistByRole>;
};

/**
 * Says of each bid of a first selection whether it is kept, and why, the best first. Those equal to the last that is kept are kept
 * as well. The order in which the bids are given does not matter.
 * @param bids with a panel's score or a count of votes, whichever the rules go by
 */
export function shortlist(rules: FiguredShortlist, bids: readonly SelectedBid[]): ShortlistedBid[] {
  const kept = keptByShortlist(rules.keep, bids);
  const read = bids.map((bid) => ({ bid, figure: parseRatio(bid.figure) }));
  const sorted = read.sort(
    (a, b) => compareRatios(b.figure, a.figure) || (a.bid.bidId < b.bid.bidId ? -1 : 1),
  );
  const last = sorted.findLast(({ bid }) => kept.has(bid.bidId))?.bid.figure;
  let place = 1;
  return sorted.map(({ bid, figure }, index) => {
    const before: Ratio | undefined = sorted[index - 1]?.figure;
    if (before !== undefined && compareRatios(before, figure) > 0) place = index + 1;
    const isKept = kept.has(bid.bidId);
    return shortlisted({ ...bid, isKept }, { rules, figure: bid.figure, isKept, place, last });
  });
}

interface Selection {
  readonly rules: FiguredShortlist;
  readonly figure: string;
  readonly isKept: boolean;
  /** From 1; those that are equal share it. */
  readonly place: number;
  /** The figure of the last that is kept; undefined where none is. */
  readonly last: string | undefined;
}

const shortlisted = withOnDemand<Selection, Pick<ShortlistedBid, 'explanation'>>({
  explanation: explain,
});

function explain(selection: Selection): WordedExplanation {
  const { rules, figure, isKept, place } = selection;
  const { rule, inputs, arithmetic, words } = reasonFor(selection);
  const said =
    rules.by.variant === 'votes'
      ? { zh: `得票${figure}张`, en: `${figure} votes` }
      : { zh: `得分${figure}`, en: `A score of ${figure}` };
  const outcome = isKept
    ? { zh: '入围', en: 'it is shortlisted' }
    : { zh: '未入围', en: 'it is not shortlisted' };
  return {
    rule,
    inputs: { figure, place: String(place), ...inputs },
    arithmetic,
    words: {
      zh: `${said.zh}，列第${place}名${words.zh}，${outcome.zh}。`,
      en: `${said.en}, place ${place}${words.en}: ${outcome.en}.`,
    },
  };
}

/** What a bid was held against: the mark where it fails that, else the last that is kept, else the mark or nothing. */
function reasonFor({ rules, figure, isKept, last }: Selection): WordedExplanation {
  const { top, passMark } = rules.keep;
  if (passMark !== undefined && (top === undefined || !reaches(figure, passMark))) {
    return {
      rule: '/shortlist/keep/passMark',
      inputs: { passMark },
      arithmetic: `${figure} ${isKept ? '≥' : '<'} ${passMark}`,
      words: isKept
        ? { zh: `，达到${passMark}`, en: `, and ${passMark} is reached` }
        : { zh: `，未达到${passMark}`, en: `, and ${passMark} is not reached` },
    };
  }
  if (top === undefined || last === undefined) return KEPT_WITH_ALL;
  return {
    rule: '/shortlist/keep/top',
    inputs: { top: String(top), last },
    arithmetic: `${figure} ${isKept ? '≥' : '<'} ${last}`,
    words: isKept
      ? { zh: `，在前${top}名之内`, en: `, which is among the first ${top}` }
      : { zh: `，不在前${top}名之内`, en: `, which is not among the first ${top}` },
  };
}

const KEPT_WITH_ALL: WordedExplanation = {
  ...{ rule: '/shortlist/keep', inputs: {}, arithmetic: '∀' },
  words: { zh: '，全部保留', en: ', and all are kept' },
};

function reaches(figure: string, passMark: string): boolean {
  return compareRatios(parseRatio(figure), parseRatio(passMark)) >= 0;
}
