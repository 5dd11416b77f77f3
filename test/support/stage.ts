import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Abstract } from '@nestjs/common';
import { Client as TemporalClient, Connection } from '@temporalio/client';
import { Pool } from 'pg';

import { AppModule } from '../../src/app.module';
import { toInstant } from '../../src/kernel/instant';
import { readSettings } from '../../src/platform/config/settings';
import { urlForRole } from '../../src/platform/database/migrate';
import { createHttpApp } from '../../src/platform/http/http-app';
import { setUpLog } from '../../src/platform/telemetry/log';
import { ActivityRegistry } from '../../src/platform/temporal/activity-registry';
import { runWorker } from '../../src/platform/temporal/run-worker';
import { Temporal } from '../../src/platform/temporal/temporal';
import { foundFirstTenant } from '../../src/service/found-first-tenant';
import { startSideWork } from '../../src/service/side-work';
import { Actor } from './actor';
import { createDatabase, redisUrl, temporalAddress } from './servers';
import { workflowBundle } from './workflow-bundle';

export { Actor, expectRefusal, type Answer } from './actor';

/** A mandate as it is given to a person of a test. */
export interface GivenMandate {
  readonly duty: string;
  readonly scopeKind: 'unit' | 'party' | 'round' | 'lot' | 'project';
  readonly scopeId: string;
}

/** The whole service in this process, on a database and an instance of its own, in a rehearsal. */
export interface Stage {
  readonly url: string;
  readonly admin: Actor;
  readonly nobody: Actor;
  /** The top unit, a city of the code `gz`. */
  readonly cityId: string;
  /** For what no test does otherwise: asking the application for a provider. */
  get<T>(token: Abstract<T>): T;
  unit(parentId: string, kind: string, code: string, name: string): Promise<string>;
  person(name: string, mandates?: readonly GivenMandate[]): Promise<Actor>;
  /** Legal time through every due clock, until it has arrived and all is settled. */
  advanceTo(moment: string): Promise<void>;
  /** Until the outbox is empty, every process has looked and no clock is overdue. */
  settled(): Promise<void>;
  /** Waits until everything recorded has its place in the log and in the feed. */
  sequenced(): Promise<void>;
  sql<Row = any>(query: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** The database's address as its owner; for what checks the record from outside. */
  readonly ownerUrl: string;
  terminate(kind: string, id: string): Promise<void>;
  close(): Promise<void>;
}

/** How a stage is opened. */
export interface StageOptions {
  /** Legal time at the beginning. */
  readonly startsAt: string;
  /** A mail server; without one mail is written into a folder. */
  readonly smtpUrl?: string;
}

const PASSWORD = 'correct horse battery staple';
const PATIENCE_MS = 60_000;

/** Opens a stage for one test file; what was opened before a failure is closed again, or the run would hang on it. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return { ...(await open(options, (closer) => closers.push(closer))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  { startsAt, smtpUrl }: StageOptions,
  atClose: (closer: () => unknown) => void,
): Promise<Omit<Stage, 'close'>> {
  setUpLog('test', 'silent');
  const database = await createDatabase({ mode: 'rehearsal', startsAt: toInstant(startsAt) });
  atClose(() => database.drop());
  const dir = mkdtempSync(join(tmpdir(), 'yichuang-stage-'));
  atClose(() => rmSync(dir, { recursive: true, force: true }));
  const settings = readSettings({
    DATABASE_URL: urlForRole(database.url, 'yichuang_app'),
    DATABASE_RELAY_URL: urlForRole(database.url, 'yichuang_relay'),
    REDIS_URL: await redisUrl(),
    TEMPORAL_ADDRESS: await temporalAddress(),
    DATA_DIR: dir,
    HTTP_PORT: '0',
    LOG_LEVEL: 'silent',
    SMTP_URL: smtpUrl,
  });
  const administrator = { username: `admin-${randomBytes(4).toString('hex')}`, password: PASSWORD };
  await foundFirstTenant(settings.DATABASE_URL, {
    kind: 'city',
    code: 'gz',
    name: '广州市',
    administrator,
  });
  const app = await createHttpApp(AppModule.with(settings));
  atClose(() => app.close());
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const { namespace, taskQueue } = app.get(Temporal);
  const worker = await runWorker({
    address: settings.TEMPORAL_ADDRESS,
    namespace,
    taskQueue,
    workflowBundle: await workflowBundle(),
    activities: app.get(ActivityRegistry).all(),
  });
  atClose(() => worker.stop());
  const sideWork = await startSideWork(app, settings);
  atClose(() => sideWork.stop());
  // One connection, at which whoever comes waits for the one before.
  const owner = new Pool({ connectionString: database.url, max: 1, idleTimeoutMillis: 0 });
  atClose(() => owner.end());
  const sql = async <Row>(query: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
    (await owner.query(query, [...parameters])).rows as Row[];

  const nobody = new Actor(url, null, '', 'nobody');
  const signIn = async (username: string, name: string): Promise<Actor> => {
    const credentials = { username, password: PASSWORD };
    const { token, personId } = await nobody.ok.post('/v1/sessions', credentials);
    return new Actor(url, token, personId, name);
  };
  const admin = await signIn(administrator.username, '系统管理员');
  const cityId: string = (await admin.ok.get('/v1/units')).items[0].id;

  const settled = async () => {
    await waitFor(
      async () => (await whatIsOpen(sql)).length === 0,
      async () => `not settled: ${JSON.stringify(await whatIsOpen(sql))}`,
    );
  };
  return {
    url,
    admin,
    nobody,
    cityId,
    sql,
    ownerUrl: database.url,
    settled,
    sequenced: () =>
      waitFor(
        async () => (await sql(UNSEQUENCED)).length === 0,
        async () => `not sequenced: ${JSON.stringify(await sql(UNSEQUENCED))}`,
      ),
    get: (token) => app.get(token, { strict: false }),
    unit: async (parentId, kind, code, name) => {
      const unit = await admin.ok.post('/v1/units', { parentId, kind, code, name });
      return unit.id as string;
    },
    person: async (name, mandates = []) => {
      const username = `p-${randomBytes(5).toString('hex')}`;
      const email = `${username}@example.org`;
      const given = { name, username, email, password: PASSWORD };
      const person = await admin.ok.post('/v1/persons', given);
      for (const mandate of mandates) {
        await admin.ok.post(`/v1/persons/${person.id}/mandates`, mandate);
      }
      return signIn(username, name);
    },
    advanceTo: async (moment) => {
      await settled();
      await admin.ok.post('/v1/clock/advance', { until: moment });
      await waitFor(
        async () => (await nobody.ok.get('/v1/clock')).target === null,
        async () => `legal time stands still: ${JSON.stringify(await whatIsOpen(sql))}`,
      );
      await settled();
    },
    terminate: async (kind, id) => {
      const connection = await Connection.connect({ address: settings.TEMPORAL_ADDRESS });
      await new TemporalClient({ connection, namespace }).workflow
        .getHandle(`${kind}/${id}`)
        .terminate('a test');
      await connection.close();
    },
  };
}

const UNSEQUENCED = `SELECT name FROM outbox WHERE sequenced_at IS NULL`;

async function whatIsOpen(sql: Stage['sql']): Promise<unknown[]> {
  return sql(
    `SELECT 'outbox' AS what, name AS detail, last_error AS more FROM outbox WHERE delivered_at IS NULL
     UNION ALL SELECT 'process', kind || '/' || id, waits_on FROM processes WHERE ended_at IS NULL AND seen < wanted
     UNION ALL SELECT 'clock', rule, process_kind FROM clocks WHERE state = 'running' AND due_at <= app_now()`,
  );
}

async function waitFor(isDone: () => Promise<boolean>, why: () => Promise<string>): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (!(await isDone())) {
    if (performance.now() > until) throw new Error(await why());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
