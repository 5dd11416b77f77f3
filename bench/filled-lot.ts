import type { Client } from 'pg';
import type { OpenCall } from './open-call';

/** How many of all bids are the given party's. */
const OWN_BIDS = 10;

/**
 * Fills a lot with opened and checked bids by SQL, as only a bench may: without their bytes, and without the triggers that
 * forbid what nobody did through the service. Ten of them are the first bidder's own, all over the list; every one has its event
 * in the feed. The table `wanted` of the connection tells afterwards which there are.
 */
export async function fillLot(
  owner: Client,
  { lotId, bidders }: OpenCall,
  count: number,
): Promise<void> {
  const { partyId, actor } = bidders[0]!;
  await owner.query(`SET session_replication_role = replica`);
  await owner.query(`SET synchronous_commit = off`);
  await owner.query(
    `CREATE TEMP TABLE wanted AS
     SELECT uuidv7() AS id, n, uuidv7() AS event_id, lots.id AS lot_id, round_id, tenant_id, unit_path,
       CASE WHEN n % $1 = 0 THEN $2::uuid ELSE gen_random_uuid() END AS party_id
     FROM lots, generate_series(1, $3::int) AS n WHERE lots.id = $4 ORDER BY n`,
    [Math.floor(count / OWN_BIDS), partyId, count, lotId],
  );
  await owner.query(
    `INSERT INTO bids (id, tenant_id, lot_id, round_id, unit_path, party_id, state, version_no, number, version)
     SELECT id, tenant_id, lot_id, round_id, unit_path, party_id, 'qualified', 1, 'BENCH-' || lpad(n::text, 8, '0'), 3
     FROM wanted ORDER BY n`,
  );
  await owner.query(
    `INSERT INTO bid_versions (bid_id, no, tenant_id, act, content, content_digest, header, header_digest, revision, received_at, submitted_by, receipt)
     SELECT id, 1, tenant_id, 'submission', '{}', repeat('0', 64), '{"attachments":[]}', repeat('0', 64), 1, app_now(), $1, '{}'
     FROM wanted ORDER BY n`,
    [actor.personId],
  );
  await owner.query(
    `INSERT INTO applications (bid_id, tenant_id, title, category, content, budget_fen, own_funds_fen, requested_fen, faults)
     SELECT id, tenant_id, '测速项目' || n, 'elderly', '{}', 20000000, 8000000, 12000000, '[]' FROM wanted ORDER BY n`,
  );
  await owner.query(
    `INSERT INTO bid_checks (bid_id, code, tenant_id, lot_id, verdict, facts, decided_at)
     SELECT id, code, tenant_id, lot_id, 'pass', '{}', app_now()
     FROM wanted, unnest(ARRAY['credit-code-valid', 'not-sanctioned']) AS code ORDER BY n`,
  );
  await fillFeed(owner);
  await owner.query(
    `UPDATE lots SET state = 'qualified', bid_count = $2, bids_root = repeat('0', 64) WHERE id = $1`,
    [lotId, count],
  );
  await owner.query(`SET session_replication_role = DEFAULT`);
  await owner.query(`VACUUM (ANALYZE)`);
}

/** The event of each bid as its opening tells it: to its party, and to the officers of the round. */
async function fillFeed(owner: Client): Promise<void> {
  await owner.query(
    `INSERT INTO audit_events (id, tenant_id, stream, aggregate_kind, aggregate_id, version, name, actor_kind, body, salt, audience, at, trace_id)
     SELECT event_id, tenant_id, 'bench', 'bid', id, 1, 'bids.bid-opened', 'system', '{}', decode(repeat('00', 32), 'hex'),
       jsonb_build_object('partyIds', jsonb_build_array(party_id), 'unitPaths', jsonb_build_array(unit_path)), app_now(), 'bench'
     FROM wanted ORDER BY n`,
  );
  await owner.query(
    `INSERT INTO audit_positions (event_id, tenant_id, feed_position, stream, position, leaf_hash)
     SELECT event_id, tenant_id, last.position + n, 'bench', n, decode(repeat('00', 32), 'hex')
     FROM wanted, (SELECT max(feed_position) AS position FROM audit_positions) AS last ORDER BY n`,
  );
  await owner.query(
    `INSERT INTO feed_entries (tenant_id, audience, feed_position)
     SELECT w.tenant_id, audience, p.feed_position FROM wanted w JOIN audit_positions p USING (event_id),
       unnest(ARRAY['party:' || w.party_id, 'unit:' || w.unit_path::text]) AS audience`,
  );
}
