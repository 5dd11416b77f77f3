/**
 * Records what the workflows do in real runs, and keeps of it the few histories that show every way:
 *
 *   npm run histories
 *
 * The demonstration gives the ways that go right to the end. The e2e tests give the others: what is called off, fails, is
 * objected to, stopped, refused, sent back or ended by force; on a server that suggests early to begin anew.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { History } from '@temporalio/common/lib/proto-utils';

import { projectRoot, startEmbeddedTemporal } from '../../src/platform/embedded';
import { processKinds } from '../../src/platform/record/domain-event';
import { chooseHistories } from './choose-histories';
import { gaps } from './coverage';
import { currentRelease, folderOf, storedHistories } from './stored-histories';

/** Of events: a history of this length begins anew at its next wait. */
const SHORT = 120;

/** Those of the stages, by the beginnings of their names. */
const STORIES =
  'test/e2e/(needs|screening|rounds|bids|reviews|awards|contracts|monitoring|evaluations|payments)';

const dir = join(projectRoot(), `.yichuang/histories-${process.pid}`);

async function main(): Promise<void> {
  mkdirSync(dir, { recursive: true });
  const demo = await recordedDuring('demo', {}, ['dist/demo/main.js']);
  const dynamicConfig = { 'limit.historyCount.suggestContinueAsNew': SHORT };
  const jest = ['node_modules/jest/bin/jest.js', STORIES];
  const e2e = await recordedDuring('e2e', dynamicConfig, jest);
  store([...demo, ...e2e]);
  rmSync(dir, { recursive: true, force: true });
}

/** Runs a script on a Temporal server of its own. @returns the histories of all workflows that it started there */
async function recordedDuring(
  name: string,
  dynamicConfig: Readonly<Record<string, number>>,
  script: readonly string[],
): Promise<History[]> {
  say(`${name} …`);
  const server = await startEmbeddedTemporal({ dir: join(dir, `temporal-${name}`), dynamicConfig });
  try {
    await run(script, { TEMPORAL_ADDRESS: server.address, CI: '1' }, join(dir, `${name}.log`));
    const histories = await historiesAt(server.address);
    say(`${name} ✓ ${histories.length} 份历史 histories`);
    return histories;
  } finally {
    await server.stop();
  }
}

/** @throws Error if it fails: what does not work is not worth keeping */
async function run(
  script: readonly string[],
  variables: Readonly<Record<string, string>>,
  logFile: string,
): Promise<void> {
  const env = { ...process.env, ...variables };
  const child = spawn(process.execPath, script, { cwd: projectRoot(), env, stdio: 'pipe' });
  child.stdin.end();
  const log = createWriteStream(logFile);
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${script.join(' ')} failed, see ${logFile}`);
}

async function historiesAt(address: string): Promise<History[]> {
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection });
  const histories: History[] = [];
  for await (const { workflowId, runId } of workflow.list()) {
    histories.push(plain(await workflow.getHandle(workflowId, runId).fetchHistory()));
  }
  await connection.close();
  return histories;
}

/**
 * As plain JSON that the SDK's worker takes as it is. Its own `historyToJSON` wants the SDK's packages to share one copy of
 * protobufjs, which npm does not promise.
 */
function plain(history: History): History {
  const type = history.constructor as unknown as {
    toObject: (message: History, options: object) => History;
  };
  return type.toObject(history, { longs: Number, bytes: String });
}

function store(recorded: readonly History[]): void {
  const chosen = chooseHistories(recorded);
  const folder = folderOf(currentRelease);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of chosen) writeFileSync(join(folder, `${name}.json`), text);
  const kilobytes = Math.round(chosen.reduce((sum, { text }) => sum + text.length, 0) / 1024);
  say(`${chosen.length} / ${recorded.length} ✓ ${kilobytes} KB ${folder}`);
  const missing = gaps(
    storedHistories().map(({ path }) => path),
    processKinds,
  );
  if (missing.length > 0) throw new Error(`missing: ${missing.join('; ')}`);
}

const say = (line: string) => console.log(`[histories] ${line}`);

void main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
