import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { nameProcess } from '../../src/platform/embedded/process-birth';
import { removeDeadRuns } from './dead-runs';
import { runDirOf } from './run-dir';
import { ServerDesk } from './server-desk';

/** Opens the desk at which the tests of this run ask for servers; none is started before someone asks. */
export default async function globalSetup(): Promise<void> {
  const dir = runDirOf(process.pid);
  await removeDeadRuns();
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'leader.json'), JSON.stringify(nameProcess(process.pid)));
  const desk = await ServerDesk.open(dir);
  Object.assign(globalThis, { [DESK]: desk });
}

/** Set-up and tear-down are loaded apart from each other and share only the global object. */
export const DESK = Symbol.for('yichuang.test.serverDesk');
