import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who exists: the tree of units, people with accounts, credentials and mandates. */
export class CreateUnitsAndPeople1790000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE units (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        parent_id uuid REFERENCES units,
        kind text NOT NULL CHECK (kind IN ('city', 'district', 'bureau', 'street', 'centre', 'community', 'station', 'grid')),
        code text NOT NULL CHECK (code ~ '^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$'),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        path ltree NOT NULL UNIQUE,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT app_now(),
        UNIQUE (tenant_id, code),
        CHECK ((parent_id IS NULL) = (id = tenant_id))
      )`);
    await db.query(`CREATE INDEX units_path ON units USING gist (path)`);
    await db.query(`CALL protect_table('units', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE persons (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 50),
        email text CHECK (length(email) <= 254),
        locale text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('zh-CN', 'en')),
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT app_now()
      )`);
    await db.query(`CALL protect_table('persons', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE accounts (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        person_id uuid NOT NULL REFERENCES persons,
        username text NOT NULL UNIQUE CHECK (username ~ '^[a-z0-9][a-z0-9._-]{2,49}$'),
        password_hash text NOT NULL,
        failed_attempts int NOT NULL DEFAULT 0,
        paused_until timestamptz,
        closed_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await db.query(`CALL protect_table('accounts', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE sessions (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        account_id uuid NOT NULL REFERENCES accounts,
        token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        last_used_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        expires_at timestamptz NOT NULL,
        ended_at timestamptz
      )`);
    await db.query(`CALL protect_table('sessions', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE api_keys (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        account_id uuid NOT NULL REFERENCES accounts,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        prefix text NOT NULL,
        token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
        acts text[] NOT NULL CHECK (cardinality(acts) BETWEEN 1 AND 100),
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        last_used_at timestamptz,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      )`);
    await db.query(`CALL protect_table('api_keys', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE mandates (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        person_id uuid NOT NULL REFERENCES persons,
        duty text NOT NULL,
        scope_kind text NOT NULL CHECK (scope_kind IN ('unit', 'party', 'round', 'lot', 'project')),
        scope_id uuid NOT NULL,
        from_at timestamptz NOT NULL DEFAULT app_now(),
        until_at timestamptz,
        version int NOT NULL DEFAULT 1,
        CHECK (until_at IS NULL OR until_at >= from_at),
        EXCLUDE USING gist (person_id WITH =, duty WITH =, scope_id WITH =, tstzrange(from_at, until_at) WITH &&)
      )`);
    // A system administrator holds no other duty, at any time (三员分立).
    await db.query(`
      ALTER TABLE mandates ADD COLUMN is_administrator int GENERATED ALWAYS AS ((duty = 'administrator')::int) STORED,
        ADD CONSTRAINT administrator_holds_no_other_duty
        EXCLUDE USING gist (person_id WITH =, is_administrator WITH <>)`);
    await db.query(`CALL protect_table('mandates', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE deputies (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        mandate_id uuid NOT NULL REFERENCES mandates,
        person_id uuid NOT NULL REFERENCES persons,
        from_at timestamptz NOT NULL,
        until_at timestamptz NOT NULL CHECK (until_at > from_at),
        version int NOT NULL DEFAULT 1,
        ended_at timestamptz
      )`);
    await db.query(`CALL protect_table('deputies', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE subject_duties (
        person_id uuid NOT NULL REFERENCES persons,
        subject_id uuid NOT NULL,
        duty_group text NOT NULL CHECK (duty_group IN ('bidder', 'expert', 'organizer', 'supervisor', 'maker', 'checker', 'decider')),
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        since timestamptz NOT NULL DEFAULT app_now(),
        PRIMARY KEY (person_id, subject_id, duty_group),
        CONSTRAINT no_conflicting_duties
          EXCLUDE USING gist (person_id WITH =, subject_id WITH =, duty_group WITH <>)
      )`);
    await db.query(
      `COMMENT ON TABLE subject_duties IS 'What a person has been on a round, a payment: one group per subject, for ever'`,
    );
    await db.query(`CALL protect_table('subject_duties', 'SELECT, INSERT')`);
    await db.query(`
      CREATE FUNCTION note_duty(person uuid, subject uuid, duty text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO subject_duties (person_id, subject_id, duty_group) VALUES (person, subject, duty)
        ON CONFLICT (person_id, subject_id, duty_group) DO NOTHING;
      END $$`);

    // Who somebody is has to be found before the tenant is known: these functions see all tenants and give back one row.
    await db.query(`
      CREATE FUNCTION find_account(wanted text)
      RETURNS TABLE (tenant_id uuid, account_id uuid, person_id uuid, password_hash text, paused_until timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT a.tenant_id, a.id, a.person_id, a.password_hash, a.paused_until
        FROM accounts a WHERE a.username = wanted AND a.closed_at IS NULL $$`);
    await db.query(`
      CREATE FUNCTION find_credential(hash bytea)
      RETURNS TABLE (tenant_id uuid, credential_id uuid, person_id uuid, acts text[], last_used_at timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT s.tenant_id, s.id, a.person_id, NULL::text[], s.last_used_at
        FROM sessions s JOIN accounts a ON a.id = s.account_id
        WHERE s.token_hash = hash AND s.ended_at IS NULL AND a.closed_at IS NULL
          AND s.expires_at > clock_timestamp() AND s.last_used_at > clock_timestamp() - interval '15 minutes'
        UNION ALL
        SELECT k.tenant_id, k.id, a.person_id, k.acts, k.last_used_at
        FROM api_keys k JOIN accounts a ON a.id = k.account_id
        WHERE k.token_hash = hash AND k.revoked_at IS NULL AND a.closed_at IS NULL
          AND k.expires_at > clock_timestamp() $$`);
    await db.query(`
      CREATE FUNCTION held_mandates(tenant uuid, person uuid)
      RETURNS TABLE (mandate_id uuid, duty text, scope_kind text, scope_id uuid, path text, on_behalf_of uuid)
      LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
        WITH legal AS (SELECT app_now() AS now)
        SELECT m.id, m.duty, m.scope_kind, m.scope_id, u.path::text, NULL::uuid
        FROM legal, mandates m LEFT JOIN units u ON m.scope_kind = 'unit' AND u.id = m.scope_id
        WHERE m.tenant_id = tenant AND m.person_id = person
          AND m.from_at <= legal.now AND (m.until_at IS NULL OR m.until_at > legal.now)
        UNION ALL
        SELECT m.id, m.duty, m.scope_kind, m.scope_id, u.path::text, m.person_id
        FROM legal, deputies d JOIN mandates m ON m.id = d.mandate_id
        LEFT JOIN units u ON m.scope_kind = 'unit' AND u.id = m.scope_id
        WHERE d.tenant_id = tenant AND d.person_id = person AND d.ended_at IS NULL
          AND d.from_at <= legal.now AND d.until_at > legal.now
          AND m.from_at <= legal.now AND (m.until_at IS NULL OR m.until_at > legal.now) $$`);
    await db.query(`
      CREATE FUNCTION tenant_by_code(wanted text) RETURNS uuid
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT id FROM units WHERE code = wanted AND parent_id IS NULL $$`);
    for (const signature of [
      'find_account(text)',
      'find_credential(bytea)',
      'held_mandates(uuid, uuid)',
      'tenant_by_code(text)',
    ]) {
      await db.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
      await db.query(`GRANT EXECUTE ON FUNCTION ${signature} TO yichuang_app`);
    }
    // Codes of top units are the public address of a tenant, so they are unique over all of them.
    await db.query(`CREATE UNIQUE INDEX tenants_code ON units (code) WHERE parent_id IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const signature of [
      'tenant_by_code(text)',
      'held_mandates(uuid, uuid)',
      'find_credential(bytea)',
      'find_account(text)',
    ]) {
      await db.query(`DROP FUNCTION ${signature}`);
    }
    await db.query(`DROP FUNCTION note_duty`);
    for (const table of [
      'subject_duties',
      'deputies',
      'mandates',
      'api_keys',
      'sessions',
      'accounts',
      'persons',
      'units',
    ]) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
