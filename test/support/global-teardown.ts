import { rmSync } from 'node:fs';

import { DESK } from './global-setup';
import { runDirOf } from './run-dir';
import type { ServerDesk } from './server-desk';

/** Stops what the tests of this run had started. */
export default async function globalTeardown(): Promise<void> {
  const desk = (globalThis as { [DESK]?: ServerDesk })[DESK];
  await desk?.close();
  rmSync(runDirOf(process.pid), { recursive: true, force: true });
}
