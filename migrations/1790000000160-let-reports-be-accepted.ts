import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A report that a person accepted, with what it shows as spent of the grant: money may wait for it. */
export class LetReportsBeAccepted1790000000160 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE project_reports
        DROP CONSTRAINT project_reports_state_check,
        DROP CONSTRAINT project_reports_check,
        ADD CONSTRAINT project_reports_state_check
          CHECK (state IN ('expected', 'overdue', 'missing', 'submitted', 'accepted', 'waived')),
        ADD CONSTRAINT project_reports_check
          CHECK ((state IN ('submitted', 'accepted')) = (num_nulls(submitted_at, submitted_by, text, activities_held, heads_served, spent_fen) = 0)),
        ADD COLUMN accepted_at timestamptz,
        ADD COLUMN accepted_by uuid REFERENCES persons,
        ADD COLUMN accepted_fen bigint,
        ADD CONSTRAINT accepted_with_its_accounts
          CHECK ((state = 'accepted') = (num_nulls(accepted_at, accepted_by, accepted_fen) = 0)),
        ADD CONSTRAINT accepted_wholly CHECK (num_nulls(accepted_at, accepted_by, accepted_fen) IN (0, 3)),
        ADD CONSTRAINT accepted_is_reported CHECK (accepted_fen BETWEEN 0 AND spent_fen)`);
    await db.query(`
      CREATE FUNCTION guard_accepted_report() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'an accepted report stays as it was accepted' USING ERRCODE = 'restrict_violation';
      END $$`);
    await db.query(`
      CREATE TRIGGER accepted_reports_stay BEFORE UPDATE ON project_reports
      FOR EACH ROW WHEN (OLD.state = 'accepted') EXECUTE FUNCTION guard_accepted_report()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER accepted_reports_stay ON project_reports`);
    await db.query(`DROP FUNCTION guard_accepted_report`);
    await db.query(`
      ALTER TABLE project_reports
        DROP COLUMN accepted_at,
        DROP COLUMN accepted_by,
        DROP COLUMN accepted_fen,
        DROP CONSTRAINT project_reports_check,
        DROP CONSTRAINT project_reports_state_check,
        ADD CONSTRAINT project_reports_state_check
          CHECK (state IN ('expected', 'overdue', 'missing', 'submitted', 'waived')),
        ADD CONSTRAINT project_reports_check
          CHECK ((state = 'submitted') = (num_nulls(submitted_at, submitted_by, text, activities_held, heads_served, spent_fen) = 0))`);
  }
}
