import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { endOrphan } from '../../src/platform/embedded/folder-claim';
import { birthOf, isRunning, type ProcessName } from '../../src/platform/embedded/process-birth';
import { cacheDir } from './run-dir';

/** A jest run that was killed leaves folders behind, and at worst servers; the next run clears them away. */
export async function removeDeadRuns(): Promise<void> {
  mkdirSync(cacheDir, { recursive: true });
  const runs = readdirSync(cacheDir).filter((name) => name.startsWith('run-'));
  for (const run of runs.filter((name) => !isLed(name))) await remove(join(cacheDir, run));
}

async function remove(run: string): Promise<void> {
  // Another run that ends or begins at this moment may be removing it as well.
  if (!existsSync(run)) return;
  for (const server of readdirSync(run)) await endOrphan(join(run, server));
  rmSync(run, { recursive: true, force: true });
}

/** A run that begins at this moment has its folder, named by its leader, before it has written who leads it. */
function isLed(run: string): boolean {
  const leader = join(cacheDir, run, 'leader.json');
  if (!existsSync(leader)) return birthOf(Number(run.replace('run-', ''))) !== undefined;
  return isRunning(JSON.parse(readFileSync(leader, 'utf8')) as ProcessName);
}
