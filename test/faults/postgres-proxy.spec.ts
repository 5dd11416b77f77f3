import { Client } from 'pg';

import { createDatabase, type TestDatabase } from '../support/servers';
import { PostgresProxy, type Statement } from './postgres-proxy';

describe('the proxy before Postgres', () => {
  let database: TestDatabase;
  let proxy: PostgresProxy;
  let client: Client;
  let owner: Client;
  beforeEach(async () => {
    database = await createDatabase();
    proxy = await PostgresProxy.open();
    client = new Client({ connectionString: proxy.through(database.url) });
    client.on('error', () => undefined);
    owner = new Client({ connectionString: database.url });
    await Promise.all([client.connect(), owner.connect()]);
    await owner.query(`CREATE TABLE things (name text, amount int)`);
  });
  afterEach(async () => {
    proxy.close();
    await Promise.all([client.end(), owner.end()]);
    await database.drop();
  });

  const insert = (name: string, amount: number | null) =>
    client.query(`INSERT INTO things VALUES ($1, $2)`, [name, amount]);
  const things = async () => (await owner.query(`SELECT name, amount FROM things`)).rows;

  it('passes everything on, and tells each statement with its parameters and what went before it', async () => {
    const seen: Statement[] = [];
    proxy.watch((statement) => void seen.push({ ...statement, earlier: [...statement.earlier] }));
    const long = '益创'.repeat(100_000);
    await client.query('START TRANSACTION');
    await insert(long, 3);
    await insert('无', null);
    await client.query('COMMIT');
    expect(await things()).toEqual([
      { name: long, amount: 3 },
      { name: '无', amount: null },
    ]);
    expect(seen.map(({ parameters }) => parameters)).toEqual([[], [long, '3'], ['无', null], []]);
    expect(seen.at(-1)!.earlier.map(({ text }) => text.slice(0, 11))).toEqual([
      'START TRANS',
      'INSERT INTO',
      'INSERT INTO',
    ]);
    expect(proxy.commits).toBe(1);
  });

  it('keeps the reply of a COMMIT that was done: the client cannot know', async () => {
    let replies = 0;
    proxy.watch(({ text }) => (text === 'COMMIT' ? () => (replies += 1) : undefined));
    await client.query('START TRANSACTION');
    await insert('一', 1);
    await expect(client.query('COMMIT')).rejects.toThrow('terminated');
    expect(replies).toBe(1);
    expect(await things()).toEqual([{ name: '一', amount: 1 }]);
  });

  it('keeps the replies to statements that came together, and names a prepared one by its text', async () => {
    const pipelined = new Client({ connectionString: proxy.through(database.url), pipeline: true });
    pipelined.on('error', () => undefined);
    await pipelined.connect();
    const seen: string[] = [];
    let replies = 0;
    proxy.watch(({ text }) => {
      seen.push(text);
      return text === 'COMMIT' && seen.length > 5 ? () => (replies += 1) : undefined;
    });
    const named = { name: 'one', text: `INSERT INTO things VALUES ($1, 1)` };
    const act = (name: string) =>
      Promise.all([
        pipelined.query('BEGIN'),
        pipelined.query({ ...named, values: [name] }),
        pipelined.query('COMMIT'),
      ]);
    await act('一');
    await expect(act('二')).rejects.toThrow('terminated');
    expect(seen).toEqual(['BEGIN', named.text, 'COMMIT', 'BEGIN', named.text, 'COMMIT']);
    expect(replies).toBe(1);
    expect((await things()).map(({ name }) => name)).toEqual(['一', '二']);
    await pipelined.end().catch(() => undefined);
  });

  it('holds a statement as long as it is looked at, and drops it with a client that dies meanwhile', async () => {
    proxy.watch(async ({ text, abandoned }) => {
      if (text !== 'COMMIT') return undefined;
      client.connection.stream.destroy();
      await abandoned;
      return undefined;
    });
    await client.query('START TRANSACTION');
    await insert('二', 2);
    await expect(client.query('COMMIT')).rejects.toThrow('terminated');
    expect(await things()).toEqual([]);
  });
});
