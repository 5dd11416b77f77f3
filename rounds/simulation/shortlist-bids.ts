import {
  aggregateSheets,
  figureCodes,
  questionsOf,
  scoringOf,
  shortlist as selectBids,
  SHORTLIST_PANEL,
  shortlistPanel,
  type FiguredShortlist,
  type SelectedBid,
  type Sheet,
} from '../../src/rules';
import type { AnswerBook } from './answer-book';
import { askOfBids } from './ask';
import { inventSheets } from './invent-sheets';
import type { InventedBid } from './invented-bid';
import type { Play } from './play';

/** Whom a first selection kept. */
export interface Shortlist {
  readonly by: 'panel' | 'votes' | 'role';
  /** What it went by and why, the best first: a panel's score or a count of votes; none where a person chose. */
  readonly selected: ReturnType<typeof selectBids>;
  /** The sheets of a panel, by bid. */
  readonly sheets: ReadonlyMap<string, readonly Sheet[]>;
  readonly kept: ReadonlySet<string>;
}

/** Makes the first selection; null where the rules have none. */
export function shortlistBids(
  play: Play,
  book: AnswerBook,
  bids: readonly InventedBid[],
): Shortlist | null {
  const { shortlist } = play.rules;
  switch (shortlist?.by.variant) {
    case undefined:
      return null;
    case 'role':
      return chosen(play, book, bids);
    case 'votes':
      return voted(play, book, bids);
    case 'panel':
      return scored(play, bids);
  }
}

function scored(play: Play, bids: readonly InventedBid[]): Shortlist {
  const panel = shortlistPanel(play.rules)!;
  const scoring = scoringOf(play.rules, SHORTLIST_PANEL);
  const sheets = new Map(
    bids.map((bid) => [bid.bidId, inventSheets(play, panel, scoring, bid)] as const),
  );
  const figures = [...sheets].map(([bidId, own]) => ({
    bidId,
    figure: aggregateSheets(scoring, own).score,
  }));
  return { by: 'panel', sheets, ...byFigures(play, figures) };
}

function voted(play: Play, book: AnswerBook, bids: readonly InventedBid[]): Shortlist {
  askOfBids(play, book, 'bid', ['votes'], bids);
  const figures = bids.map(({ bidId }) => ({
    bidId,
    figure: String(book.count(figureCodes.votes, bidId)),
  }));
  return { by: 'votes', sheets: new Map(), ...byFigures(play, figures) };
}

function byFigures(
  { rules }: Play,
  figures: readonly SelectedBid[],
): Pick<Shortlist, 'selected' | 'kept'> {
  const selected = selectBids(rules.shortlist as FiguredShortlist, figures);
  const kept = selected.flatMap(({ bidId, isKept }) => (isKept ? [bidId] : []));
  return { selected, kept: new Set(kept) };
}

/** Somebody answers bid by bid: the best are in, as many as the rules keep, or most of them. */
function chosen({ rules }: Play, book: AnswerBook, bids: readonly InventedBid[]): Shortlist {
  const most = rules.shortlist!.keep.top ?? Math.ceil(bids.length * 0.8);
  const best = [...bids].sort((a, b) => b.merit - a.merit).slice(0, most);
  const kept = new Set(best.map(({ bidId }) => bidId));
  const question = questionsOf(rules).find(({ code }) => code === figureCodes.shortlist)!;
  if (question.answer.variant !== 'choice') throw new TypeError('a shortlist is a yes or a no');
  const [isIn, isOut] = question.answer.options;
  for (const { bidId } of bids) {
    const option = kept.has(bidId) ? isIn! : isOut!;
    book.add({ question, thing: bidId, value: { variant: 'choice', option } });
  }
  return { by: 'role', selected: [], sheets: new Map(), kept };
}
