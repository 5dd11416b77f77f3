import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

import { Client as TemporalClient, Connection } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Redis } from 'ioredis';

import {
  startEmbeddedPostgres,
  startEmbeddedRedis,
  startEmbeddedTemporal,
} from '../../src/platform/embedded';
import { withClient } from '../../src/platform/embedded/with-client';
import { runDir } from '../support/run-dir';
import { timeSkippingServerPath } from '../support/servers';

jest.setTimeout(60_000);

let dir: string;
let running: { stop: () => Promise<void> }[];

beforeEach(() => {
  dir = mkdtempSync(join(runDir(), 'embedded-'));
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  rmSync(dir, { recursive: true, force: true });
});

/** Sees to it that a failing test leaves no server running. */
async function started<T extends { stop: () => Promise<void> }>(starting: Promise<T>): Promise<T> {
  const server = await starting;
  running.push(server);
  return server;
}

describe('startEmbeddedPostgres', () => {
  const ask = <T>(url: string, sql: string): Promise<T | undefined> =>
    withClient(url, async (client) => (await client.query<{ answer: T }>(sql)).rows[0]?.answer);

  const FLUSHING = `SELECT current_setting('fsync') || ' ' || current_setting('synchronous_commit') AS answer`;

  it('flushes to disk, and finds its data again at the second start', async () => {
    const first = await started(startEmbeddedPostgres({ dataDir: dir }));
    expect(await ask(first.url, FLUSHING)).toBe('on on');
    await ask(first.url, `CREATE TABLE needs AS SELECT '为老助餐'::text AS answer`);
    await first.stop();

    const second = await started(startEmbeddedPostgres({ dataDir: dir }));
    expect(await ask(second.url, 'SELECT answer FROM needs')).toBe('为老助餐');
  });

  it('compares and sorts Chinese text', async () => {
    const { url } = await started(startEmbeddedPostgres({ dataDir: dir, fast: true }));
    await ask(url, 'CREATE EXTENSION pg_trgm');
    expect(await ask(url, `SELECT similarity('社区公益创投项目', '公益创投') > 0 AS answer`)).toBe(
      true,
    );
    expect(await ask(url, `SELECT similarity('社区公益创投项目', '养老助餐') > 0 AS answer`)).toBe(
      false,
    );
    const sorted = `SELECT string_agg(n, '' ORDER BY n COLLATE "zh-x-icu") AS answer FROM unnest('{王,李,安}'::text[]) n`;
    expect(await ask(url, sorted)).toBe('安李王');
  });

  it('flushes nothing when it is to be fast, and starts over when making the cluster was interrupted', async () => {
    mkdirSync(join(dir, 'cluster.unfinished'));
    writeFileSync(join(dir, 'cluster.unfinished', 'PG_VERSION'), '18\n');
    const { url } = await started(startEmbeddedPostgres({ dataDir: dir, fast: true }));
    expect(await ask(url, FLUSHING)).toBe('off off');
  });

  it('lets nobody in without the password, which only its owner may read, and no second server into its folder', async () => {
    const first = await started(startEmbeddedPostgres({ dataDir: dir, fast: true }));
    const wrong = new URL(first.url);
    wrong.password = 'postgres';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(dir, 'password')).mode & 0o777).toBe(0o600);
    await expect(startEmbeddedPostgres({ dataDir: dir, fast: true })).rejects.toThrow(
      'is in use by process',
    );
    await first.stop();
    await expect(
      started(startEmbeddedPostgres({ dataDir: dir, fast: true })),
    ).resolves.toBeDefined();
  });
});

describe('startEmbeddedRedis', () => {
  async function withRedis<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(url);
    try {
      return await work(redis);
    } finally {
      redis.disconnect();
    }
  }

  it.each([
    { fast: false, keeps: '你好' },
    { fast: true, keeps: null },
  ])('keeps $keeps until the second start with fast=$fast', async ({ fast, keeps }) => {
    const first = await started(startEmbeddedRedis({ dir, fast }));
    await withRedis(first.url, (redis) => redis.set('greeting', '你好'));
    expect(await withRedis(first.url, (redis) => redis.get('greeting'))).toBe('你好');
    await first.stop();

    const second = await started(startEmbeddedRedis({ dir, fast }));
    expect(await withRedis(second.url, (redis) => redis.get('greeting'))).toBe(keeps);
  });

  it('evicts nothing', async () => {
    const { url } = await started(startEmbeddedRedis({ dir, fast: true }));
    const policy = await withRedis(url, (redis) => redis.config('GET', 'maxmemory-policy'));
    expect(policy).toEqual(['maxmemory-policy', 'noeviction']);
  });

  it('refuses a port on which another server listens', async () => {
    const { port } = await started(startEmbeddedRedis({ dir: join(dir, 'one'), fast: true }));
    await expect(startEmbeddedRedis({ dir: join(dir, 'two'), port })).rejects.toThrow(
      `Port ${port}`,
    );
  });

  it('quotes the log of a server that does not come up', async () => {
    mkdirSync(join(dir, 'appendonlydir'));
    writeFileSync(join(dir, 'appendonlydir', 'appendonly.aof.manifest'), 'not a manifest\n');
    await expect(startEmbeddedRedis({ dir })).rejects.toThrow(/ended while starting[^]*manifest/);
  });

  it('stops with the process that started it, even one killed at once, and then starts again', async () => {
    const holder = fork(join(__dirname, 'hold-redis.ts'), [dir], {
      execArgv: ['--require', join(__dirname, '../support/run-typescript.cjs')],
    });
    const [port] = (await once(holder, 'message')) as [number];
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');

    holder.kill('SIGKILL');
    await once(socket, 'close');
    const { url } = await started(startEmbeddedRedis({ dir }));
    expect(await withRedis(url, (redis) => redis.ping())).toBe('PONG');
  });
});

describe('startEmbeddedTemporal', () => {
  async function withTemporal<T>(
    address: string,
    work: (client: TemporalClient) => Promise<T>,
  ): Promise<T> {
    const connection = await Connection.connect({ address });
    try {
      return await work(new TemporalClient({ connection }));
    } finally {
      await connection.close();
    }
  }

  it('answers at once, and finds its workflows again at the second start', async () => {
    const dbFile = join(dir, 'temporal.db');
    const first = await started(startEmbeddedTemporal({ dir, dbFile }));
    const server = await withTemporal(first.address, async (client) => {
      await client.workflow.start('round', { workflowId: 'round/1', taskQueue: 'nobody' });
      return client.workflowService.getSystemInfo({});
    });
    expect(server.serverVersion).toMatch(/^1\./);
    await first.stop();

    const second = await started(startEmbeddedTemporal({ dir, dbFile }));
    const found = await withTemporal(second.address, (client) =>
      client.workflow.getHandle('round/1').describe(),
    );
    expect(found.status.name).toBe('RUNNING');
  });

  it('forgets its workflows without a file', async () => {
    const first = await started(startEmbeddedTemporal({ dir }));
    await withTemporal(first.address, (client) =>
      client.workflow.start('round', { workflowId: 'round/1', taskQueue: 'nobody' }),
    );
    await first.stop();

    const second = await started(startEmbeddedTemporal({ dir }));
    const asked = withTemporal(second.address, (client) =>
      client.workflow.getHandle('round/1').describe(),
    );
    await expect(asked).rejects.toThrow('not found');
  });
});

describe('timeSkippingServerPath', () => {
  it('names a server on which a day passes at once', async () => {
    const environment = await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: timeSkippingServerPath() } },
    });
    try {
      const before = await environment.currentTimeMs();
      await environment.sleep('1 day');
      expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(86_400_000);
    } finally {
      await environment.teardown();
    }
  });
});
