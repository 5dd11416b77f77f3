import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

import { birthOf, isRunning, nameProcess, type ProcessName } from './process-birth';

/** Who works in a server's folder: the process that claimed it, and the server once that runs. */
interface Claim {
  owner: ProcessName;
  server?: ProcessName;
}

const ORPHAN_ENDS_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 25;

/**
 * Takes a server's folder for this process, so that no two servers work in it. What a killed process left running there is
 * stopped first.
 * @throws Error if another living process holds the folder
 */
export async function claimFolder(dir: string): Promise<void> {
  mkdirSync(dir, { recursive: true });
  await endOrphan(dir);
  try {
    writeFileSync(claimFile(dir), JSON.stringify({ owner: nameProcess(process.pid) }), {
      flag: 'wx',
    });
  } catch (error) {
    throw new Error(`${dir} was taken by another process at this moment.`, { cause: error });
  }
}

/** Notes the server that now runs in a claimed folder; one that has ended already needs no note. */
export function noteServer(dir: string, pid: number): void {
  const birth = birthOf(pid);
  if (birth === undefined) return;
  const claim: Claim = { owner: nameProcess(process.pid), server: { pid, birth } };
  writeFileSync(claimFile(dir), JSON.stringify(claim));
}

/** Gives the folder up. */
export function releaseFolder(dir: string): void {
  rmSync(claimFile(dir), { force: true });
}

/**
 * Ends the server of this folder if the process that started it is gone, and clears its claim.
 * @throws Error if that process still lives
 */
export async function endOrphan(dir: string): Promise<void> {
  if (!existsSync(claimFile(dir))) return;
  const { owner, server } = readClaim(dir);
  const serverRuns = server !== undefined && isRunning(server);
  if (isRunning(owner) && (serverRuns || owner.pid !== process.pid)) {
    throw new Error(`${dir} is in use by process ${owner.pid}; stop that one first.`);
  }
  if (serverRuns) await end(server);
  releaseFolder(dir);
}

async function end(server: ProcessName): Promise<void> {
  const giveUpAt = performance.now() + ORPHAN_ENDS_WITHIN_MS;
  signalIfRunning(server, 'SIGINT');
  while (isRunning(server) && performance.now() < giveUpAt) await pause(LOOK_EVERY_MS);
  signalIfRunning(server, 'SIGKILL');
}

function signalIfRunning(name: ProcessName, signal: NodeJS.Signals): void {
  try {
    if (isRunning(name)) process.kill(name.pid, signal);
  } catch (error) {
    // It may end by itself between the look and the signal.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** A claim cut short by a power failure names nobody who could still run. */
function readClaim(dir: string): Claim {
  try {
    return JSON.parse(readFileSync(claimFile(dir), 'utf8')) as Claim;
  } catch {
    return { owner: { pid: 0, birth: 'unknown' } };
  }
}

const claimFile = (dir: string): string => join(dir, 'server.json');
