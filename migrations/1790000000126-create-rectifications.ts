import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders to put something right, with the answers to them; and what holds a project's payments may be such an order. */
export class CreateRectifications1790000000126 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE rectifications (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        project_id uuid NOT NULL REFERENCES projects,
        party_id uuid NOT NULL REFERENCES parties,
        round_id uuid NOT NULL REFERENCES rounds,
        unit_path ltree NOT NULL,
        cause_kind text NOT NULL CHECK (cause_kind IN ('visit', 'report')),
        cause_id uuid NOT NULL,
        findings text NOT NULL CHECK (length(findings) BETWEEN 2 AND 4000),
        ordered_by uuid NOT NULL REFERENCES persons,
        ordered_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('ordered', 'overdue', 'answered', 'refused', 'accepted', 'waived')),
        judged_by uuid REFERENCES persons,
        judged_at timestamptz,
        judgement text CHECK (length(judgement) BETWEEN 2 AND 2000),
        version int NOT NULL CHECK (version > 0),
        CHECK (num_nulls(judged_by, judged_at, judgement) IN (0, 3)),
        CHECK (state NOT IN ('refused', 'accepted') OR judged_by IS NOT NULL)
      )`);
    await db.query(`CREATE INDEX rectifications_of_project ON rectifications (project_id, id)`);
    await db.query(`
      CREATE FUNCTION guard_rectification() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state IN ('accepted', 'waived') OR
          (NEW.project_id, NEW.cause_kind, NEW.cause_id, NEW.findings, NEW.ordered_by, NEW.ordered_at)
          IS DISTINCT FROM (OLD.project_id, OLD.cause_kind, OLD.cause_id, OLD.findings, OLD.ordered_by, OLD.ordered_at) THEN
          RAISE EXCEPTION 'what was ordered stays, and is over once' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER rectifications_are_guarded BEFORE UPDATE ON rectifications
      FOR EACH ROW EXECUTE FUNCTION guard_rectification()`);
    await db.query(`CALL protect_table('rectifications', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE rectification_answers (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        rectification_id uuid NOT NULL REFERENCES rectifications,
        text text NOT NULL CHECK (length(text) BETWEEN 2 AND 8000),
        answered_by uuid NOT NULL REFERENCES persons,
        answered_at timestamptz NOT NULL
      )`);
    await db.query(
      `CREATE INDEX rectification_answers_of_order ON rectification_answers (rectification_id, id)`,
    );
    await db.query(`CALL protect_table('rectification_answers', 'SELECT, INSERT')`);

    await db.query(`ALTER TABLE holds DROP CONSTRAINT holds_cause_kind_check`);
    await db.query(`
      ALTER TABLE holds ADD CONSTRAINT holds_cause_kind_check CHECK (cause_kind IN ('challenge', 'rectification'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE holds DROP CONSTRAINT holds_cause_kind_check`);
    await db.query(
      `ALTER TABLE holds ADD CONSTRAINT holds_cause_kind_check CHECK (cause_kind IN ('challenge'))`,
    );
    await db.query(`DROP TABLE rectification_answers`);
    await db.query(`DROP TABLE rectifications`);
    await db.query(`DROP FUNCTION guard_rectification`);
  }
}
