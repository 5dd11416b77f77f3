import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The duties that a rule set puts on somebody while a project runs, and what was done of them. */
export class CreateProjectDuties1790000000165 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE project_duties (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        project_id uuid NOT NULL REFERENCES projects,
        code text NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
        rules jsonb NOT NULL,
        missed int NOT NULL CHECK (missed >= 0),
        version int NOT NULL CHECK (version > 0),
        UNIQUE (project_id, code)
      )`);
    await db.query(`CALL protect_table('project_duties', 'SELECT, INSERT, UPDATE')`);
    await db.query(`
      CREATE TABLE duty_records (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        project_id uuid NOT NULL REFERENCES projects,
        duty_id uuid NOT NULL REFERENCES project_duties,
        code text NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
        done_on date NOT NULL,
        note text NOT NULL CHECK (length(note) BETWEEN 2 AND 4000),
        evidence jsonb NOT NULL,
        recorded_by uuid NOT NULL REFERENCES persons,
        recorded_at timestamptz NOT NULL,
        version int NOT NULL CHECK (version = 1)
      )`);
    await db.query(`CREATE INDEX duty_records_of_project ON duty_records (project_id, id)`);
    await db.query(`CREATE INDEX duty_records_of_duty ON duty_records (duty_id, done_on)`);
    await db.query(`CALL protect_table('duty_records', 'SELECT, INSERT')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE duty_records`);
    await db.query(`DROP TABLE project_duties`);
  }
}
