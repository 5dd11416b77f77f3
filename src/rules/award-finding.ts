import type { Fen } from '../kernel/money';
import type { Draw, Offer, PotLack } from './paying-pots';

/** A bid that passed, with the grant it asks for. */
export interface AwardCandidate {
  readonly bidId: string;
  /** The place in the ranking; by entitlement that in the order of receipt. */
  readonly rank: number;
  /** The code of its category; null where bids are not told apart. */
  readonly category: string | null;
  readonly amountFen: Fen;
  /** The identifier of whose bid it is, by which awards for one organization are counted; without it they are not. */
  readonly organization?: string;
}

/** An award that has its place and its money already: the pots no longer hold what it takes. */
export interface HeldAward extends Pick<AwardCandidate, 'category' | 'amountFen' | 'organization'> {
  /** What of its amount is beyond the pots. */
  readonly overrunFen?: Fen;
}

/** The place among those of its quota that an award takes; or, borrowed, among those of all quotas together. */
export interface Place {
  readonly no: number;
  readonly of: number;
  /** Its own category is full, and it takes a place that another could not fill. */
  readonly isBorrowed: boolean;
}

/** What bounds the number of awards apart from the quotas: of all awards, of one lot, and for one organization. */
export type CountKind = 'most' | 'winners' | 'organization';

/** A bound on the number of awards that is reached. */
export interface Full {
  readonly kind: 'quota' | 'places' | CountKind;
  readonly taken: number;
  readonly of: number;
}

/** An award as the so-and-so-many of those that a bound allows. */
export interface Count {
  readonly kind: CountKind;
  readonly no: number;
  readonly of: number;
}

/** How an award that the money does not reach for is given all the same. */
export type Stretch = 'partial' | 'overrun';

/** What there was for a bid that fits, before it took its part. */
export interface Room {
  /** Null where its category has no quota. */
  readonly place: Place | null;
  readonly counts: readonly Count[];
  /** What was left of its category's budget; null where that has none. */
  readonly budgetLeftFen: Fen | null;
  /** What was left of the lot's budget; null where that has none. */
  readonly lotLeftFen: Fen | null;
  /** What the pots held for it. */
  readonly offer: Offer;
  readonly draws: readonly Draw[];
  /** Null where the money reaches; else what was left for it, which is what it draws, and what it is given. */
  readonly stretch: { readonly kind: Stretch; readonly lack: Lack } | null;
}

/** What money it is that does not reach. */
export type Lack = { readonly kind: 'budget' | 'lotBudget'; readonly leftFen: Fen } | PotLack;

/**
 * A bid that the money does not reach for. skip: it is passed over. stop: the awards end with it. too-little: less is left than
 * the share of it that would do. once: another award is beyond the pots already.
 */
export interface Short {
  readonly kind: 'short';
  readonly lack: Lack;
  readonly by: 'skip' | 'stop' | 'too-little' | 'once';
}

/** Where the awards ended before a bid had its turn. */
export interface Ending {
  readonly kind: 'stopped' | Stretch;
  readonly at: AwardCandidate;
}

/** Where a bid stands in a vote-off: so many of those that the money reaches for are before it. */
export interface VoteOffStanding {
  readonly kind: 'awaits' | 'lost' | 'uncontested';
  readonly no: number;
}

/** What keeps a bid from an award, with what it was held against. */
export type Obstacle = Full | Short | Ending | VoteOffStanding;

/** Whether there is room for a bid. */
export type Finding =
  | { readonly fits: true; readonly room: Room }
  | { readonly fits: false; readonly obstacle: Obstacle };
