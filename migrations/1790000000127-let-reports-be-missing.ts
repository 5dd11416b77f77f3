import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A report that has not come for so long that it counts as missing. */
export class LetReportsBeMissing1790000000127 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE project_reports
        DROP CONSTRAINT project_reports_state_check,
        ADD CONSTRAINT project_reports_state_check
          CHECK (state IN ('expected', 'overdue', 'missing', 'submitted', 'waived')),
        ADD COLUMN missing_since timestamptz,
        ADD CONSTRAINT missing_since_some_time CHECK (state <> 'missing' OR missing_since IS NOT NULL)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE project_reports
        DROP COLUMN missing_since,
        DROP CONSTRAINT project_reports_state_check,
        ADD CONSTRAINT project_reports_state_check CHECK (state IN ('expected', 'overdue', 'submitted', 'waived'))`);
  }
}
