import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

import { claimFolder, noteServer, releaseFolder } from './folder-claim';
import { stopWithParent } from './stop-with-parent';

/** What is run, where it keeps its claim and log, and how to learn that it answers. */
export interface ServerOptions {
  /** For messages. */
  name: string;
  /** The server's own folder: `server.json` (who runs it) and `server.log` are kept here. */
  dir: string;
  /** What has to be there before the server starts, made while the folder is ours. */
  prepare?: () => Promise<void>;
  command: string;
  args: string[];
  /** Nothing is inherited, so that what the operator's shell holds neither steers nor reaches a server. */
  env?: Record<string, string>;
  uid?: number;
  gid?: number;
  /** The signal that asks for a clean stop. */
  stopSignal: NodeJS.Signals;
  /** Resolves when the server answers; rejects while it does not yet. */
  ask: () => Promise<unknown>;
}

/** A server that answers, and the way to end it. */
export interface RunningServer {
  /** Ends it cleanly and waits until it has ended; a second call waits for the same end. */
  stop: () => Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 25;
const STOP_WITHIN_MS = 20_000;
const QUOTED_LOG_LINES = 25;

/**
 * Starts a server as a child and resolves when it answers. It stops with this process, however that ends.
 * @throws Error if another living process runs the server of this folder, or if it does not come up (its log is quoted)
 */
export async function startServerProcess(options: ServerOptions): Promise<RunningServer> {
  await claimFolder(options.dir);
  try {
    await options.prepare?.();
    return await spawnAndWait(options);
  } catch (error) {
    releaseFolder(options.dir);
    throw error;
  }
}

async function spawnAndWait(options: ServerOptions): Promise<RunningServer> {
  const child = spawnLogged(options);
  const stop = stopOnce(child, options);
  try {
    await waitUntilAnswers(child, options);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

function spawnLogged({
  dir,
  command,
  args,
  env,
  uid,
  gid,
  stopSignal,
}: ServerOptions): ChildProcess {
  const log = logFile(dir);
  if (existsSync(log)) renameSync(log, `${log}.1`);
  const fd = openSync(log, 'a');
  // A session of its own: Ctrl-C in the terminal must reach the application first, which stops its servers in order.
  const settings: SpawnOptions = {
    detached: true,
    stdio: ['ignore', fd, fd],
    env: env ?? {},
    cwd: dir,
  };
  const child = spawn(command, args, uid === undefined ? settings : { ...settings, uid, gid });
  closeSync(fd);
  child.once('error', (error) => writeFileSync(log, `${error.message}\n`, { flag: 'a' }));
  if (child.pid !== undefined) {
    noteServer(dir, child.pid);
    child.once('exit', stopWithParent(child.pid, stopSignal));
  }
  return child;
}

async function waitUntilAnswers(
  child: ChildProcess,
  { name, dir, ask }: ServerOptions,
): Promise<void> {
  const giveUpAt = performance.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      const failure = failureOf(child, giveUpAt);
      if (failure)
        throw new Error(`${name} ${failure}.\n${tailOf(logFile(dir))}`, { cause: error });
    }
    await pause(ASK_EVERY_MS);
  }
}

function failureOf(child: ChildProcess, giveUpAt: number): string | undefined {
  if (hasEnded(child)) return 'ended while starting';
  if (performance.now() > giveUpAt) return `did not answer within ${READY_WITHIN_MS / 1000} s`;
  return undefined;
}

function stopOnce(child: ChildProcess, { dir, stopSignal }: ServerOptions): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    if (!hasEnded(child)) await endBySignal(child, stopSignal);
    releaseFolder(dir);
  };
  return () => (stopping ??= end());
}

async function endBySignal(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await ended;
  clearTimeout(force);
}

/** A process that could not be spawned at all has no number, and never exits. */
function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function tailOf(log: string): string {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  return [`The end of ${log}:`, ...lines.slice(-QUOTED_LOG_LINES)].join('\n  ');
}

const logFile = (dir: string): string => join(dir, 'server.log');
