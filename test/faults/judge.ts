import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import '../../src/app.module'; // Loads every declared table of states.
import type { Account } from '../../demo/account';
import { allTransitionTables } from '../../src/kernel/transition-table';
import { asOwner } from '../../src/platform/database/migrate';
import { projectRoot } from '../../src/platform/embedded';
import { Temporal } from '../../src/platform/temporal/temporal';
import { verify } from '../../src/verify/verify';
import type { Ground } from './ground';

const SETTLES_WITHIN_MS = 120_000;

/**
 * Waits until everything that follows has followed: outbox empty, all placed, every process has looked and runs, no clock
 * overdue, no mail queued.
 * @throws Error naming what did not settle
 */
export async function settle(ground: Ground): Promise<void> {
  const until = performance.now() + SETTLES_WITHIN_MS;
  for (;;) {
    const open = await whatIsOpen(ground);
    if (open.length === 0) return;
    if (performance.now() > until) throw new Error(`not settled: ${open.slice(0, 5).join('; ')}`);
    await pause(100);
  }
}

async function whatIsOpen({ sql, temporal, instanceId }: Ground): Promise<string[]> {
  const rows = await sql(
    `SELECT 'event ' || name || ' undelivered' AS what FROM outbox WHERE delivered_at IS NULL
     UNION ALL SELECT 'event ' || name || ' without place' FROM outbox WHERE sequenced_at IS NULL
     UNION ALL SELECT kind || '/' || id || ' has not looked' FROM processes WHERE ended_at IS NULL AND seen < wanted
     UNION ALL SELECT 'clock ' || rule || ' overdue' FROM clocks WHERE state = 'running' AND due_at <= app_now()
     UNION ALL SELECT 'mail ' || template || ' queued' FROM messages WHERE state = 'queued'`,
  );
  if (rows.length > 0) return rows.map(({ what }) => what);
  const wanted: { count: number }[] = await sql(
    `SELECT count(*)::int AS count FROM processes WHERE ended_at IS NULL`,
  );
  const query = `TaskQueue = 'yichuang-${instanceId}' AND ExecutionStatus = 'Running'`;
  const { count: running } = await temporal.workflow.count(query);
  const { count } = wanted[0]!;
  return running === count ? [] : [`${running} workflows run, ${count} processes are open`];
}

/** What is wrong with the record of a settled ground; nothing, if all is as it must be. */
export async function faultsOfRecord(ground: Ground): Promise<string[]> {
  return [
    ...(await brokenInvariants(ground)),
    ...(await mailsLostOrLeft(ground)),
    ...(await answersUnlikeTheKept(ground)),
  ];
}

async function brokenInvariants({ service, instanceId }: Ground): Promise<string[]> {
  const { databaseUrl, temporalAddress } = service.servers;
  const temporal = Temporal.open(temporalAddress, 'default', instanceId);
  try {
    const running = await temporal.running();
    const findings = await asOwner(databaseUrl, (owner) =>
      verify({ owner, running, tables: allTransitionTables() }),
    );
    return findings.flatMap(({ invariant, violations }) =>
      (violations ?? ['could not be checked']).map((what) => `verify ${invariant.id}: ${what}`),
    );
  } finally {
    await temporal.close();
  }
}

/** Every mail that was to be sent lies in the folder, once and whole, and no other. */
async function mailsLostOrLeft({ sql, dir }: Ground): Promise<string[]> {
  const rows = await sql(
    `SELECT m.id, m.state, p.email FROM messages m JOIN persons p ON p.id = m.person_id`,
  );
  const folder = join(dir, 'files/mail');
  const files = new Set(existsSync(folder) ? readdirSync(folder) : []);
  const wanted = rows.filter(({ email }) => email !== null).map(({ id }) => `${id}.eml`);
  return [
    ...rows.filter(({ state }) => state !== 'sent').map(({ id, state }) => `mail ${id}: ${state}`),
    ...wanted.filter((name) => !files.has(name)).map((name) => `mail ${name} was never sent`),
    ...[...files]
      .filter((name) => !wanted.includes(name))
      .map((name) => `mail ${name} is of nobody`),
  ];
}

/** Every client was answered with what was kept under its key, byte for byte. */
async function answersUnlikeTheKept({ sql, acts }: Ground): Promise<string[]> {
  const rows = await sql(`SELECT key, status, body FROM idempotency_keys`);
  return rows.flatMap(({ key, status, body }) => {
    const given = acts.answers.get(key);
    const isSame = given?.status === status && given?.text === body;
    return isSame ? [] : [`key ${key}: the client was answered other than what was kept`];
  });
}

/** What the referee, who is no part of the service, finds wrong with an account. */
export function refereeOn(account: Account, dir: string): string[] {
  const file = join(dir, 'account.json');
  writeFileSync(file, JSON.stringify(account, null, 2));
  const script = join(projectRoot(), 'referee/recompute.py');
  const env = { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1' };
  const { status, stdout, stderr } = spawnSync('python3', [script, file], {
    encoding: 'utf8',
    env,
  });
  if (status === 0) return [];
  const wrong = stdout.split('\n').filter((line) => line.startsWith('✗'));
  return (wrong.length > 0 ? wrong : [stderr.trim()]).map((line) => `referee: ${line}`);
}
