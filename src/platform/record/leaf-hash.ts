import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';
import type { Json } from './domain-event';

/** An audit event as stored, with everything that its leaf commits to. */
export interface StoredEvent {
  readonly id: string;
  readonly stream: string;
  readonly aggregate_kind: string;
  readonly aggregate_id: string;
  readonly version: number;
  readonly name: string;
  readonly move: string | null;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly credential_id: string | null;
  readonly on_behalf_of: string | null;
  /** Canonical JSON. */
  readonly body: string;
  readonly salt: Buffer;
  readonly at: Date;
}

/** The hash before a stream's first event. */
export const GENESIS = Buffer.alloc(32);

/** The whole event as RFC 8785 text: what is hashed together with the salt. */
function canonicalEvent(event: StoredEvent): string {
  return canonicalJson({
    id: event.id,
    stream: event.stream,
    aggregate: { kind: event.aggregate_kind, id: event.aggregate_id, version: event.version },
    name: event.name,
    move: event.move,
    actor: {
      kind: event.actor_kind,
      id: event.actor_id,
      credentialId: event.credential_id,
      onBehalfOf: event.on_behalf_of,
    },
    at: event.at.toISOString(),
    body: JSON.parse(event.body) as Json,
  });
}

/**
 * The leaf of an event in its stream: SHA-256(0x00 ‖ previous leaf ‖ SHA-256(salt ‖ event)). Salt and body may be deleted on
 * a person's demand (个人信息保护法 art. 47); the leaf stays.
 */
export function leafHash(previous: Buffer, event: StoredEvent): Buffer {
  const content = createHash('sha256')
    .update(event.salt)
    .update(canonicalEvent(event), 'utf8')
    .digest();
  return createHash('sha256')
    .update(Buffer.from([0]))
    .update(previous)
    .update(content)
    .digest();
}
