import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sanctions that somebody imposed by a rule of the round. One may fail the evaluation under way; one, or a worst grade, may be why
 * money is asked back.
 */
export class CreateProjectSanctions1790000000166 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE project_sanctions (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        project_id uuid NOT NULL REFERENCES projects,
        party_id uuid NOT NULL REFERENCES parties,
        round_id uuid NOT NULL REFERENCES rounds,
        unit_path ltree NOT NULL,
        code text NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
        rules jsonb NOT NULL,
        findings text NOT NULL CHECK (length(findings) BETWEEN 2 AND 4000),
        imposed_by uuid NOT NULL REFERENCES persons,
        imposed_at timestamptz NOT NULL,
        version int NOT NULL CHECK (version = 1)
      )`);
    await db.query(
      `CREATE INDEX project_sanctions_of_project ON project_sanctions (project_id, id)`,
    );
    await db.query(`CALL protect_table('project_sanctions', 'SELECT, INSERT')`);
    await db.query(`
      ALTER TABLE evaluations
        DROP CONSTRAINT evaluations_state_check,
        ADD CONSTRAINT evaluations_state_check
          CHECK (state IN ('awaiting', 'excused', 'selfReported', 'missing', 'sanctioned', 'scored', 'graded', 'dropped')),
        ADD COLUMN failed_by uuid UNIQUE REFERENCES project_sanctions,
        ADD CONSTRAINT sanctioned_by_a_sanction CHECK (state <> 'sanctioned' OR (failed_by IS NOT NULL AND grade IS NULL))`);
    await db.query(`
      ALTER TABLE recoveries
        DROP CONSTRAINT recoveries_ground_check,
        ADD CONSTRAINT recoveries_ground_check CHECK (ground IN ('stopped', 'final-failed', 'worst-grade', 'sanctioned'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE recoveries
        DROP CONSTRAINT recoveries_ground_check,
        ADD CONSTRAINT recoveries_ground_check CHECK (ground IN ('stopped', 'final-failed'))`);
    await db.query(`
      ALTER TABLE evaluations
        DROP COLUMN failed_by,
        DROP CONSTRAINT evaluations_state_check,
        ADD CONSTRAINT evaluations_state_check
          CHECK (state IN ('awaiting', 'excused', 'selfReported', 'missing', 'scored', 'graded', 'dropped'))`);
    await db.query(`DROP TABLE project_sanctions`);
  }
}
