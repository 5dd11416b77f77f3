import { GENESIS, leafHash, type StoredEvent } from '../platform/record/leaf-hash';
import type { Evidence, Invariant } from './invariant';

type PlacedEvent = StoredEvent & { tenant_id: string; position: string; leaf_hash: Buffer };

const PAGE = 5_000;

/** One line per thing whose version its events do not reach; table, kind and what it was once called come from the list below. */
const behindItsEvents = (table: string, kind: string, once = kind) =>
  `SELECT '${kind} ' || t.id || ' is at version ' || t.version || ', its events at ' || count(e.id) AS what
   FROM ${table} t LEFT JOIN audit_events e ON e.aggregate_id = t.id AND e.aggregate_kind IN ('${kind}', '${once}')
   GROUP BY t.id, t.version HAVING count(e.id) <> t.version`;

/** The versioned tables whose every version must have its event, by the kind that the events name. */
const recorded: readonly string[] = [
  behindItsEvents('clocks', 'clock'),
  behindItsEvents('messages', 'message'),
  behindItsEvents('needs', 'need'),
  behindItsEvents('rounds', 'round'),
  behindItsEvents('lots', 'lot'),
  behindItsEvents('corrections', 'correction', 'extension'),
  behindItsEvents('questions', 'question'),
  behindItsEvents('attachments', 'attachment'),
  behindItsEvents('bids', 'bid'),
  behindItsEvents('awards', 'award'),
  behindItsEvents('contracts', 'contract'),
  behindItsEvents('projects', 'project'),
  behindItsEvents('evaluations', 'evaluation'),
  behindItsEvents('evaluation_failures', 'evaluationFailure'),
  behindItsEvents('project_duties', 'duty'),
  behindItsEvents('contract_changes', 'contractChange'),
  behindItsEvents('tranches', 'tranche'),
  behindItsEvents('payments', 'payment'),
  behindItsEvents('batches', 'batch'),
  behindItsEvents('recoveries', 'recovery'),
  behindItsEvents('repayments', 'repayment'),
  behindItsEvents('year_closings', 'yearClosing'),
];

async function* placedEvents({ owner }: Evidence): AsyncGenerator<PlacedEvent> {
  let after = '-1';
  for (;;) {
    const rows: (PlacedEvent & { feed_position: string })[] = await owner.query(
      `SELECT e.*, p.position, p.leaf_hash, p.feed_position FROM audit_positions p
       JOIN audit_events e ON e.id = p.event_id
       WHERE p.feed_position > $1 ORDER BY p.feed_position LIMIT ${PAGE}`,
      [after],
    );
    if (rows.length === 0) return;
    yield* rows;
    after = rows.at(-1)!.feed_position;
  }
}

/** Recomputes every stream's chain from its first event. */
async function brokenChains(evidence: Evidence): Promise<string[]> {
  const heads = new Map<string, { position: bigint; hash: Buffer }>();
  const faults: string[] = [];
  for await (const event of placedEvents(evidence)) {
    const key = `${event.tenant_id}/${event.stream}`;
    const head = heads.get(key) ?? { position: -1n, hash: GENESIS };
    const position = BigInt(event.position);
    if (position !== head.position + 1n) {
      faults.push(`stream ${event.stream} jumps from ${head.position} to ${position}`);
    }
    if (!leafHash(head.hash, event).equals(event.leaf_hash)) {
      faults.push(`event ${event.id} (${event.name}) is not what was sequenced`);
    }
    heads.set(key, { position, hash: event.leaf_hash });
  }
  return faults;
}

async function unrecordedChanges({ owner }: Evidence): Promise<string[]> {
  const faults: string[] = [];
  for (const query of recorded) {
    const rows: { what: string }[] = await owner.query(query);
    faults.push(...rows.map(({ what }) => what));
  }
  return faults;
}

async function unplacedEvents({ owner }: Evidence): Promise<string[]> {
  const rows: { what: string }[] = await owner.query(
    `SELECT 'event ' || e.id || ' (' || e.name || ') has no place' AS what
     FROM audit_events e LEFT JOIN audit_positions p ON p.event_id = e.id
     WHERE p.event_id IS NULL AND e.recorded_at < clock_timestamp() - interval '60 seconds'
     UNION ALL SELECT 'event ' || e.id || ' (' || e.name || ') has no outbox row'
     FROM audit_events e LEFT JOIN outbox o ON o.event_id = e.id WHERE o.event_id IS NULL`,
  );
  return rows.map(({ what }) => what);
}

/** L1. */
export const logInvariants: readonly Invariant[] = [
  {
    id: 'L1',
    zh: '每次变更都有审计事件，链从头校验无误、无缺号',
    en: 'every change has its audit event, and the chain verifies from the first without a gap',
    violations: async (evidence) => [
      ...(await brokenChains(evidence)),
      ...(await unplacedEvents(evidence)),
      ...(await unrecordedChanges(evidence)),
    ],
  },
];
