import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerAddresses } from './start-servers';

const fileIn = (dir: string) => join(dir, 'addresses.json');

/** Notes, for tools of the same user, where the servers of a running service are; the file is for its owner's eyes only. */
export function noteAddresses(dir: string, servers: ServerAddresses): { forget(): void } {
  const { databaseUrl, redisUrl, temporalAddress } = servers;
  const noted = JSON.stringify({ databaseUrl, redisUrl, temporalAddress, pid: process.pid });
  writeFileSync(fileIn(dir), noted, { mode: 0o600 });
  return { forget: () => rmSync(fileIn(dir), { force: true }) };
}

/** Where the servers of the service in a folder are, if it runs now. */
export function readAddresses(dir: string): ServerAddresses | null {
  if (!existsSync(fileIn(dir))) return null;
  const noted = JSON.parse(readFileSync(fileIn(dir), 'utf8')) as ServerAddresses & { pid: number };
  try {
    process.kill(noted.pid, 0);
    return noted;
  } catch {
    return null; // Left behind by a process that was killed.
  }
}
