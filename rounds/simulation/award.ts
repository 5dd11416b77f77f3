import type { Fen } from '../../src/kernel/money';
import type { AwardAmount, Draw, Placement } from '../../src/rules';
import type { InventedBid } from './invented-bid';

/** A bid in its place among those that passed. */
export interface PlacedBid {
  readonly bid: InventedBid;
  /** In its lot, from 1. */
  readonly rank: number;
  /** Among the bids of its category, from 1. */
  readonly rankInCategory: number;
}

/** Why an award did not become a contract. */
export type Fall = 'excluded' | 'not-signed' | 'comes-to-nothing';

/** An award as it came about. */
export interface Award extends PlacedBid {
  /** Whether it came up from the reserve when another fell away. */
  readonly isFromReserve: boolean;
  readonly placement: Placement;
  /** What it comes to at last, with why. */
  readonly amount: AwardAmount;
  readonly amountFen: Fen;
  /** What of it no pot pays, because by the rules it is funded beyond them. */
  readonly overrunFen: Fen;
  readonly draws: readonly Draw[];
  /** Null for one that stands. */
  readonly fell: Fall | null;
}
