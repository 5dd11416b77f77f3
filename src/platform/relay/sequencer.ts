import type { DataSource, QueryRunner } from 'typeorm';
import type { Audience } from '../record/domain-event';
import { feedAudiencesOf } from '../record/feed-audience';
import { hasRows } from './has-rows';
import { GENESIS, leafHash, type StoredEvent } from '../record/leaf-hash';

type Pending = StoredEvent & { tenant_id: string; audience: Audience };
interface Head {
  tenant_id: string;
  stream: string;
  position: string;
  leaf_hash: Buffer;
}

/** How many events a turn places at most. */
export const SEQUENCER_BATCH = 1_000;

/**
 * Gives every event its place: in its stream's chain and in the feed. Rows are taken by state, because commits land out of the
 * order of any number given before the commit; one leader does it, and should two ever think so, the unique positions refuse
 * the second.
 */
export class Sequencer {
  constructor(private readonly relayData: DataSource) {}

  /** Places one batch. @returns how many; 0 when nothing waits or another process leads. */
  async sequence(): Promise<number> {
    if (!(await hasRows(this.relayData, `SELECT FROM outbox WHERE sequenced_at IS NULL LIMIT 1`))) {
      return 0;
    }
    const runner = this.relayData.createQueryRunner();
    try {
      await runner.startTransaction();
      const leads: { got: boolean }[] = await runner.manager.query(
        `SELECT pg_try_advisory_xact_lock(hashtextextended('yichuang/sequencer', 0)) AS got`,
      );
      const placed = leads[0]!.got ? await placeBatch(runner) : 0;
      await runner.commitTransaction();
      return placed;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
}

async function placeBatch(runner: QueryRunner): Promise<number> {
  const pending: Pending[] = await runner.manager.query(
    `SELECT e.* FROM outbox o JOIN audit_events e ON e.id = o.event_id
     WHERE o.sequenced_at IS NULL ORDER BY o.created_at, o.event_id LIMIT ${SEQUENCER_BATCH}`,
  );
  if (pending.length === 0) return 0;
  const heads = await headsOf(runner, pending);
  const last: { n: string | null }[] = await runner.manager.query(
    `SELECT max(feed_position) AS n FROM audit_positions`,
  );
  let feedPosition = BigInt(last[0]?.n ?? '-1');
  const entries: { tenantId: string; audience: string; feedPosition: bigint }[] = [];
  const rows = inOrder(pending).map((event) => {
    const key = `${event.tenant_id}/${event.stream}`;
    const head = heads.get(key) ?? { position: -1n, hash: GENESIS };
    const next = { position: head.position + 1n, hash: leafHash(head.hash, event) };
    heads.set(key, next);
    feedPosition += 1n;
    for (const audience of feedAudiencesOf(event.audience)) {
      entries.push({ tenantId: event.tenant_id, audience, feedPosition });
    }
    return [
      event.id,
      event.tenant_id,
      feedPosition,
      event.stream,
      next.position,
      next.hash,
    ] as const;
  });
  const column = (n: number) => rows.map((row) => row[n]);
  await runner.query(
    `INSERT INTO audit_positions (event_id, tenant_id, feed_position, stream, position, leaf_hash)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::bigint[], $6::bytea[])`,
    [0, 1, 2, 3, 4, 5].map(column),
  );
  await runner.query(
    `INSERT INTO feed_entries (tenant_id, audience, feed_position)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[])`,
    [
      entries.map(({ tenantId }) => tenantId),
      entries.map(({ audience }) => audience),
      entries.map(({ feedPosition: position }) => position),
    ],
  );
  await runner.query(
    `UPDATE outbox SET sequenced_at = clock_timestamp() WHERE event_id = ANY($1::uuid[])`,
    [column(0)],
  );
  return rows.length;
}

/** Within one aggregate the versions tell the order, whatever the clocks said. */
function inOrder(pending: Pending[]): Pending[] {
  const byAggregate = new Map<string, Pending[]>();
  for (const event of pending) {
    const list = byAggregate.get(aggregateOf(event)) ?? [];
    list.push(event);
    byAggregate.set(aggregateOf(event), list);
  }
  for (const list of byAggregate.values()) list.sort((a, b) => a.version - b.version);
  return pending.map((event) => byAggregate.get(aggregateOf(event))!.shift()!);
}

/** A project bears the id of its award, so the kind belongs to the name. */
function aggregateOf({ aggregate_kind, aggregate_id }: Pending): string {
  return `${aggregate_kind}/${aggregate_id}`;
}

async function headsOf(runner: QueryRunner, pending: readonly Pending[]) {
  const streams = new Map(pending.map((e) => [`${e.tenant_id}/${e.stream}`, e] as const));
  const heads: Head[] = await runner.manager.query(
    `SELECT wanted.tenant_id, wanted.stream, p.position, p.leaf_hash
     FROM unnest($1::uuid[], $2::text[]) AS wanted (tenant_id, stream)
     CROSS JOIN LATERAL (
       SELECT position, leaf_hash FROM audit_positions p
       WHERE p.tenant_id = wanted.tenant_id AND p.stream = wanted.stream
       ORDER BY position DESC LIMIT 1) p`,
    [[...streams.values()].map((e) => e.tenant_id), [...streams.values()].map((e) => e.stream)],
  );
  return new Map(
    heads.map((head) => [
      `${head.tenant_id}/${head.stream}`,
      { position: BigInt(head.position), hash: head.leaf_hash },
    ]),
  );
}
