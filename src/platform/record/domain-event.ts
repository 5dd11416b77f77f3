/** Plain JSON as it enters the record: ids, digests, codes, counts; never a name or a text that people wrote. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A process that a change concerns: its workflow is told to look again. */
export interface ProcessRef {
  readonly kind: ProcessKind;
  readonly id: string;
}

/** The kinds of process; each has a workflow of the same name. */
export const processKinds = [
  'needScreening',
  'round',
  'panelReview',
  'challenge',
  'project',
  'payment',
] as const;
export type ProcessKind = (typeof processKinds)[number];

/**
 * Who may read an event in the feed. `public` is everyone; otherwise those whose mandates reach one of the parts.
 */
export interface Audience {
  readonly public?: true;
  readonly unitPaths?: readonly string[];
  readonly partyIds?: readonly string[];
  readonly personIds?: readonly string[];
}

/** One thing that happened to one aggregate: it becomes one audit event, one outbox row and one entry of the feed. */
export interface DomainEvent {
  /** `<module>.<past-fact>`, such as `needs.need-submitted`. */
  readonly name: string;
  /** The thing, and its version after the act. */
  readonly aggregate: { readonly kind: string; readonly id: string; readonly version: number };
  /** The move of the aggregate's transition table, where it has one; `null` where the state stays. */
  readonly move: string | null;
  /** The round whose log it belongs to; without one, the tenant's. */
  readonly roundId?: string;
  readonly body: Readonly<Record<string, Json>>;
  readonly audience: Audience;
  readonly nudges?: readonly ProcessRef[];
}
