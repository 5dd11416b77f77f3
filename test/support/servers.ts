import { randomBytes } from 'node:crypto';

import { escapeIdentifier, type Client } from 'pg';

import { prepareSchema } from '../../src/migrate';
import { settleInstance, type DatabaseKind } from '../../src/platform/database/migrate';
import { toolPath } from '../../src/platform/embedded/tools';
import { withClient } from '../../src/platform/embedded/with-client';
import { askDesk, databasePrefix } from './server-desk';

/** A database of a test's own. */
export interface TestDatabase {
  /** The owner's address: a superuser's on the embedded server. */
  url: string;
  drop: () => Promise<void>;
}

/** The run's Redis, shared by all test files: keep apart by a key prefix. */
export const redisUrl = (): Promise<string> => askDesk('redis');

/** The run's Temporal development server, shared by all test files: keep apart by the task queue. */
export const temporalAddress = (): Promise<string> => askDesk('temporal');

/** For `TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } })`. */
export const timeSkippingServerPath = (): string => toolPath('temporalTestServer');

/**
 * A fresh database with all migrations applied and an instance id of its own, copied from the run's template in well under a
 * tenth of a second. Ask for one in `beforeAll` and drop it in `afterAll`; the end of the run drops what is left.
 * @param kind a rehearsal that begins now unless said otherwise
 */
export async function createDatabase(
  kind: DatabaseKind = { mode: 'rehearsal' },
): Promise<TestDatabase> {
  const serverUrl = await askDesk('postgres');
  const name = databasePrefix() + randomBytes(6).toString('hex');
  await withClient(serverUrl, async (server) => {
    const template = await ensureTemplate(server, serverUrl);
    await server.query(
      `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)}`,
    );
  });
  const url = inDatabase(serverUrl, name);
  await settleInstance(url, kind);
  return { url, drop: () => dropDatabase(serverUrl, name) };
}

/** Test files run at once: the first one makes the template, the others wait for it at the lock. */
async function ensureTemplate(server: Client, serverUrl: string): Promise<string> {
  const template = `${databasePrefix()}template`;
  await server.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
  try {
    const { rowCount } = await server.query('SELECT FROM pg_database WHERE datname = $1', [
      template,
    ]);
    if (rowCount === 0) await makeTemplate(server, serverUrl, template);
  } finally {
    await server.query('SELECT pg_advisory_unlock(hashtext($1))', [template]);
  }
  return template;
}

/** Made under another name and renamed when whole, so that a failed migration leaves no half template. */
async function makeTemplate(server: Client, serverUrl: string, template: string): Promise<void> {
  const unfinished = `${template}_unfinished`;
  await server.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(unfinished)} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${escapeIdentifier(unfinished)} TEMPLATE template0`);
  await prepareSchema(inDatabase(serverUrl, unfinished));
  await server.query(
    `ALTER DATABASE ${escapeIdentifier(unfinished)} RENAME TO ${escapeIdentifier(template)}`,
  );
}

function dropDatabase(serverUrl: string, name: string): Promise<void> {
  return withClient(serverUrl, async (server) => {
    await server.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
  });
}

function inDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
