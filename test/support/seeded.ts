import type { RuleSet } from '../../src/rules';
import type { Actor, Stage } from './stage';

/** A bid that was reviewed, as a test wants it: its score decides its rank. */
export interface WantedBid {
  readonly title: string;
  readonly score: string;
  /** What it asks for; its budget is that and as much again of own funds. */
  readonly amount: string;
  /** For the elderly, unless it says otherwise. */
  readonly category?: string;
}

/** A reviewed bid with the person who stands for its party. */
export interface SeededBid {
  readonly bidId: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly title: string;
  readonly applicant: Actor;
}

/** A lot whose review is done, with everything before it in the record. */
export interface ReviewedLot {
  readonly roundId: string;
  readonly lotId: string;
  readonly fundId: string;
  readonly ruleSet: RuleSet;
  readonly bids: readonly SeededBid[];
  readonly experts: readonly string[];
}

/** The people who run the rounds of a test. */
export interface Officers {
  readonly organizer: Actor;
  readonly approver: Actor;
  readonly secondApprover: Actor;
  readonly supervisor: Actor;
}

/** The city's path; labels of ltree take no hyphens. */
export function pathOf({ cityId }: Stage): string {
  return cityId.replaceAll('-', '');
}
