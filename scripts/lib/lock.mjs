import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { CACHE } from './paths.mjs';
import { say } from './progress.mjs';

const LOCK = join(CACHE, 'setup.lock');
const TAKEOVER = join(CACHE, 'setup.lock.takeover');
const BEAT_MS = 2_000;
// Far above the beat: a machine under load must not lose its lock. It only counts where a dead holder's number was given anew.
const SILENT_MS = 60_000;
const LOOK_MS = 200;

/** Does the work while no other set-up of this folder is under way; a lock left by a killed one is taken over. */
export async function withLock(work) {
  mkdirSync(CACHE, { recursive: true });
  await acquire();
  const beat = setInterval(() => utimesSync(LOCK, new Date(), new Date()), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(LOCK, { force: true });
  }
}

async function acquire() {
  let told = false;
  while (!createExclusively(LOCK)) {
    if (removeIfStale()) continue;
    if (!told) say(`另一个进程正在准备，等它完成 waiting for the set-up of process ${holder()} …`);
    told = true;
    await pause(LOOK_MS);
  }
}

/** Only one process at a time may judge and remove, or a second one would remove the lock that the first has just made. */
function removeIfStale() {
  if (!isStale()) return false;
  if (!createExclusively(TAKEOVER)) {
    if (silentFor(TAKEOVER) > SILENT_MS) rmSync(TAKEOVER, { force: true });
    return false;
  }
  try {
    if (isStale()) rmSync(LOCK, { force: true });
  } finally {
    rmSync(TAKEOVER, { force: true });
  }
  return true;
}

function isStale() {
  const pid = holder();
  // Between creating the file and writing into it a holder has no number yet.
  if (pid !== undefined && (pid === process.pid || !isAlive(pid))) return true;
  return silentFor(LOCK) > SILENT_MS;
}

function holder() {
  try {
    return Number(readFileSync(LOCK, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function silentFor(file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

function createExclusively(file) {
  try {
    const fd = openSync(file, 'wx');
    writeSync(fd, String(process.pid));
    closeSync(fd);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}
