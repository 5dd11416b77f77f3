import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { newId } from '../../kernel/id';
import type { Caller } from '../database/caller';
import { canonicalJson } from './canonical-json';
import type { DomainEvent } from './domain-event';

/** What of a transaction an event is written with. */
export interface Writer {
  readonly manager: EntityManager;
  readonly caller: Caller;
  readonly traceId: string;
}

const INSERT = `
  WITH event AS (
    INSERT INTO audit_events (id, stream, aggregate_kind, aggregate_id, version, name, move,
      actor_kind, actor_id, credential_id, on_behalf_of, body, salt, audience, at, trace_id)
    VALUES ($1, coalesce($2, current_tenant()::text), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, app_now(), $15)
    RETURNING id
  ), wanted AS (
    UPDATE processes p SET wanted = wanted + 1
    FROM jsonb_to_recordset($16::jsonb) AS t (kind text, id uuid)
    WHERE p.kind = t.kind AND p.id = t.id
  )
  INSERT INTO outbox (event_id, name, targets, trace_id, delivered_at)
  SELECT id, $6, $16::jsonb, $15, CASE WHEN $16::jsonb = '[]' THEN clock_timestamp() END FROM event`;

/**
 * Stores an event and its outbox row in the context's transaction. An event that nobody has to be told of is delivered as
 * soon as it is committed; the sequencer takes it all the same. The processes it concerns are marked as wanting a look in the
 * same transaction, so that none is forgotten even if every message is lost.
 */
export async function insertEvent(
  ctx: Writer,
  event: DomainEvent,
  onBehalfOf: string | null,
): Promise<void> {
  const { aggregate } = event;
  const targets = (event.nudges ?? []).map(({ kind, id }) => ({ kind, id }));
  await ctx.manager.query(INSERT, [
    newId(),
    event.roundId ?? null,
    aggregate.kind,
    aggregate.id,
    aggregate.version,
    event.name,
    event.move,
    ctx.caller.kind === 'person' ? 'person' : 'system',
    ctx.caller.personId,
    ctx.caller.credentialId,
    onBehalfOf,
    canonicalJson(event.body),
    randomBytes(32),
    JSON.stringify(event.audience),
    ctx.traceId,
    JSON.stringify(targets),
  ]);
}
