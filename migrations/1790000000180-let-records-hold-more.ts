import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the qualification asks of a party's record beside grades and sanctions: entries on lists, annual checks, evaluations and
 * projects, with their endings and annulments; how long a grade of assessment is valid; and why a check came out as it did.
 */
export class LetRecordsHoldMore1790000000180 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE credit_notes
        DROP CONSTRAINT credit_notes_kind_check,
        DROP CONSTRAINT credit_notes_check1,
        ADD COLUMN year int CHECK (year BETWEEN 1990 AND 2200),
        ADD COLUMN evaluation text CHECK (evaluation IN ('midterm', 'final')),
        ADD COLUMN passed boolean,
        ADD COLUMN about_id uuid,
        ADD CONSTRAINT credit_notes_kind_check
          CHECK (kind IN ('grade', 'sanction', 'listing', 'annual-check', 'evaluation', 'project', 'ending', 'annulment')),
        ADD CONSTRAINT credit_notes_with_reason
          CHECK (kind IN ('grade', 'evaluation', 'project', 'ending') OR reason IS NOT NULL),
        ADD CONSTRAINT credit_notes_on_known_lists
          CHECK (kind <> 'listing' OR code IN ('abnormal-operations', 'serious-violations', 'major-violations', 'own-blacklist', 'annual-report')),
        ADD CONSTRAINT credit_notes_of_a_year
          CHECK ((kind IN ('annual-check', 'project') OR evaluation IS NOT NULL) = (year IS NOT NULL)),
        ADD CONSTRAINT credit_notes_with_outcome
          CHECK ((kind = 'annual-check' OR evaluation IS NOT NULL) = (passed IS NOT NULL)),
        ADD CONSTRAINT credit_notes_evaluated
          CHECK (CASE WHEN kind = 'evaluation' THEN evaluation IS NOT NULL WHEN kind = 'grade' THEN true ELSE evaluation IS NULL END),
        ADD CONSTRAINT credit_notes_about_others
          CHECK ((kind IN ('ending', 'annulment')) = (about_id IS NOT NULL)),
        ADD CONSTRAINT credit_notes_ended_on_a_day CHECK (kind <> 'ending' OR until_day IS NOT NULL),
        ADD CONSTRAINT credit_notes_of_party_key UNIQUE (id, party_id),
        ADD CONSTRAINT credit_notes_about_the_same_party FOREIGN KEY (about_id, party_id) REFERENCES credit_notes (id, party_id)`);
    await db.query(
      `CREATE UNIQUE INDEX credit_notes_ended_once ON credit_notes (about_id, kind) WHERE about_id IS NOT NULL`,
    );
    await db.query(
      `CREATE INDEX credit_notes_of_project ON credit_notes (project_id) WHERE kind = 'project'`,
    );
    await db.query(`
      ALTER TABLE parties
        ADD COLUMN assessment_valid_until date,
        ADD CONSTRAINT parties_valid_grade CHECK (assessment_valid_until IS NULL OR assessment_grade IS NOT NULL)`);
    await db.query(`ALTER TABLE bid_checks ADD COLUMN as_of date, ADD COLUMN explanation jsonb`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE bid_checks DROP COLUMN explanation, DROP COLUMN as_of`);
    await db.query(`ALTER TABLE parties DROP COLUMN assessment_valid_until`);
    await db.query(`ALTER TABLE credit_notes DISABLE TRIGGER credit_notes_are_for_ever`);
    await db.query(`DELETE FROM credit_notes WHERE kind NOT IN ('grade', 'sanction')`);
    await db.query(`ALTER TABLE credit_notes ENABLE TRIGGER credit_notes_are_for_ever`);
    await db.query(`DROP INDEX credit_notes_of_project, credit_notes_ended_once`);
    await db.query(`
      ALTER TABLE credit_notes
        DROP CONSTRAINT credit_notes_about_the_same_party,
        DROP CONSTRAINT credit_notes_of_party_key,
        DROP CONSTRAINT credit_notes_with_reason,
        DROP CONSTRAINT credit_notes_on_known_lists,
        DROP CONSTRAINT credit_notes_of_a_year,
        DROP CONSTRAINT credit_notes_evaluated,
        DROP CONSTRAINT credit_notes_ended_on_a_day,
        DROP CONSTRAINT credit_notes_kind_check,
        DROP COLUMN about_id,
        DROP COLUMN passed,
        DROP COLUMN evaluation,
        DROP COLUMN year,
        ADD CONSTRAINT credit_notes_kind_check CHECK (kind IN ('grade', 'sanction')),
        ADD CONSTRAINT credit_notes_check1 CHECK (kind = 'grade' OR reason IS NOT NULL)`);
  }
}
