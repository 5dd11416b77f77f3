import type { Client } from 'pg';

import { newId } from '../../src/kernel/id';
import { withClient } from '../../src/platform/embedded/with-client';
import { migrate, type DatabaseKind } from '../../src/platform/database/migrate';

/** Brings an empty database to the newest schema, and leaves open what kind of instance it is. */
export async function prepareTemplate(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl, { mode: 'production' });
  // An instance is for ever, also in a copy; and copies with one id would meet in Redis and Temporal.
  await withClient(ownerUrl, async (client) => {
    await client.query('ALTER TABLE instance DISABLE TRIGGER USER');
    await client.query('DELETE FROM instance');
    await client.query('ALTER TABLE instance ENABLE TRIGGER USER');
  });
}

/** Makes a copy of the template an instance of its own. */
export async function settleInstance(
  client: Client,
  { mode, startsAt }: DatabaseKind,
): Promise<void> {
  await client.query('INSERT INTO instance (id, mode) VALUES ($1, $2)', [newId(), mode]);
  if (mode === 'production') return;
  await client.query(
    `INSERT INTO legal_time (shift_ms)
     VALUES (coalesce(extract(epoch FROM $1::timestamptz - clock_timestamp()) * 1000, 0)::bigint)`,
    [startsAt ?? null],
  );
}
