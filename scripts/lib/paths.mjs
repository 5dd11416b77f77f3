import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Git-ignored: what the set-up fetches and notes, and what the embedded servers keep. */
export const CACHE = join(ROOT, '.yichuang');

/** The Node 24 on which everything but these scripts runs; a dependency like any other. */
export const NODE = join(ROOT, 'node_modules', 'node', 'bin', 'node');
