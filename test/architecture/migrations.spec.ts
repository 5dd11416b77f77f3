import type { Client } from 'pg';
import type { DataSource } from 'typeorm';

import { asOwner } from '../../src/platform/database/migrate';
import { withClient } from '../../src/platform/embedded/with-client';
import { createDatabase, type TestDatabase } from '../support/servers';
import { catalogueOf } from './catalogue';

describe('the migrations', () => {
  let database: TestDatabase;
  const catalogue = () => withClient(database.url, (client: Client) => catalogueOf(client));

  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  it('leave nothing when taken back, and make the same again', async () => {
    const made = await catalogue();
    await asOwner(database.url, takeBackAll);
    const left = await catalogue();
    await asOwner(database.url, (owner) => owner.runMigrations({ transaction: 'each' }));
    expect(left).toEqual(left.filter(isOfEveryDatabase));
    expect(await catalogue()).toEqual(made);
    expect(made.filter((line) => line.startsWith('r ')).length).toBeGreaterThan(10);
  });
});

async function takeBackAll(owner: DataSource): Promise<void> {
  for (let left = owner.migrations.length; left > 0; left -= 1) {
    await owner.undoLastMigration({ transaction: 'each' });
  }
}

const isOfEveryDatabase = (line: string): boolean =>
  ['schema public', 'extension plpgsql'].includes(line);
