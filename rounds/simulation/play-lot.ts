import { leastBids, REVIEW_STEPS, type Step } from '../../src/rules';
import type { BeforeTheLot } from './allocate-lot';
import type { AnswerBook } from './answer-book';
import { askOfBids, askOfThing, lotThing } from './ask';
import { awardLot, type LotAwards } from './award-lot';
import type { InventedBid } from './invented-bid';
import type { LotDays } from './lot-days';
import type { Play } from './play';
import type { Qualification } from './qualify-bids';
import { reviewBids, type Review } from './review-bids';
import { shortlistBids, type Shortlist } from './shortlist-bids';

/** Why a lot has no awards. `ended`: a person decided so. */
export type LotFailure = 'no-bids' | 'too-few' | 'none-qualified' | 'none-passed' | 'ended';

/** What happened in a lot up to its awards. */
export interface PlayedLot {
  readonly days: LotDays;
  readonly bids: readonly InventedBid[];
  /** Those who are still in it: qualified, then shortlisted, then whatever persons decided of them. */
  readonly standing: readonly InventedBid[];
  /** Null where the rules have no first selection, or nobody came so far. */
  readonly shortlist: Shortlist | null;
  /** Null where nobody came so far. */
  readonly review: Review | null;
  readonly awards: LotAwards | null;
  readonly failure: LotFailure | null;
}

/** What a lot is played from. */
export interface LotStart {
  readonly days: LotDays;
  readonly qualification: Qualification;
  readonly before: BeforeTheLot;
  /** Whether a person has ended the round. */
  readonly isEnded: boolean;
}

interface Stage {
  readonly play: Play;
  readonly book: AnswerBook;
  readonly start: LotStart;
}

/** A part of the way of a lot; it is not gone any more once the lot has failed. */
type Phase = (stage: Stage, lot: PlayedLot) => PlayedLot;

/** Plays a lot from its bids to its awards. */
export function playLot(play: Play, book: AnswerBook, start: LotStart): PlayedLot {
  const { days, qualification } = start;
  const bids = qualification.all.map(({ bid }) => bid).filter(({ lot }) => lot === days.lot);
  const nothing = { shortlist: null, review: null, awards: null };
  const lot: PlayedLot = { days, bids, standing: bids, ...nothing, failure: null };
  const stage = { play, book, start };
  return [closed, qualified, shortlisted, reviewed, awarded].reduce(
    (reached, phase) => (reached.failure === null ? phase(stage, reached) : reached),
    lot,
  );
}

const closed: Phase = ({ play, start: { isEnded } }, lot) => {
  if (isEnded) return { ...lot, standing: [], failure: 'ended' };
  return { ...lot, failure: shortage(play, lot.bids.length, 'no-bids') };
};

const qualified: Phase = ({ play, start: { qualification } }, lot) => {
  const standing = lot.bids.filter(({ bidId }) => qualification.of(bidId).isQualified);
  return { ...lot, standing, failure: shortage(play, standing.length, 'none-qualified') };
};

const shortlisted: Phase = (stage, lot) => {
  const { play, book } = stage;
  if (isEndedAt(stage, ['shortlisting'])) return { ...lot, failure: 'ended' };
  const shortlist = shortlistBids(play, book, lot.standing);
  askOfBids(play, book, 'bid', ['shortlisting'], lot.standing);
  const kept = lot.standing.filter(({ bidId }) => shortlist?.kept.has(bidId) ?? true);
  return withSomebody({ ...lot, shortlist, standing: stillIn(book, kept) });
};

/** Persons decide and enter what they have to; those whom nobody puts out are scored and ranked. */
const reviewed: Phase = (stage, lot) => {
  const { play, book, start } = stage;
  if (isEndedAt(stage, [...REVIEW_STEPS, 'notice', 'contract']))
    return { ...lot, failure: 'ended' };
  askOfBids(play, book, 'bid', REVIEW_STEPS, lot.standing);
  const standing = stillIn(book, lot.standing);
  if (standing.length === 0) return withSomebody({ ...lot, standing });
  const review = reviewBids(play, book, start.days.lot, standing);
  return withSomebody({ ...lot, review, standing: review.placed.map(({ bid }) => bid) });
};

const awarded: Phase = ({ play, book, start }, lot) => {
  const awards = awardLot(play, book, lot.days.lot, lot.review!.placed, start.before);
  return { ...lot, awards };
};

/** With fewer than the rules need a lot fails. @param whenNone why, when there are none at all */
function shortage({ rules }: Play, bids: number, whenNone: LotFailure): LotFailure | null {
  if (bids === 0) return whenNone;
  return bids < leastBids(rules) ? 'too-few' : null;
}

function withSomebody(lot: PlayedLot): PlayedLot {
  return lot.standing.length === 0 ? { ...lot, failure: 'none-passed' } : lot;
}

function isEndedAt({ play, book, start }: Stage, steps: readonly Step[]): boolean {
  const thing = lotThing(start.days.lot);
  askOfThing(play, book, 'lot', steps, thing);
  return book.ends(thing);
}

function stillIn(book: AnswerBook, bids: readonly InventedBid[]): InventedBid[] {
  return bids.filter(({ bidId }) => book.against(bidId).length === 0);
}
