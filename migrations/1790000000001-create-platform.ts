import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What every other table stands on: the tenant of a transaction, legal time, the record (audit events, outbox, positions),
 * idempotency keys and the register of processes. Role names are fixed; migrate.ts makes the roles before this runs.
 */
export class CreatePlatform1790000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE EXTENSION IF NOT EXISTS ltree`);
    await db.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    await db.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);

    await db.query(`
      CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
      RETURN nullif(current_setting('app.tenant', true), '')::uuid`);

    await db.query(`
      CREATE PROCEDURE protect_table(t regclass, privileges text) LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY of_tenant ON %s TO yichuang_app
          USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', t);
        EXECUTE format('GRANT %s ON %s TO yichuang_app', privileges, t);
      END $$`);
    await db.query(
      `COMMENT ON PROCEDURE protect_table IS 'Row-level security by tenant and the grants of the application; privileges such as SELECT, INSERT make a table append-only'`,
    );

    await db.query(`
      CREATE TABLE instance (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        id uuid NOT NULL,
        mode text NOT NULL CHECK (mode IN ('production', 'rehearsal')),
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await db.query(`GRANT SELECT ON instance TO yichuang_app, yichuang_relay`);
    await db.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$`);
    await db.query(`
      CREATE TRIGGER instance_is_for_ever BEFORE UPDATE OR DELETE ON instance
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);

    await db.query(`
      CREATE TABLE legal_time (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        shift_ms bigint NOT NULL DEFAULT 0,
        target timestamptz
      )`);
    await db.query(`
      CREATE FUNCTION guard_legal_time() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT mode FROM instance) <> 'rehearsal' THEN
          RAISE EXCEPTION 'legal time is the clock of the database in production' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' AND NEW.shift_ms < OLD.shift_ms THEN
          RAISE EXCEPTION 'legal time never goes back' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER legal_time_is_guarded BEFORE INSERT OR UPDATE ON legal_time
      FOR EACH ROW EXECUTE FUNCTION guard_legal_time()`);
    await db.query(`GRANT SELECT ON legal_time TO yichuang_app, yichuang_relay`);
    await db.query(`GRANT UPDATE (target) ON legal_time TO yichuang_app`);
    await db.query(`GRANT UPDATE (target, shift_ms) ON legal_time TO yichuang_relay`);
    await db.query(`
      CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        RETURN date_trunc('milliseconds', clock_timestamp())
          + coalesce((SELECT shift_ms FROM legal_time), 0) * interval '1 millisecond';
      END $$`);
    await db.query(
      `COMMENT ON FUNCTION app_now IS 'Legal time, to the millisecond so that what is compared, stored, signed and shown is one value'`,
    );

    await db.query(`
      CREATE TABLE audit_events (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        stream text NOT NULL,
        aggregate_kind text NOT NULL,
        aggregate_id uuid NOT NULL,
        version int NOT NULL CHECK (version > 0),
        name text NOT NULL,
        move text,
        actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'system')),
        actor_id uuid,
        credential_id uuid,
        on_behalf_of uuid,
        body text NOT NULL,
        salt bytea NOT NULL CHECK (length(salt) = 32),
        audience jsonb NOT NULL,
        at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        trace_id text NOT NULL,
        UNIQUE (aggregate_kind, aggregate_id, version)
      )`);
    await db.query(`CALL protect_table('audit_events', 'SELECT, INSERT')`);
    await db.query(`
      CREATE TRIGGER audit_events_are_for_ever BEFORE UPDATE OR DELETE ON audit_events
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(
      `CREATE POLICY of_relay ON audit_events FOR SELECT TO yichuang_relay USING (true)`,
    );
    await db.query(`GRANT SELECT ON audit_events TO yichuang_relay`);

    await db.query(`
      CREATE TABLE audit_positions (
        event_id uuid PRIMARY KEY REFERENCES audit_events,
        tenant_id uuid NOT NULL,
        feed_position bigint NOT NULL UNIQUE,
        stream text NOT NULL,
        position bigint NOT NULL CHECK (position >= 0),
        leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32),
        sequenced_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        UNIQUE (tenant_id, stream, position)
      )`);
    await db.query(`CALL protect_table('audit_positions', 'SELECT')`);
    await db.query(`
      CREATE TRIGGER audit_positions_are_for_ever BEFORE UPDATE OR DELETE ON audit_positions
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(
      `CREATE POLICY of_relay ON audit_positions TO yichuang_relay USING (true) WITH CHECK (true)`,
    );
    await db.query(`GRANT SELECT, INSERT ON audit_positions TO yichuang_relay`);

    await db.query(`
      CREATE TABLE outbox (
        event_id uuid PRIMARY KEY REFERENCES audit_events,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        name text NOT NULL,
        targets jsonb NOT NULL,
        trace_id text NOT NULL,
        attempts int NOT NULL DEFAULT 0,
        last_error text,
        next_try_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        delivered_at timestamptz,
        sequenced_at timestamptz
      )`);
    await db.query(
      `CREATE INDEX outbox_undelivered ON outbox (created_at) WHERE delivered_at IS NULL`,
    );
    await db.query(
      `CREATE INDEX outbox_unsequenced ON outbox (created_at) WHERE sequenced_at IS NULL`,
    );
    await db.query(`CALL protect_table('outbox', 'SELECT, INSERT')`);
    await db.query(
      `CREATE POLICY of_relay ON outbox TO yichuang_relay USING (true) WITH CHECK (true)`,
    );
    await db.query(`GRANT SELECT, UPDATE ON outbox TO yichuang_relay`);

    await db.query(`
      CREATE TABLE received_events (
        event_id uuid NOT NULL,
        receiver text NOT NULL,
        tenant_id uuid NOT NULL,
        received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (event_id, receiver)
      )`);
    await db.query(`CALL protect_table('received_events', 'SELECT, INSERT')`);
    await db.query(
      `CREATE POLICY of_relay ON received_events TO yichuang_relay USING (true) WITH CHECK (true)`,
    );
    await db.query(`GRANT SELECT, INSERT ON received_events TO yichuang_relay`);

    await db.query(`
      CREATE TABLE idempotency_keys (
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        person_id uuid NOT NULL,
        key text NOT NULL CHECK (length(key) BETWEEN 8 AND 200),
        fingerprint bytea NOT NULL,
        status int NOT NULL,
        headers jsonb NOT NULL,
        body text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (tenant_id, person_id, key)
      )`);
    await db.query(`CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at)`);
    await db.query(`CALL protect_table('idempotency_keys', 'SELECT, INSERT')`);
    await db.query(`CREATE POLICY of_relay ON idempotency_keys TO yichuang_relay USING (true)`);
    await db.query(`GRANT SELECT, DELETE ON idempotency_keys TO yichuang_relay`);

    await db.query(`
      CREATE FUNCTION enter_transaction(tenant uuid, person uuid, idempotency_key text,
        OUT got_lock boolean, OUT fingerprint bytea, OUT status int, OUT headers jsonb, OUT body text)
      LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM set_config('app.tenant', tenant::text, true);
        got_lock := idempotency_key IS NULL
          OR pg_try_advisory_xact_lock(hashtextextended(tenant::text || person::text || idempotency_key, 1));
        IF idempotency_key IS NOT NULL AND got_lock THEN
          SELECT k.fingerprint, k.status, k.headers, k.body INTO fingerprint, status, headers, body
          FROM idempotency_keys k
          WHERE k.tenant_id = tenant AND k.person_id = person AND k.key = idempotency_key;
        END IF;
      END $$`);

    await db.query(`
      CREATE TABLE processes (
        kind text NOT NULL,
        id uuid NOT NULL,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        wanted bigint NOT NULL DEFAULT 1,
        seen bigint NOT NULL DEFAULT 0,
        waits_on text,
        last_seen_at timestamptz,
        started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        ended_at timestamptz,
        PRIMARY KEY (kind, id)
      )`);
    await db.query(`CREATE INDEX processes_open ON processes (kind, id) WHERE ended_at IS NULL`);
    await db.query(`CALL protect_table('processes', 'SELECT, INSERT, UPDATE')`);
    await db.query(
      `CREATE POLICY of_relay ON processes TO yichuang_relay USING (true) WITH CHECK (true)`,
    );
    await db.query(`GRANT SELECT, UPDATE ON processes TO yichuang_relay`);

    // The last statement of every transaction that did something. An event that nobody has to be told of is delivered as soon
    // as it is committed; the sequencer takes it all the same. The processes that it concerns are marked as wanting a look in
    // the same transaction, so that none is forgotten even if every message is lost.
    await db.query(`
      CREATE FUNCTION finish_transaction(events jsonb, trace text, kind_of_actor text, person uuid, credential uuid,
        idempotency_key text, fingerprint bytea, status int, headers jsonb, body text)
      RETURNS void LANGUAGE plpgsql AS $$
      DECLARE event jsonb;
      BEGIN
        FOR event IN SELECT value FROM jsonb_array_elements(events) LOOP
          INSERT INTO audit_events (id, stream, aggregate_kind, aggregate_id, version, name, move, actor_kind, actor_id,
            credential_id, on_behalf_of, body, salt, audience, at, trace_id)
          VALUES ((event->>'id')::uuid, coalesce(event->>'stream', current_tenant()::text), event->>'aggregate_kind',
            (event->>'aggregate_id')::uuid, (event->>'version')::int, event->>'name', event->>'move', kind_of_actor, person,
            credential, (event->>'on_behalf_of')::uuid, event->>'body', decode(event->>'salt', 'hex'), event->'audience',
            app_now(), trace);
          IF event->'targets' = '[]' THEN
            INSERT INTO outbox (event_id, name, targets, trace_id, delivered_at)
            VALUES ((event->>'id')::uuid, event->>'name', '[]', trace, clock_timestamp());
          ELSE
            INSERT INTO outbox (event_id, name, targets, trace_id)
            VALUES ((event->>'id')::uuid, event->>'name', event->'targets', trace);
            UPDATE processes p SET wanted = wanted + 1
            FROM jsonb_to_recordset(event->'targets') AS t (kind text, id uuid)
            WHERE p.kind = t.kind AND p.id = t.id;
          END IF;
        END LOOP;
        IF fingerprint IS NOT NULL THEN
          INSERT INTO idempotency_keys (person_id, key, fingerprint, status, headers, body)
          VALUES (person, idempotency_key, fingerprint, status, headers, body);
        END IF;
      END $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      'processes',
      'idempotency_keys',
      'received_events',
      'outbox',
      'audit_positions',
      'audit_events',
      'legal_time',
      'instance',
    ]) {
      await db.query(`DROP TABLE ${table}`);
    }
    await db.query(`DROP FUNCTION finish_transaction`);
    await db.query(`DROP FUNCTION enter_transaction`);
    await db.query(`DROP FUNCTION app_now`);
    await db.query(`DROP FUNCTION guard_legal_time`);
    await db.query(`DROP FUNCTION refuse_change`);
    await db.query(`DROP PROCEDURE protect_table`);
    await db.query(`DROP FUNCTION current_tenant`);
    await db.query(`DROP EXTENSION btree_gist`);
    await db.query(`DROP EXTENSION pg_trgm`);
    await db.query(`DROP EXTENSION ltree`);
  }
}
