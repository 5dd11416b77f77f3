import type { Day } from '../kernel/day';
import type { Instant } from '../kernel/instant';
import type { Fen } from '../kernel/money';

/** What an evaluation came to, as far as a tranche cares. */
export interface EvaluationOutcome {
  readonly grade: string;
  readonly passed: boolean;
  /** Since when a failed one counts no more against what waits for it: a later one was passed, or it was put right. */
  readonly madeGoodAt?: Instant;
}

/** The same with when it was decided. */
export interface DatedOutcome extends EvaluationOutcome {
  readonly gradedAt: Instant;
  /** Whether one that failed may still be made good: until then what waits for it waits on. */
  readonly mayBeMadeGood: boolean;
}

/** Accounts of a project that somebody accepted: how much of the grant was spent by then, all in all. */
export interface AcceptedAccount {
  readonly acceptedAt: Instant;
  readonly spentFen: Fen;
}

/** How far a tranche of the contract is. */
export interface TrancheStanding {
  readonly code: string;
  /** What it pays; null as long as its trigger is not there. */
  readonly payableFen: Fen | null;
  /** When it was paid; null before. */
  readonly paidAt: Instant | null;
}

/** All that the triggers of one tranche can ask for. A later moment has the same and more. */
export interface TrancheFacts {
  /** The code of the tranche. */
  readonly tranche: string;
  /** The moment at which it is asked. */
  readonly now: Instant;
  /** Since when the contract is in force. */
  readonly signedAt: Instant | null;
  /** Since when the notice of the award is over and nothing holds it up. */
  readonly noticeEndedAt: Instant | null;
  /** The first day of the project. */
  readonly startedOn: Day | null;
  /** The outcomes of the decided evaluations by their codes. */
  readonly evaluations: ReadonlyMap<string, DatedOutcome>;
  /** When each accepted report was accepted, by its code. */
  readonly reports: ReadonlyMap<string, Instant>;
  readonly accounts: readonly AcceptedAccount[];
  /** When a person accepted the work that this tranche pays. */
  readonly acceptedAt: Instant | null;
  /** All tranches of the contract in their order, this one among them. */
  readonly tranches: readonly TrancheStanding[];
}

/** What the record says of one trigger, before it is put into words. */
export type Finding =
  | { readonly answer: 'yes' | 'no'; readonly since: Instant; readonly sum: string }
  | { readonly answer: 'awaits'; readonly until: Day | null; readonly sum: string };
