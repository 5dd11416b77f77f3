import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import './app.module'; // Loads every module, and with it every declared table of states.
import { allTransitionTables } from './kernel/transition-table';
import { readStandaloneSettings } from './platform/config/standalone-settings';
import { Door } from './platform/database/door';
import { readInstance } from './platform/database/instance';
import { asOwner } from './platform/database/migrate';
import { projectRoot } from './platform/embedded';
import { Temporal } from './platform/temporal/temporal';
import { readAddresses } from './service/addresses';
import { startServers, type Servers } from './service/start-servers';
import { printFindings, verify } from './verify/verify';

/**
 * Checks everything that must hold: of the database that DATABASE_URL names, of the service in `--dir`, of the last demo with
 * `--demo`, or of `npm start`. A service that does not run is opened for it, without its processes.
 */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: { dir: { type: 'string' }, demo: { type: 'boolean', default: false } },
  });
  const { databaseUrl, temporalAddress } = readStandaloneSettings();
  if (databaseUrl !== undefined) return check(databaseUrl, temporalAddress ?? null);
  const dir = values.dir ?? (values.demo ? newestDemo() : join(projectRoot(), '.yichuang/data'));
  const running = readAddresses(dir);
  if (running !== null) return check(running.databaseUrl, running.temporalAddress);
  const servers: Servers = await startServers(dir, {}, false, () => undefined);
  try {
    return await check(servers.databaseUrl, servers.temporalAddress);
  } finally {
    await servers.stop();
  }
}

async function check(databaseUrl: string, temporalAddress: string | null): Promise<boolean> {
  return asOwner(databaseUrl, async (owner) => {
    const instance = await readInstance(new Door(owner));
    const running =
      temporalAddress === null ? null : await workflowsOf(temporalAddress, instance.id);
    const tables = allTransitionTables();
    const findings = await verify({ owner, running, tables });
    return printFindings(findings, (line) => console.log(line));
  });
}

async function workflowsOf(address: string, instanceId: string): Promise<Set<string> | null> {
  const temporal = Temporal.open(address, 'default', instanceId);
  try {
    return (await temporal.isUp()) ? await temporal.running() : null;
  } finally {
    await temporal.close();
  }
}

function newestDemo(): string {
  const folder = join(projectRoot(), '.yichuang');
  const demos = readdirSync(folder)
    .filter((name) => name.startsWith('demo-'))
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (demos[0] === undefined) throw new Error('there is no demo to verify: npm run demo');
  return demos[0];
}

main().then(
  (holds) => {
    process.exitCode = holds ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
