import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../../src/platform/embedded';

/** The git-ignored folder of everything the set-up and the embedded servers keep. */
export const cacheDir = join(projectRoot(), '.yichuang');

/** The folder of the jest run that the process `pid` leads. */
export const runDirOf = (pid: number): string => join(cacheDir, `run-${pid}`);

/**
 * The folder of the jest run that this test belongs to: its leader is this process (one worker) or its parent.
 * @throws Error outside of jest
 */
export function runDir(): string {
  const found = [process.pid, process.ppid].map(runDirOf).find((dir) => existsSync(dir));
  if (!found)
    throw new Error(
      'There is no jest run under way whose global set-up is test/support/global-setup.ts.',
    );
  return found;
}
