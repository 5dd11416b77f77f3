import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { CACHE } from './paths.mjs';

/** What a step was last done with; undefined if it was never done. */
export function readStamp(step) {
  const file = stampFile(step);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Notes that a step is done with what `stamp` stands for. */
export function writeStamp(step, stamp) {
  writeWhole(stampFile(step), stamp);
}

/** Writes a file so that a reader sees the old text or the new one, never half of it. */
export function writeWhole(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
}

const stampFile = (step) => join(CACHE, 'stamps', step);
