import { rmSync } from 'node:fs';

import { Client as TemporalClient, Connection } from '@temporalio/client';
import { Pool } from 'pg';

import { Actor } from '../../demo/actor';
import type { Chance } from '../../demo/chance';
import { toInstant } from '../../src/kernel/instant';
import { urlForRole } from '../../src/platform/database/migrate';
import type { ProcessKind, ProcessRef } from '../../src/platform/record/domain-event';
import { foundFirstTenant } from '../../src/service/found-first-tenant';
import type { ServerAddresses } from '../../src/service/start-servers';
import { startService, type Service } from '../../src/service/start-service';
import { Acts } from './acts';
import { Meetings, type MetWorkflow } from './meetings';
import { PostgresProxy } from './postgres-proxy';

/** How many processes of each kind a run has. */
export type Count = Readonly<Record<'api' | 'worker' | 'relay', number>>;

/** How a ground is laid out. */
export interface GroundPlan {
  /** Everything of the run is kept below it; emptied before. */
  readonly dir: string;
  /** Legal time at the beginning. */
  readonly startsAt: string;
  readonly chance: Chance;
  readonly count?: Partial<Count>;
  readonly given?: Partial<ServerAddresses>;
  /** The acts of the undisturbed round among which moments are drawn: from the first that begins a process. */
  readonly acts: { readonly first: number; readonly last: number };
  readonly tell: (line: string) => void;
}

/** The service in its real processes, with everything that a fault needs to harm it and to see what it met. */
export interface Ground {
  readonly dir: string;
  readonly service: Service;
  readonly instanceId: string;
  readonly administrator: Actor;
  readonly acts: Acts;
  readonly chance: Chance;
  readonly meetings: Meetings;
  readonly temporal: TemporalClient;
  /** One per process, by its name. */
  readonly proxies: ReadonlyMap<string, PostgresProxy>;
  readonly sql: <Row = any>(query: string, parameters?: readonly unknown[]) => Promise<Row[]>;
  /** Moments spread over the round: numbers of acts, ascending. */
  moments(howMany: number): number[];
  /** The processes that have not ended, as they stand. */
  open(): Promise<MetWorkflow[]>;
  /** One process, as it stands. */
  see(process: ProcessRef): Promise<MetWorkflow>;
  close(): Promise<void>;
}

const PASSWORD = 'yichuang-under-fault';

/** Opens a ground; what was opened before a failure is closed again. */
export async function openGround(plan: GroundPlan): Promise<Ground> {
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return { ...(await open(plan, (closer) => closers.push(closer))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  plan: GroundPlan,
  atClose: (closer: () => unknown) => void,
): Promise<Omit<Ground, 'close'>> {
  const { dir, chance } = plan;
  rmSync(dir, { recursive: true, force: true });
  const count: Count = { api: 1, worker: 1, relay: 1, ...plan.count };
  const proxies = await openProxies(count);
  atClose(() => [...proxies.values()].forEach((proxy) => proxy.close()));
  const service = await startService({
    dir,
    mode: 'rehearsal',
    startsAt: toInstant(plan.startsAt),
    given: plan.given,
    count,
    fast: true,
    instead: (name, { DATABASE_URL, DATABASE_RELAY_URL }) => {
      const proxy = proxies.get(name)!;
      return {
        DATABASE_URL: proxy.through(DATABASE_URL!),
        DATABASE_RELAY_URL: proxy.through(DATABASE_RELAY_URL!),
      };
    },
  });
  atClose(() => service.stop());
  const { databaseUrl, temporalAddress } = service.servers;
  const administrator = { username: 'admin', password: PASSWORD };
  const tenant = { kind: 'city', code: 'city', name: '本市', administrator } as const;
  await foundFirstTenant(urlForRole(databaseUrl, 'yichuang_app'), tenant);
  const owner = new Pool({ connectionString: databaseUrl, max: 3 });
  atClose(() => owner.end());
  const connection = Connection.lazy({ address: temporalAddress });
  atClose(() => connection.close());
  const sql = async <Row>(query: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
    (await owner.query(query, [...parameters])).rows as Row[];
  const [{ id: instanceId }] = await sql<any>(`SELECT id FROM instance`);
  const acts = new Acts();
  const nobody = new Actor(service.urls[0]!, null, '', 'nobody', acts.sendTo(service.urls));
  return {
    ...{ dir, service, instanceId, acts, chance, proxies, sql },
    meetings: new Meetings(plan.tell),
    administrator: await nobody.signIn('admin', PASSWORD, '系统管理员'),
    temporal: new TemporalClient({ connection }),
    moments: (howMany) => momentsOf(chance, plan.acts, howMany),
    open: async () => {
      const rows = await sql<any>(
        `SELECT kind, id, CASE WHEN seen = wanted THEN waits_on END AS waits_on FROM processes
         WHERE ended_at IS NULL ORDER BY started_at`,
      );
      return Promise.all(rows.map((row) => asMet(sql, row)));
    },
    see: async ({ kind, id }) => {
      const [row] = await sql<any>(`SELECT waits_on FROM processes WHERE kind = $1 AND id = $2`, [
        kind,
        id,
      ]);
      return asMet(sql, { kind, id, waits_on: row?.waits_on ?? null });
    },
  };
}

async function openProxies(count: Count): Promise<Map<string, PostgresProxy>> {
  const proxies = new Map<string, PostgresProxy>();
  for (const [kind, howMany] of Object.entries(count)) {
    for (let n = 1; n <= howMany; n += 1) {
      proxies.set(n === 1 ? kind : `${kind}-${n}`, await PostgresProxy.open());
    }
  }
  return proxies;
}

/** One moment in each of as many equal parts of the round, so that they are spread and still chance. */
function momentsOf(chance: Chance, { first, last }: GroundPlan['acts'], howMany: number): number[] {
  const part = (last - first) / howMany;
  return Array.from({ length: howMany }, (_, n) => Math.floor(first + (n + chance.next()) * part));
}

/** Where the state of what a process is about stands. */
const stateQueries: Readonly<Record<ProcessKind, string>> = {
  needScreening: `SELECT state FROM screening_cycles WHERE id = $1`,
  round: `SELECT r.state || coalesce(' / ' || string_agg(l.state, ', '), '') AS state
    FROM rounds r LEFT JOIN lots l ON l.round_id = r.id WHERE r.id = $1 GROUP BY r.state`,
  panelReview: `SELECT state FROM panels WHERE id = $1`,
  challenge: `SELECT state FROM challenges WHERE id = $1`,
  // A commission has its process before it has a project.
  project: `SELECT coalesce((SELECT state FROM projects WHERE id = $1), 'award ' || state) AS state
    FROM awards WHERE id = $1`,
  payment: `SELECT state FROM batches WHERE id = $1`,
};

async function asMet(
  sql: Ground['sql'],
  { kind, id, waits_on: step }: { kind: ProcessKind; id: string; waits_on: string | null },
): Promise<MetWorkflow> {
  const [row] = await sql(stateQueries[kind], [id]);
  return { kind, id, step, state: row?.state ?? null };
}
