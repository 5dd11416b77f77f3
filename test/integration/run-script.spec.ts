import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { projectRoot } from '../../src/platform/embedded';

/** What a run of scripts/run.mjs printed, and how it ended. */
interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Stands in for jest: says its arguments and ends with the status named by the first one. */
const COMMAND = `
  process.on('SIGTERM', () => process.exit(7));
  console.log(JSON.stringify(process.argv.slice(2)));
  if (process.argv[2] === 'wait') setInterval(() => undefined, 1000);
  else process.exitCode = Number(process.argv[2]);`;

/** Stands in for the compiler. */
const NEST = `require('node:fs').mkdirSync('dist', { recursive: true });`;

/** Stands in for npm: notes that it ran, and leaves behind what a real one leaves. */
const NPM = `#!${process.execPath}
  const { appendFileSync, cpSync, mkdirSync, symlinkSync, writeFileSync } = require('node:fs');
  if (process.argv[2] === '--version') return console.log('11.0.0');
  appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n');
  mkdirSync('node_modules/node/bin', { recursive: true });
  mkdirSync('node_modules/jest/bin', { recursive: true });
  try { symlinkSync(${JSON.stringify(process.execPath)}, 'node_modules/node/bin/node'); } catch {}
  writeFileSync('node_modules/jest/bin/jest.js', ${JSON.stringify(COMMAND)});
  mkdirSync('node_modules/@nestjs/cli/bin', { recursive: true });
  writeFileSync('node_modules/@nestjs/cli/bin/nest.js', ${JSON.stringify(NEST)});
  cpSync(process.env.NPM_LEAVES ?? 'package-lock.json', 'node_modules/.package-lock.json');`;

jest.setTimeout(30_000);

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'run-script-'));
  cpSync(join(projectRoot(), 'scripts'), join(root, 'scripts'), { recursive: true });
  writeLock('package-lock.json', '1');
  mkdirSync(join(root, 'bin'));
  writeFileSync(join(root, 'bin', 'npm'), NPM);
  chmodSync(join(root, 'bin', 'npm'), 0o755);
  mkdirSync(join(root, '.yichuang'));
  writeFileSync(join(root, '.yichuang', 'tools.json'), '{"temporalTestServer":"bin/npm"}');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function writeLock(file: string, integrity: string): void {
  const packages = { '': {}, 'node_modules/node': { integrity } };
  writeFileSync(join(root, file), JSON.stringify({ packages }));
}

function start(args: string[], env: Record<string, string> = {}): ChildProcess {
  const path = [join(root, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(':');
  const servers = { REDIS_URL: 'redis://127.0.0.1', TEMPORAL_ADDRESS: '127.0.0.1:7233' };
  return spawn(process.execPath, [join(root, 'scripts', 'run.mjs'), ...args], {
    cwd: tmpdir(),
    env: { PATH: path, ...servers, ...env },
  });
}

async function run(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const child = start(args, env);
  const ended: Ended = { status: null, stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (ended.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (ended.stderr += chunk.toString()));
  [ended.status] = (await once(child, 'close')) as [number | null];
  return ended;
}

const installations = (): number =>
  existsSync(join(root, 'npm.log'))
    ? readFileSync(join(root, 'npm.log'), 'utf8').trim().split('\n').length
    : 0;

describe('scripts/run.mjs', () => {
  it('hands the arguments to the command, and its status back', async () => {
    const { status, stdout } = await run(['test', '3', '--runInBand']);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '["3","--runInBand"]\n' });
  });

  it('says nothing of its own and installs nothing once everything is there', async () => {
    await run(['test', '0']);
    expect(await run(['test', '0'])).toEqual({ status: 0, stdout: '["0"]\n', stderr: '' });
    expect(installations()).toBe(1);
  });

  it('hands a signal on to the command', async () => {
    const child = start(['test', 'wait']);
    await once(child.stdout!, 'data');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([7, null]);
  });

  it('refuses a command it does not know, and names those it knows', async () => {
    const { status, stderr } = await run(['toString']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/start, .*test/);
  });
});

describe('the set-up', () => {
  it('installs again when the lock says something else', async () => {
    await run(['test', '0']);
    writeLock('package-lock.json', '2');
    expect((await run(['test', '0'])).stderr).toContain('npm packages ✓');
    expect(installations()).toBe(2);
  });

  it('takes over what the developer installed according to the lock', async () => {
    await run(['test', '0']);
    writeLock('package-lock.json', '2');
    writeLock('node_modules/.package-lock.json', '2');
    expect(await run(['test', '0'])).toMatchObject({ status: 0 });
    expect(installations()).toBe(1);
  });

  it('fails when what was installed is not what the lock says', async () => {
    writeLock('other.json', '2');
    const { status, stderr } = await run(['test', '0'], { NPM_LEAVES: 'other.json' });
    expect(status).toBe(1);
    expect(stderr).toContain('do not agree');
  });

  it('removes what an interrupted installation left', async () => {
    await run(['test', '0']);
    const half = join(root, 'node_modules', 'half');
    mkdirSync(half);
    writeFileSync(join(root, '.yichuang', 'stamps', 'dependencies'), 'unfinished');
    expect(await run(['test', '0'])).toMatchObject({ status: 0 });
    expect(existsSync(half)).toBe(false);
  });

  it('is done once by two commands that start together', async () => {
    const both = await Promise.all([run(['test', '0']), run(['test', '0'])]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(installations()).toBe(1);
  });

  it('takes over the lock of a process that is gone', async () => {
    const gone = spawn('true');
    await once(gone, 'exit');
    writeFileSync(join(root, '.yichuang', 'setup.lock'), String(gone.pid));
    expect(await run(['test', '0'])).toMatchObject({ status: 0 });
  });

  it('waits for the lock of a process that lives, and says so', async () => {
    const lock = join(root, '.yichuang', 'setup.lock');
    writeFileSync(lock, String(process.pid));
    const child = start(['test', '0']);
    const [said] = (await once(child.stderr!, 'data')) as [Buffer];
    expect(said.toString()).toContain(`waiting for the set-up of process ${process.pid}`);
    expect(installations()).toBe(0);

    rmSync(lock);
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(installations()).toBe(1);
  });

  it('says what to install where there is no pip', async () => {
    rmSync(join(root, '.yichuang', 'tools.json'));
    writeFileSync(join(root, 'bin', 'python3'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const { status, stderr } = await run(['test', '0']);
    expect(status).toBe(1);
    expect(stderr).toContain('Install python3 and python3-pip');
  });
});
