import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { History } from '@temporalio/common/lib/proto-utils';

import { projectRoot } from '../../src/platform/embedded';
import { pathOf, type Path } from './history';

/** A history as it lies in the project. */
export interface Stored {
  readonly release: string;
  /** Workflow and way, such as `round-lotsClosed-completed`. */
  readonly name: string;
  readonly history: History;
  readonly path: Path;
}

const home = join(projectRoot(), 'test/replay/histories');

/** The version that is being worked on; its histories have to cover all there is. */
export const currentRelease = (
  JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string }
).version;

/** Where the histories of a release lie. */
export const folderOf = (release: string): string => join(home, release);

/** The histories of all releases. */
export function storedHistories(): Stored[] {
  const releases = existsSync(home) ? readdirSync(home).sort() : [];
  return releases.flatMap((release) =>
    readdirSync(folderOf(release))
      .sort()
      .map((file) => {
        const text = readFileSync(join(folderOf(release), file), 'utf8');
        const history = JSON.parse(text) as History;
        return { release, name: basename(file, '.json'), history, path: pathOf(history) };
      }),
  );
}
