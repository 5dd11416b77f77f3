import { Client } from 'pg';

import { createDatabase, type TestDatabase } from '../support/servers';

describe('createDatabase', () => {
  let databases: TestDatabase[];
  let clients: Client[];

  beforeAll(async () => {
    databases = await Promise.all([
      createDatabase({ mode: 'rehearsal', startsAt: new Date('2027-01-04T09:00:00+08:00') }),
      createDatabase(),
      createDatabase({ mode: 'production' }),
    ]);
    clients = databases.map(({ url }) => new Client({ connectionString: url }));
    await Promise.all(clients.map((client) => client.connect()));
  });

  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end()));
    await Promise.all(databases.map((database) => database.drop()));
  });

  const ask = async <T>(sql: string): Promise<T[]> =>
    Promise.all(
      clients.map(async (client) => (await client.query<{ answer: T }>(sql)).rows[0]!.answer),
    );

  it('gives each database a mode and an id of its own', async () => {
    expect(await ask('SELECT mode AS answer FROM instance')).toEqual([
      'rehearsal',
      'rehearsal',
      'production',
    ]);
    expect(new Set(await ask('SELECT id AS answer FROM instance')).size).toBe(3);
  });

  it('begins a rehearsal at the legal time asked for, and any other now', async () => {
    const ahead = await ask<number>(
      `SELECT extract(epoch FROM app_now() - clock_timestamp())::int AS answer`,
    );
    const [asked] = await ask<Date>('SELECT app_now() AS answer');
    expect(asked!.toISOString()).toMatch(/^2027-01-04T01:0/);
    expect(ahead.slice(1)).toEqual([0, 0]);
  });

  it('keeps what one test writes out of the databases of others', async () => {
    await clients[0]!.query('CREATE TABLE only_here (id int)');
    expect(await ask(`SELECT to_regclass('only_here') IS NOT NULL AS answer`)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('leaves no database behind when it is dropped', async () => {
    const dropped = await createDatabase();
    await dropped.drop();
    const client = new Client({ connectionString: dropped.url });
    await expect(client.connect()).rejects.toMatchObject({ code: '3D000' });
  });
});
