import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = join(__dirname, '../../referee');

/** What the referee said. */
export interface Verdict {
  readonly status: number | null;
  /** One for each part, `✓ …` or `✗ …`, with the differences below it. */
  readonly lines: readonly string[];
}

/** Runs Python in the referee's folder; no cache of it is left behind. */
export function runReferee(...args: readonly string[]) {
  const env = { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1' };
  return spawnSync('python3', [...args], { cwd: folder, encoding: 'utf8', env });
}

/** Has the referee work an account out again. */
export function recompute(account: string): Verdict {
  const dir = mkdtempSync(join(tmpdir(), 'referee-'));
  try {
    const file = join(dir, 'account.json');
    writeFileSync(file, account);
    const { status, stdout } = runReferee('recompute.py', file);
    return { status, lines: stdout.trimEnd().split('\n') };
  } finally {
    rmSync(dir, { recursive: true });
  }
}
