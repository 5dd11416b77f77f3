import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { projectRoot } from '../../src/platform/embedded';

/** Changes one source on its way into the bundle; the path is the project's, such as `workflows/index.ts`. */
export type SourceChange = (path: string, source: string) => string;

const root = projectRoot();
const folder = join(root, '.yichuang/test-bundles');

/**
 * The workflow bundle as `npm run build` makes it: the same compiler with the same settings, then the same script. What is
 * made once is kept until a source, a setting or the SDK changes.
 * @param change what a next release might have changed
 */
export async function workflowBundle(
  change: SourceChange = (_, source) => source,
): Promise<{ code: string }> {
  const sources = new Map(sourcePaths().map((path) => [path, change(path, read(path))]));
  const path = join(folder, `${hashOf([...sources, ...settings()])}.js`);
  if (!existsSync(path)) await make(sources, path);
  return { code: readFileSync(path, 'utf8') };
}

/** The paths of all that can get into the bundle, and of the script that makes it. */
function sourcePaths(): string[] {
  const under = (of: string) =>
    readdirSync(join(root, of), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(of, name),
    );
  return [...under('workflows'), ...under('src/kernel'), 'src/bundle.ts']
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
    .sort();
}

function settings(): [string, string][] {
  const { version } = JSON.parse(read('node_modules/@temporalio/worker/package.json')) as {
    version: string;
  };
  const files = ['tsconfig.json', 'tsconfig.build.json'].map((path) => [path, read(path)]);
  return [...(files as [string, string][]), ['@temporalio/worker', version]];
}

/** Made in a folder of its own inside the project, where the packages are found as from dist/. */
async function make(sources: ReadonlyMap<string, string>, target: string): Promise<void> {
  const workshop = `${target}.${process.pid}`;
  try {
    for (const [path, source] of sources) {
      mkdirSync(dirname(join(workshop, path)), { recursive: true });
      writeFileSync(join(workshop, path), source);
    }
    const script = join(__dirname, 'make-workflow-bundle.cjs');
    await promisify(execFile)(process.execPath, [script, workshop], { cwd: root });
    renameSync(join(workshop, 'workflow-bundle.js'), target);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

function hashOf(parts: readonly (readonly [string, string])[]): string {
  const hash = createHash('sha256');
  for (const [name, content] of parts) hash.update(`${name}\0${content}\0`);
  return hash.digest('hex').slice(0, 16);
}
