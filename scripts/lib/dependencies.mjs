import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { NODE, ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';
import { outputOf, runQuietly } from './run-quietly.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

const LOCK = join(ROOT, 'package-lock.json');
const MODULES = join(ROOT, 'node_modules');
const INSTALLED = join(MODULES, '.package-lock.json');
const UNFINISHED = 'unfinished';

// Not `npm ci`: that refuses a lock without an optional package that is meant for another system, and npm leaves such a package
// out of the lock where the registry at hand doesn't serve it. What `npm ci` promises is checked below.
const INSTALL = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];

/** The npm packages of package-lock.json, Node 24 among them. */
export const dependencies = {
  title: '安装 npm 依赖 npm packages',

  isDone() {
    if (!existsSync(INSTALLED) || readStamp('dependencies') === UNFINISHED) return false;
    const stamp = lockStamp();
    if (readStamp('dependencies') === stamp) return true;
    if (!installedAgreesWithLock()) return false;
    writeStamp('dependencies', stamp);
    return true;
  },

  async run() {
    await requireNpm();
    // What an interrupted installation left behind looks whole to npm and isn't.
    if (readStamp('dependencies') === UNFINISHED) rmSync(MODULES, { recursive: true, force: true });
    writeStamp('dependencies', UNFINISHED);
    await runQuietly('npm', INSTALL, outsideOfNodeModules());
    requireAgreement();
    requireNode24();
    writeStamp('dependencies', lockStamp());
  },
};

const lockStamp = () => createHash('sha256').update(readFileSync(LOCK)).digest('hex');

/** Whether just what the lock says is installed, be it by us or by someone's own `npm install`. */
function installedAgreesWithLock() {
  const wanted = JSON.parse(readFileSync(LOCK, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages;
  const agrees = (place) => installed[place].integrity === wanted[place].integrity;
  return (
    Object.keys(installed).every((place) =>
      place in wanted ? agrees(place) : installed[place].optional,
    ) &&
    Object.keys(wanted).every(
      (place) => place === '' || place in installed || wanted[place].optional,
    )
  );
}

async function requireNpm() {
  if (await outputOf('npm', ['--version'])) return;
  throw new Problem(
    '需要 npm（随 Node.js 提供），但没有找到。',
    'npm is needed (it comes with Node.js) and was not found.',
  );
}

function requireAgreement() {
  if (installedAgreesWithLock()) return;
  throw new Problem(
    'package.json 与 package-lock.json 不一致，请运行 npm install 并提交 package-lock.json。',
    'package.json and package-lock.json do not agree: run npm install and commit package-lock.json.',
  );
}

function requireNode24() {
  if (existsSync(NODE)) return;
  const system = `${process.platform}-${process.arch}`;
  throw new Problem(
    `npm 的 node 包没有适用于 ${system} 的 Node 24。请用 Linux 或 macOS（Windows 上用 WSL 2）。`,
    `npm's package "node" brought no Node 24 for ${system}. Use Linux or macOS (on Windows, WSL 2).`,
  );
}

/** Under `npm run` the first `node` on the PATH is the one in node_modules, which npm is about to change. */
function outsideOfNodeModules() {
  const path = process.env.PATH.split(delimiter).filter((folder) => !folder.startsWith(MODULES));
  return { ...process.env, PATH: path.join(delimiter) };
}
