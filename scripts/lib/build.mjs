import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

import { NODE, ROOT } from './paths.mjs';
import { runQuietly } from './run-quietly.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

const SOURCES = ['src', 'workflows', 'migrations', 'demo', 'rounds', 'bench'];
const SETTINGS = ['package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'];
const DIST = join(ROOT, 'dist');
const MAKE_WORKFLOW_BUNDLE = join(DIST, 'src', 'bundle.js');

/** The sources compiled to dist/, and the workflow bundle that the Temporal worker runs. */
export const build = {
  title: '编译 build',

  isDone: () => existsSync(DIST) && readStamp('build') === sourceStamp(),

  async run() {
    const stamp = sourceStamp();
    await runQuietly(NODE, [
      join(ROOT, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js'),
      'build',
    ]);
    removeOrphans();
    if (existsSync(MAKE_WORKFLOW_BUNDLE)) await runQuietly(NODE, [MAKE_WORKFLOW_BUNDLE]);
    writeStamp('build', stamp);
  },
};

function sourceStamp() {
  const hash = createHash('sha256');
  const files = [
    ...SETTINGS.map((name) => join(ROOT, name)),
    ...SOURCES.flatMap((name) => filesUnder(join(ROOT, name))),
  ];
  for (const file of files.filter(
    (name) => existsSync(name) && !/\.(spec|fixture)\.ts$/.test(name),
  )) {
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * Removes what was compiled from sources that are gone: a deleted migration must not run. Only that, and not all of dist/
 * before the build, because another command may be running from it.
 */
function removeOrphans() {
  for (const source of SOURCES) {
    for (const file of filesUnder(join(DIST, source))) {
      const origin = join(ROOT, relative(DIST, file)).replace(/\.js(\.map)?$/, '.ts');
      if (origin.endsWith('.ts') && !existsSync(origin)) rmSync(file);
    }
  }
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
