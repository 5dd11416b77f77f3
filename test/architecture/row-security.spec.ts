import { Client, escapeIdentifier, type QueryConfig } from 'pg';

import { newId } from '../../src/kernel/id';
import { urlForRole, type ServiceRole } from '../../src/platform/database/migrate';
import { createDatabase, type TestDatabase } from '../support/servers';
import { insertAnyRow, tablesOf, takeOffConditions, type Table } from './tables';

/** Tables that belong to no tenant, each with why that is right. */
const WITHOUT_TENANT = [
  // The State Council's notices are the same for everybody.
  'calendar_notices',
  // What kind of database this is, and its legal time: one row for all tenants.
  'instance',
  'legal_time',
  // TypeORM's own.
  'migrations',
];

/** Some of what the application may write once and never change: no migration may give these an UPDATE or a DELETE. */
const APPEND_ONLY = [
  'audit_events',
  'audit_positions',
  'calendar_notices',
  'idempotency_keys',
  'instance',
  'outbox',
  'received_events',
  'subject_duties',
];

const FORBIDDEN = '42501';
const FOR_EVER = '23001';

describe('row-level security', () => {
  let database: TestDatabase;
  let owner: Client;
  let app: Client;
  let relay: Client;
  let tables: Table[];
  let ofTenants: Table[];
  const ours = newId();
  const others = newId();

  beforeAll(async () => {
    database = await createDatabase();
    owner = await connect(database.url);
    app = await connect(urlForRole(database.url, 'yichuang_app'));
    relay = await connect(urlForRole(database.url, 'yichuang_relay'));
    tables = await tablesOf(owner);
    ofTenants = tables.filter(({ hasTenant }) => hasTenant);
    await takeOffConditions(owner, tables);
    for (const table of ofTenants) {
      await owner.query(`ALTER TABLE ${escapeIdentifier(table.name)} DISABLE TRIGGER USER`);
      await owner.query(insertAnyRow(table, ours));
      await owner.query(`ALTER TABLE ${escapeIdentifier(table.name)} ENABLE TRIGGER USER`);
    }
  });
  afterAll(async () => {
    await Promise.all([owner, app, relay].map((client) => client.end()));
    await database.drop();
  });

  /** The tables for which an answer is true. */
  const those = async (asked: readonly Table[], ask: (table: Table) => Promise<boolean>) => {
    const found: string[] = [];
    for (const table of asked) if (await ask(table)) found.push(table.name);
    return found;
  };
  const may = async (role: ServiceRole, table: Table, ...privileges: string[]) => {
    const { rows } = await owner.query<{ may: boolean }>(
      `SELECT has_table_privilege($1, $2, $3) OR ($4 <> '' AND has_any_column_privilege($1, $2, $4)) AS may`,
      [
        role,
        table.name,
        privileges.join(', '),
        privileges
          .filter((privilege) => !['DELETE', 'TRUNCATE', 'TRIGGER'].includes(privilege))
          .join(', '),
      ],
    );
    return rows[0]!.may;
  };
  /** How many rows the application sees in a table while a tenant is set, or none is. */
  const seen = async (table: Table, tenant: string | null) => {
    await app.query(`SELECT set_config('app.tenant', $1, false)`, [tenant ?? '']);
    const { rowCount } = await app.query(`SELECT FROM ${escapeIdentifier(table.name)}`);
    return rowCount;
  };
  /** The SQLSTATE with which a statement fails; it is rolled back in any case. */
  const codeOf = async (client: Client, tenant: string, statement: string | QueryConfig) => {
    await client.query('BEGIN');
    try {
      await client.query(`SELECT set_config('app.tenant', $1, true)`, [tenant]);
      await client.query(statement);
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await client.query('ROLLBACK');
    }
  };
  const readable = () => those(ofTenants, (table) => may('yichuang_app', table, 'SELECT'));
  const changeOf = ({ name, columns }: Table) => {
    const column = escapeIdentifier(columns.find(({ isGenerated }) => !isGenerated)!.name);
    return `UPDATE ${escapeIdentifier(name)} SET ${column} = ${column}`;
  };
  const removalOf = ({ name }: Table) => `DELETE FROM ${escapeIdentifier(name)}`;

  it('holds on every table of a tenant, by the tenant of the transaction', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c
       JOIN pg_policy p ON p.polrelid = c.oid AND p.polcmd = '*'
         AND p.polroles = ARRAY['yichuang_app'::regrole::oid]
         AND pg_get_expr(p.polqual, c.oid) = '(tenant_id = current_tenant())'
         AND pg_get_expr(p.polwithcheck, c.oid) = '(tenant_id = current_tenant())'
       WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity
         AND NOT EXISTS (SELECT FROM pg_policy other WHERE other.polrelid = c.oid AND other.oid <> p.oid
           AND (other.polroles && ARRAY[0::oid, 'yichuang_app'::regrole::oid]))
       ORDER BY c.relname`,
    );
    expect(rows.map(({ name }) => name)).toEqual(ofTenants.map(({ name }) => name));
  });

  it('has to hold on all but the tables that belong to nobody', () => {
    const without = tables.filter(({ hasTenant }) => !hasTenant).map(({ name }) => name);
    expect(without).toEqual(WITHOUT_TENANT);
  });

  it('lets the application read each table of a tenant, and so nothing hides behind a missing grant', async () => {
    expect(await readable()).toEqual(ofTenants.map(({ name }) => name));
  });

  it('shows nothing while no tenant is set', async () => {
    expect(await those(ofTenants, async (table) => (await seen(table, null)) !== 0)).toEqual([]);
  });

  it('shows a tenant its own row, and another tenant none', async () => {
    expect(await those(ofTenants, async (table) => (await seen(table, ours)) !== 1)).toEqual([]);
    expect(await those(ofTenants, async (table) => (await seen(table, others)) !== 0)).toEqual([]);
  });

  it('takes a row of the tenant and refuses one of another', async () => {
    const writable = await those(ofTenants, (table) => may('yichuang_app', table, 'INSERT'));
    const asked = ofTenants.filter(({ name }) => writable.includes(name));
    await withoutTriggers(owner, asked, async () => {
      const codes = async (tenant: string, written: string | null) => {
        const found: Record<string, string | null> = {};
        for (const table of asked) {
          found[table.name] = await codeOf(app, tenant, insertAnyRow(table, written));
        }
        return found;
      };
      const all = (code: string | null) => Object.fromEntries(writable.map((name) => [name, code]));
      expect(await codes(ours, null)).toEqual(all(null));
      expect(await codes(others, ours)).toEqual(all(FORBIDDEN));
    });
    expect(writable.length).toBeGreaterThan(10);
  });

  it('leaves the append-only tables append-only', async () => {
    const found = await those(tables, async (table) => {
      const reads = await may('yichuang_app', table, 'SELECT');
      return reads && !(await may('yichuang_app', table, 'UPDATE', 'DELETE'));
    });
    expect(found).toEqual(expect.arrayContaining(APPEND_ONLY));
    const appendOnly = tables.filter(({ name }) => found.includes(name));
    for (const statement of [changeOf, removalOf]) {
      const passed = await those(
        appendOnly,
        async (table) => (await codeOf(app, ours, statement(table))) !== FORBIDDEN,
      );
      expect(passed).toEqual([]);
    }
  });

  it('has the record refuse a change even by its owner', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgfoid = 'refuse_change'::regproc ORDER BY 1`,
    );
    const record = tables.filter(({ name }) => rows.some((row) => row.name === name));
    expect(record.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['audit_events', 'audit_positions', 'instance']),
    );
    for (const statement of [changeOf, removalOf]) {
      const passed = await those(
        record.filter(({ hasTenant }) => hasTenant),
        async (table) => (await codeOf(owner, ours, statement(table))) !== FOR_EVER,
      );
      expect(passed).toEqual([]);
    }
  });

  it('gives neither role a right to empty, bind or watch a table', async () => {
    for (const role of ['yichuang_app', 'yichuang_relay'] as const) {
      expect(
        await those(tables, (table) => may(role, table, 'TRUNCATE', 'TRIGGER', 'REFERENCES')),
      ).toEqual([]);
    }
  });

  it('keeps what the relay sees of all tenants to what it carries', async () => {
    expect(await those(tables, (table) => may('yichuang_relay', table, 'SELECT'))).toEqual([
      'attachments',
      'audit_events',
      'audit_positions',
      'clocks',
      'idempotency_keys',
      'instance',
      'legal_time',
      'messages',
      'outbox',
      'processes',
      'received_events',
    ]);
    expect((await relay.query('SELECT FROM audit_events')).rowCount).toBe(1);
  });
});

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

/** A trigger may want other rows to be there; who may write is asked without them. */
async function withoutTriggers(
  owner: Client,
  tables: readonly Table[],
  work: () => Promise<void>,
): Promise<void> {
  const all = async (verb: string) => {
    for (const { name } of tables) {
      await owner.query(`ALTER TABLE ${escapeIdentifier(name)} ${verb} TRIGGER USER`);
    }
  };
  await all('DISABLE');
  try {
    await work();
  } finally {
    await all('ENABLE');
  }
}
