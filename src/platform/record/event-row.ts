import { randomBytes } from 'node:crypto';
import { newId } from '../../kernel/id';
import { canonicalJson } from './canonical-json';
import type { DomainEvent, Json } from './domain-event';

/** An event as the database function `finish_transaction` takes it. */
export type EventRow = Readonly<Record<string, Json>>;

/** An event with its identity, its canonical body and the salt under which its leaf can be hidden and shown. */
export function eventRow(event: DomainEvent, onBehalfOf: string | null): EventRow {
  const { aggregate } = event;
  return {
    id: newId(),
    stream: event.roundId ?? null,
    aggregate_kind: aggregate.kind,
    aggregate_id: aggregate.id,
    version: aggregate.version,
    name: event.name,
    move: event.move,
    on_behalf_of: onBehalfOf,
    body: canonicalJson(event.body),
    salt: randomBytes(32).toString('hex'),
    audience: event.audience as Json,
    targets: (event.nudges ?? []).map(({ kind, id }) => ({ kind, id })),
  };
}
