import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a person accepted the work which a tranche pays: once, for good. */
export class LetWorkBeAccepted1790000000162 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tranche_acceptances (
        id uuid PRIMARY KEY REFERENCES tranches,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        project_id uuid NOT NULL REFERENCES projects,
        code text NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
        duty text NOT NULL CHECK (length(duty) BETWEEN 1 AND 40),
        accepted_by uuid NOT NULL REFERENCES persons,
        accepted_at timestamptz NOT NULL,
        findings text NOT NULL CHECK (length(findings) BETWEEN 2 AND 4000)
      )`);
    await db.query(
      `CREATE INDEX tranche_acceptances_of_project ON tranche_acceptances (project_id)`,
    );
    await db.query(`CALL protect_table('tranche_acceptances', 'SELECT, INSERT')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE tranche_acceptances`);
  }
}
