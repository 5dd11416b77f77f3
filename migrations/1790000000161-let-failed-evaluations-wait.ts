import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Failed evaluations for which a project's payments wait; what holds payments may be one of them. */
export class LetFailedEvaluationsWait1790000000161 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE evaluation_failures (
        id uuid PRIMARY KEY REFERENCES evaluations,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        project_id uuid NOT NULL REFERENCES projects,
        party_id uuid NOT NULL REFERENCES parties,
        round_id uuid NOT NULL REFERENCES rounds,
        unit_id uuid NOT NULL REFERENCES units,
        unit_path ltree NOT NULL,
        effect text NOT NULL CHECK (effect IN ('stop-payments', 'delay')),
        state text NOT NULL CHECK (state IN ('open', 'madeGood', 'givenUp', 'dropped')),
        opened_at timestamptz NOT NULL,
        settled_at timestamptz,
        judged_by uuid REFERENCES persons,
        findings text CHECK (length(findings) BETWEEN 2 AND 4000),
        version int NOT NULL CHECK (version > 0),
        CHECK ((state = 'open') = (settled_at IS NULL)),
        CHECK ((judged_by IS NULL) = (findings IS NULL)),
        CONSTRAINT judged_only_when_delayed CHECK (judged_by IS NULL OR effect = 'delay'),
        CONSTRAINT delayed_until_judged CHECK (effect <> 'delay' OR state IN ('open', 'dropped') OR judged_by IS NOT NULL)
      )`);
    await db.query(
      `CREATE INDEX evaluation_failures_of_project ON evaluation_failures (project_id, id)`,
    );
    await db.query(`
      CREATE FUNCTION guard_evaluation_failure() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state <> 'open' OR (NEW.project_id, NEW.effect, NEW.opened_at) IS DISTINCT FROM (OLD.project_id, OLD.effect, OLD.opened_at) THEN
          RAISE EXCEPTION 'a failure is settled once, and stays what it was' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER evaluation_failures_are_guarded BEFORE UPDATE ON evaluation_failures
      FOR EACH ROW EXECUTE FUNCTION guard_evaluation_failure()`);
    await db.query(`CALL protect_table('evaluation_failures', 'SELECT, INSERT, UPDATE')`);

    await db.query(`ALTER TABLE holds DROP CONSTRAINT holds_cause_kind_check`);
    await db.query(`
      ALTER TABLE holds ADD CONSTRAINT holds_cause_kind_check CHECK (cause_kind IN ('challenge', 'rectification', 'evaluation'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE holds DROP CONSTRAINT holds_cause_kind_check`);
    await db.query(`
      ALTER TABLE holds ADD CONSTRAINT holds_cause_kind_check CHECK (cause_kind IN ('challenge', 'rectification'))`);
    await db.query(`DROP TABLE evaluation_failures`);
    await db.query(`DROP FUNCTION guard_evaluation_failure`);
  }
}
