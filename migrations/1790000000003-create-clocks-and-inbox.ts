import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits: legal periods, tasks of people, mail. */
export class CreateClocksAndInbox1790000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE clocks (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        rule text NOT NULL,
        article text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        process_kind text NOT NULL,
        process_id uuid NOT NULL,
        started_at timestamptz NOT NULL,
        count_n int CHECK (count_n >= 0),
        count_unit text NOT NULL CHECK (count_unit IN ('workingDays', 'calendarDays', 'calendarDaysRollOn', 'instant')),
        pauses jsonb NOT NULL DEFAULT '[]',
        due_at timestamptz NOT NULL,
        why jsonb NOT NULL,
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'met', 'passed', 'cancelled')),
        settled_at timestamptz,
        version int NOT NULL DEFAULT 1,
        CHECK ((count_n IS NULL) = (count_unit = 'instant')),
        CHECK ((state = 'running') = (settled_at IS NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX clocks_one_running ON clocks (subject_id, rule) WHERE state = 'running'`,
    );
    await db.query(`CREATE INDEX clocks_due ON clocks (due_at) WHERE state = 'running'`);
    await db.query(
      `CREATE INDEX clocks_of_process ON clocks (process_kind, process_id) WHERE state = 'running'`,
    );
    await db.query(`
      CREATE FUNCTION guard_clock() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.due_at < OLD.due_at THEN
          RAISE EXCEPTION 'a due date once told never moves earlier' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER clocks_move_later_only BEFORE UPDATE ON clocks
      FOR EACH ROW EXECUTE FUNCTION guard_clock()`);
    await db.query(`CALL protect_table('clocks', 'SELECT, INSERT, UPDATE')`);
    await db.query(`CREATE POLICY of_relay ON clocks FOR SELECT TO yichuang_relay USING (true)`);
    await db.query(`GRANT SELECT ON clocks TO yichuang_relay`);

    await db.query(`
      CREATE TABLE tasks (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        kind text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        person_id uuid REFERENCES persons,
        duty text,
        scope_kind text CHECK (scope_kind IN ('unit', 'party', 'round')),
        scope_id uuid,
        facts jsonb NOT NULL DEFAULT '{}',
        due_at timestamptz,
        reminded_at timestamptz,
        opened_at timestamptz NOT NULL DEFAULT app_now(),
        closed_at timestamptz,
        outcome text CHECK (outcome IN ('done', 'lapsed', 'withdrawn')),
        CHECK ((person_id IS NULL) = (duty IS NOT NULL AND scope_kind IS NOT NULL AND scope_id IS NOT NULL)),
        CHECK ((closed_at IS NULL) = (outcome IS NULL))
      )`);
    await db.query(`
      CREATE UNIQUE INDEX tasks_one_open ON tasks (subject_id, kind, coalesce(person_id, scope_id), coalesce(duty, ''))
      WHERE closed_at IS NULL`);
    await db.query(`CREATE INDEX tasks_of_person ON tasks (person_id) WHERE closed_at IS NULL`);
    await db.query(`CREATE INDEX tasks_of_scope ON tasks (scope_id, duty) WHERE closed_at IS NULL`);
    await db.query(`CALL protect_table('tasks', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE messages (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        person_id uuid NOT NULL REFERENCES persons,
        template text NOT NULL,
        facts jsonb NOT NULL DEFAULT '{}',
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT app_now(),
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'dead')),
        enqueued_at timestamptz,
        attempts int NOT NULL DEFAULT 0,
        last_error text,
        settled_at timestamptz
      )`);
    await db.query(`CREATE INDEX messages_of_person ON messages (person_id, id)`);
    await db.query(`CREATE INDEX messages_queued ON messages (id) WHERE state = 'queued'`);
    await db.query(`CALL protect_table('messages', 'SELECT, INSERT, UPDATE')`);
    await db.query(
      `CREATE POLICY of_relay ON messages TO yichuang_relay USING (true) WITH CHECK (true)`,
    );
    await db.query(`GRANT SELECT, UPDATE (enqueued_at) ON messages TO yichuang_relay`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['messages', 'tasks', 'clocks']) await db.query(`DROP TABLE ${table}`);
    await db.query(`DROP FUNCTION guard_clock`);
  }
}
