import type { Duty } from './duties';

/**
 * How the caller stands to the thing asked for. A row of the access table names one per duty.
 *
 * - `unit`: the mandate's unit is the thing's unit or above it
 * - `party`: the mandate is for a party to the thing
 * - `area`: the mandate's unit is the thing's unit, above it or below it
 * - `round`: the mandate is for the thing's round, or for a unit at or above the round's
 * - `assigned`: the caller is named on the thing (a seat, an evaluation, an opening)
 * - `self`: the thing is the caller's own
 * - `tenant`: anywhere in the tenant
 */
export type Relation = 'unit' | 'area' | 'party' | 'round' | 'assigned' | 'self' | 'tenant';

/** One way of being allowed: a duty held, and how its holder stands to the thing. `anyone` needs only a signed-in person. */
export interface Grant {
  readonly duty: Duty | 'anyone';
  readonly relation: Relation;
}

/** One row of the table: an act, the one endpoint that does it, and who may. */
export interface AccessRow {
  /** `GET /v1/needs/{needId}`. */
  readonly route: string;
  /** Either who may, or why everyone may. */
  readonly allow: readonly Grant[] | { readonly public: string };
  /** Who may besides, where the row of another act decides it, as for what is attached to a thing. */
  readonly also?: string;
  /** A change of an existing thing: `If-Match` is required. */
  readonly ifMatch?: true;
  /** A POST that neither creates nor moves anything, with the reason: no `Idempotency-Key`. */
  readonly withoutKey?: string;
  /** Requests under way at the same time may share a transaction, with the reason; their writes wait for its commit. */
  readonly together?: string;
  /** The request opens no transaction, with the reason: it holds no connection while it works or waits. */
  readonly withoutTransaction?: string;
}

/** What a thing offers for the question whether the caller may act on it. Absent parts match nobody. */
export interface Subject {
  /** The ltree path of the unit it belongs to. */
  readonly unitPath?: string;
  readonly partyIds?: readonly string[];
  readonly roundId?: string;
  /** People named on it: seats, evaluators, opening officers. */
  readonly assignedIds?: readonly string[];
  /** The person whose own it is. */
  readonly personId?: string;
  /** Where the thing says itself whose duty the act on it is: of the row's duties this one alone counts. */
  readonly onlyDuty?: Duty;
}
