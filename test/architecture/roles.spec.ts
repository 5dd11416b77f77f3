import { Client } from 'pg';

import { createDatabase, type TestDatabase } from '../support/servers';

const ROLES = `ARRAY['yichuang_app'::regrole::oid, 'yichuang_relay'::regrole::oid]`;

describe('the roles of the service', () => {
  let database: TestDatabase;
  let owner: Client;
  const namesOf = async (sql: string) => {
    const { rows } = await owner.query<{ name: string }>(sql);
    return rows.map(({ name }) => name);
  };

  beforeAll(async () => {
    database = await createDatabase();
    owner = new Client({ connectionString: database.url });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it('own nothing', async () => {
    const owned = await namesOf(`
      SELECT relname AS name FROM pg_class WHERE relowner = ANY(${ROLES})
      UNION ALL SELECT proname FROM pg_proc WHERE proowner = ANY(${ROLES})
      UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = ANY(${ROLES})
      UNION ALL SELECT typname FROM pg_type WHERE typowner = ANY(${ROLES})
      UNION ALL SELECT datname FROM pg_database WHERE datdba = ANY(${ROLES})`);
    expect(owned).toEqual([]);
  });

  it('can neither pass row-level security nor raise themselves', async () => {
    const strong = await namesOf(`
      SELECT rolname AS name FROM pg_roles WHERE oid = ANY(${ROLES})
        AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
      UNION ALL SELECT roleid::regrole::text FROM pg_auth_members WHERE member = ANY(${ROLES})`);
    expect(strong).toEqual([]);
    expect(await namesOf(`SELECT rolname AS name FROM pg_roles WHERE oid = ANY(${ROLES})`)).toEqual(
      expect.arrayContaining(['yichuang_app', 'yichuang_relay']),
    );
  });

  it('can make nothing in the schema', async () => {
    const makers = await namesOf(`
      SELECT r.role::regrole::text AS name FROM unnest(${ROLES}) AS r (role)
      WHERE has_schema_privilege(r.role, 'public', 'CREATE')`);
    expect(makers).toEqual([]);
  });

  it('reach what sees all tenants only by functions with a fixed search path, closed to everybody else', async () => {
    const definers = await namesOf(`
      SELECT oid::regprocedure::text AS name FROM pg_proc
      WHERE prosecdef AND pronamespace = 'public'::regnamespace ORDER BY 1`);
    // Nobody can call a trigger's function.
    const open = await namesOf(`
      SELECT oid::regprocedure::text AS name FROM pg_proc
      WHERE prosecdef AND pronamespace = 'public'::regnamespace
        AND ((has_function_privilege('public', oid, 'EXECUTE') AND prorettype <> 'trigger'::regtype)
          OR NOT coalesce(proconfig::text LIKE '%search_path=%', false))`);
    expect(definers).toContain('find_credential(bytea)');
    expect(open).toEqual([]);
  });
});
