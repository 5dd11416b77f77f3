import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { claimFolder, endOrphan, releaseFolder } from './folder-claim';
import { nameProcess, type ProcessName } from './process-birth';

/** The first process of the system, with another birth: what a number given anew looks like. */
const GONE: ProcessName = { pid: 1, birth: 'long ago' };

let dir: string;
let child: ChildProcess;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'claim-'));
  child = spawn('sleep', ['600']);
});

afterEach(() => {
  child.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

const claim = (content: object): void =>
  writeFileSync(join(dir, 'server.json'), JSON.stringify(content));
const server = (): ProcessName => nameProcess(child.pid!);

describe('claimFolder', () => {
  it('refuses a folder that another living process holds', async () => {
    claim({ owner: nameProcess(process.ppid) });
    await expect(claimFolder(dir)).rejects.toThrow(`is in use by process ${process.ppid}`);
  });

  it('refuses a folder in which a server of our own runs', async () => {
    claim({ owner: nameProcess(process.pid), server: server() });
    await expect(claimFolder(dir)).rejects.toThrow(`is in use by process ${process.pid}`);
  });

  it('takes the folder of a process that is gone, though its number is taken', async () => {
    claim({ owner: GONE });
    await expect(claimFolder(dir)).resolves.toBeUndefined();
  });

  it('takes a folder whose claim was cut short', async () => {
    writeFileSync(join(dir, 'server.json'), '{"owner":');
    await expect(claimFolder(dir)).resolves.toBeUndefined();
  });

  it('takes a folder once it is given up', async () => {
    await claimFolder(dir);
    releaseFolder(dir);
    await expect(claimFolder(dir)).resolves.toBeUndefined();
  });
});

describe('endOrphan', () => {
  it('ends a server whose owner is gone', async () => {
    claim({ owner: GONE, server: server() });
    const ended = once(child, 'exit');
    await endOrphan(dir);
    expect(await ended).toEqual([null, 'SIGINT']);
    expect(existsSync(join(dir, 'server.json'))).toBe(false);
  });

  it('leaves alone a process that merely has the number of a server long ended', async () => {
    claim({ owner: GONE, server: { ...server(), birth: 'long ago' } });
    await endOrphan(dir);
    expect(child.exitCode ?? child.signalCode).toBeNull();
    expect(existsSync(join(dir, 'server.json'))).toBe(false);
  });
});
