import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { withClient } from '../src/platform/embedded/with-client';
import type { Supervised } from '../src/service/supervised';
import { startBenchService, type BenchService } from './bench-service';
import { median, type BenchOptions, type Figure, type Line } from './figure';
import { bidBodies, load, type Load, type Submission } from './load';
import { residentMb, watchMemory } from './memory';
import { BEGINS_AT, openCall, type OpenCall } from './open-call';

const BID_BYTES = 4 * 1024;
/** How many bid at the same time: a few, and a crowd in the last minutes. */
const CROWDS = [32, 200];
/** reliability: at this rate an answer comes within 40 ms at the median and 250 ms at the 99th of a hundred. */
const CALM_PER_SECOND = 50;
const CALM_CONNECTIONS = 10;
/** Until compilers and plans have settled; the first pairs would measure them. */
const WARM_UP_SECONDS = 15;
const DRAIN_PATIENCE_MS = 120_000;

/**
 * Bids taken durably by the whole service, per second, against a bare server on the same Postgres doing what cannot be left
 * out. They take turns, so that a machine that slows down slows both.
 */
export const submittedBids: Figure = {
  zh: '受理投标：4 KB，整套服务与裸服务器之比；启动与内存',
  en: 'Bids taken: 4 KB, the whole service against a bare server; start-up and memory',
  async measure(options, say) {
    const bench = await startBenchService(options.dir, BEGINS_AT);
    say(`服务就绪 service ready in ${(bench.firstStartMs / 1000).toFixed(1)} s`);
    try {
      return await measureAll(bench, options, say);
    } finally {
      await bench.service.stop();
    }
  },
};

async function measureAll(
  bench: BenchService,
  { pairs, seconds }: BenchOptions,
  say: (line: string) => void,
): Promise<Line[]> {
  const { service, url, firstStartMs } = bench;
  const atRest = memoryOf(bench);
  const call = await openCall(bench.administrator);
  const tokens = call.bidders.map(({ token }) => token);
  const bare = await startBare(service.servers.databaseUrl, tokens);
  const submissions = submissionsTo(call);
  const api = watchMemory(service.api[0]!.pid!);
  try {
    say('预热 warming up');
    for (const warmed of [url, bare.url]) {
      await load(warmed, submissions, { connections: CROWDS[0]!, seconds: WARM_UP_SECONDS });
    }
    const crowds: Crowd[] = [];
    for (const connections of CROWDS) {
      const taken: Pair[] = [];
      for (let n = 1; n <= pairs; n += 1) {
        const whole = await load(url, submissions, { connections, seconds });
        const drainedMs = await drained(service.servers.databaseUrl);
        const reference = await load(bare.url, submissions, { connections, seconds });
        taken.push({ whole, bare: reference, drainedMs });
        say(
          `${connections} 个连接 connections  ${n}/${pairs}  ${whole.ackedPerSecond.toFixed(0)}/s : ` +
            `${reference.ackedPerSecond.toFixed(0)}/s = ${ratioOf(taken.at(-1)!).toFixed(3)}`,
        );
      }
      crowds.push({ connections, taken });
    }
    const calm = await load(url, submissions, {
      connections: CALM_CONNECTIONS,
      seconds,
      perSecond: CALM_PER_SECOND,
    });
    await requireStored(service.servers.databaseUrl);
    const apiMost = api.stop();
    return [
      ...crowds.flatMap(linesOfCrowd),
      ...linesOfCalm(calm),
      ...linesOfService(firstStartMs, atRest, memoryOf(bench), apiMost),
    ];
  } finally {
    api.stop();
    await bare.stop();
  }
}

function submissionsTo({ lotId, revision, bidders }: OpenCall): Submission[] {
  const partyIds = bidders.map(({ partyId }) => partyId);
  return bidBodies(bidders.length, BID_BYTES, partyIds, revision).map((body, n) => ({
    path: `/v1/lots/${lotId}/bids`,
    token: bidders[n]!.token,
    body,
  }));
}

async function startBare(databaseUrl: string, tokens: readonly string[]) {
  const url = new URL(databaseUrl);
  await withClient(databaseUrl, (owner) => owner.query('CREATE DATABASE bare'));
  url.pathname = '/bare';
  const child: ChildProcess = fork(join(__dirname, 'bare-server.js'), [url.href, ...tokens]);
  const told = await new Promise<{ url: string }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as { url: string }));
    child.once('exit', (code) => reject(new Error(`the bare server ended (${code})`)));
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return { url: told.url, stop };
}

/** Waits until every event has been delivered and has its place in the log. @returns how long that took */
async function drained(databaseUrl: string): Promise<number> {
  const beganAt = performance.now();
  return withClient(databaseUrl, async (owner) => {
    for (;;) {
      const { rows } = await owner.query<{ n: string }>(
        `SELECT count(*) AS n FROM outbox WHERE sequenced_at IS NULL OR delivered_at IS NULL`,
      );
      const tookMs = performance.now() - beganAt;
      if (rows[0]!.n === '0') return tookMs;
      if (tookMs > DRAIN_PATIENCE_MS) throw new Error('side work did not catch up');
      await pause(100);
    }
  });
}

/** Every answered bid is there, with its version, its key and its event; a fast service that loses bids is not fast. */
async function requireStored(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (owner) => {
    const { rows } = await owner.query<{
      bids: string;
      versions: string;
      events: string;
      keys: string;
    }>(
      `SELECT (SELECT count(*) FROM bids) AS bids, (SELECT count(*) FROM bid_versions) AS versions,
         (SELECT count(*) FROM audit_events WHERE name = 'bids.bid-submitted') AS events,
         (SELECT count(*) FROM idempotency_keys WHERE body LIKE '%"versionNo":1,%') AS keys`,
    );
    const { bids, versions, events, keys } = rows[0]!;
    if (new Set([bids, versions, events, keys]).size !== 1) {
      throw new Error(`bids, versions, events and keys differ: ${JSON.stringify(rows[0])}`);
    }
  });
}

interface Pair {
  readonly whole: Load;
  readonly bare: Load;
  readonly drainedMs: number;
}

interface Crowd {
  readonly connections: number;
  readonly taken: readonly Pair[];
}

interface Memory {
  readonly api: number;
  readonly worker: number;
  readonly relay: number;
}

function memoryOf({ service: { api, worker, relay } }: BenchService): Memory {
  const of = ([first]: readonly Supervised[]) => residentMb(first!.pid!);
  return { api: of(api), worker: of(worker), relay: of(relay) };
}

function ratioOf({ whole, bare }: Pair): number {
  return whole.ackedPerSecond / bare.ackedPerSecond;
}

function linesOfCrowd({ connections, taken }: Crowd): Line[] {
  const middle = (of: (pair: Pair) => number) => median(taken.map(of));
  const line = (zh: string, en: string, unit: string, value: number, floor?: Line['floor']) => ({
    zh: `${connections} 个连接：${zh}`,
    en: `${connections} connections: ${en}`,
    ...{ unit, value, floor },
  });
  const drainedMs = Math.max(...taken.map((pair) => pair.drainedMs));
  return [
    line('比值（各对之中位数）', 'ratio (median of the pairs)', '', middle(ratioOf), {
      atLeast: 0.35,
    }),
    line(
      '整套服务',
      'whole service',
      '/s',
      middle(({ whole }) => whole.ackedPerSecond),
    ),
    line(
      '裸服务器',
      'bare server',
      '/s',
      middle(({ bare }) => bare.ackedPerSecond),
    ),
    line(
      '满载 p50',
      'p50 at full load',
      'ms',
      middle(({ whole }) => whole.p50Ms),
    ),
    line(
      '满载 p99',
      'p99 at full load',
      'ms',
      middle(({ whole }) => whole.p99Ms),
    ),
    line('余事处理完毕', 'relay and sequencer drained after', 's', drainedMs / 1000, {
      atMost: 60,
    }),
  ];
}

function linesOfCalm({ p50Ms, p99Ms }: Load): Line[] {
  const line = (name: string, value: number, atMost: number): Line => ({
    zh: `每秒 ${CALM_PER_SECOND} 件时 ${name}`,
    en: `${name} at ${CALM_PER_SECOND} a second`,
    ...{ unit: 'ms', value, floor: { atMost } },
  });
  return [line('p50', p50Ms, 40), line('p99', p99Ms, 250)];
}

function linesOfService(
  firstStartMs: number,
  atRest: Memory,
  afterwards: Memory,
  apiMost: number,
): Line[] {
  const memory = (zh: string, en: string, value: number, floor?: Line['floor']): Line => ({
    ...{ zh, en, value, unit: 'MB', floor },
  });
  return [
    {
      zh: '启动至就绪',
      en: 'start-up to ready',
      value: firstStartMs / 1000,
      unit: 's',
      floor: { atMost: 15 },
    },
    memory('静止时 API', 'API at rest', atRest.api),
    memory('静止时 worker', 'worker at rest', atRest.worker),
    memory('静止时 relay', 'relay at rest', atRest.relay),
    memory('负载下 API 最高', 'API under load, at most', apiMost, { atMost: 300 }),
    memory('负载后 worker', 'worker after the load', afterwards.worker),
    memory('负载后 relay', 'relay after the load', afterwards.relay),
  ];
}
