import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { escapeIdentifier } from 'pg';

import {
  startEmbeddedPostgres,
  startEmbeddedRedis,
  startEmbeddedTemporal,
} from '../../src/platform/embedded';
import { withClient } from '../../src/platform/embedded/with-client';
import { runDir } from './run-dir';

/** What a test may ask for. */
export type ServerKind = 'postgres' | 'redis' | 'temporal';

interface Handed {
  /** What a client connects to. */
  address: string;
  giveBack: () => Promise<void>;
}

/** What the tests of a run know of its desk. */
interface DeskNote {
  url: string;
  /** Begins the name of every database of the run, also on a server that other runs use too. */
  databasePrefix: string;
}

/**
 * Stands in the leading process of a jest run and starts, at the first question, the one server of a kind that the whole run
 * shares: a run of unit tests alone starts nothing. A server named by the environment is handed out instead.
 */
export class ServerDesk {
  private readonly servers = new Map<ServerKind, Promise<Handed>>();
  private readonly http: Server;
  private readonly databasePrefix = `yichuang_test_${randomBytes(4).toString('hex')}_`;

  private constructor(private readonly dir: string) {
    this.http = createServer((request, response) => void this.answer(request, response));
  }

  /** Opens the desk of the run whose folder this is. */
  static async open(dir: string): Promise<ServerDesk> {
    const desk = new ServerDesk(dir);
    await new Promise<void>((resolve) => desk.http.listen(0, '127.0.0.1', resolve));
    const { port } = desk.http.address() as AddressInfo;
    const note: DeskNote = { url: `http://127.0.0.1:${port}`, databasePrefix: desk.databasePrefix };
    writeFileSync(noteFile(dir), JSON.stringify(note), { mode: 0o600 });
    return desk;
  }

  /** Stops what was started for the run. */
  async close(): Promise<void> {
    this.http.close();
    this.http.closeAllConnections();
    const asked = await Promise.allSettled([...this.servers.values()]);
    await Promise.all(
      asked.map((server) =>
        server.status === 'fulfilled' ? server.value.giveBack() : Promise.resolve(),
      ),
    );
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      // Kept alive, a connection could be closed by this busy process just as a test asks its next question over it.
      response.setHeader('connection', 'close');
      const { address } = await this.serverFor(request.url?.slice(1) as ServerKind);
      response.end(address);
    } catch (error) {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    }
  }

  private serverFor(kind: ServerKind): Promise<Handed> {
    const known = this.servers.get(kind);
    if (known) return known;
    const given = process.env[GIVEN_BY[kind]];
    const server = given ? this.given(kind, given) : start(kind, join(this.dir, kind));
    this.servers.set(kind, server);
    return server;
  }

  private given(kind: ServerKind, address: string): Promise<Handed> {
    const giveBack = (): Promise<void> =>
      kind === 'postgres' ? dropDatabases(address, this.databasePrefix) : Promise.resolve();
    return Promise.resolve({ address, giveBack });
  }
}

/**
 * Asks the desk of this test's run for a server.
 * @throws Error if the server could not be started
 */
export async function askDesk(kind: ServerKind): Promise<string> {
  const response = await fetch(`${readNote().url}/${kind}`);
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}

/** Begins the name of every database of this test's run. */
export const databasePrefix = (): string => readNote().databasePrefix;

async function start(kind: ServerKind, dir: string): Promise<Handed> {
  switch (kind) {
    case 'postgres': {
      const { url, stop } = await startEmbeddedPostgres({ dataDir: dir, fast: true });
      return { address: url, giveBack: stop };
    }
    case 'redis': {
      const { url, stop } = await startEmbeddedRedis({ dir, fast: true });
      return { address: url, giveBack: stop };
    }
    case 'temporal': {
      const { address, stop } = await startEmbeddedTemporal({ dir });
      return { address, giveBack: stop };
    }
  }
}

function dropDatabases(serverUrl: string, prefix: string): Promise<void> {
  return withClient(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [prefix],
    );
    for (const { datname } of rows) {
      await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(datname)} WITH (FORCE)`);
    }
  });
}

const readNote = (): DeskNote => JSON.parse(readFileSync(noteFile(runDir()), 'utf8')) as DeskNote;
const noteFile = (dir: string): string => join(dir, 'desk.json');

const GIVEN_BY: Record<ServerKind, string> = {
  postgres: 'DATABASE_URL',
  redis: 'REDIS_URL',
  temporal: 'TEMPORAL_ADDRESS',
};
