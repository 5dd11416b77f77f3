import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Projects, the reports they owe and the visits paid to them. */
export class CreateProjects1790000000070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE projects (
        id uuid PRIMARY KEY REFERENCES awards,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        contract_id uuid NOT NULL UNIQUE REFERENCES contracts,
        party_id uuid NOT NULL REFERENCES parties,
        round_id uuid NOT NULL REFERENCES rounds,
        unit_id uuid NOT NULL REFERENCES units,
        unit_path ltree NOT NULL,
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
        started_on date NOT NULL,
        ends_on date NOT NULL,
        visits_min int NOT NULL CHECK (visits_min >= 0),
        state text NOT NULL CHECK (state IN ('active', 'settling', 'ended', 'closed')),
        version int NOT NULL
      )`);
    await db.query(`CREATE INDEX projects_round ON projects (round_id)`);
    await db.query(`CREATE INDEX projects_party ON projects (party_id)`);
    await db.query(`CREATE INDEX projects_path ON projects USING gist (unit_path)`);
    await db.query(`CALL protect_table('projects', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE project_reports (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        project_id uuid NOT NULL REFERENCES projects,
        code text NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
        name jsonb NOT NULL,
        due_on date NOT NULL,
        state text NOT NULL CHECK (state IN ('expected', 'overdue', 'submitted', 'waived')),
        submitted_at timestamptz,
        submitted_by uuid REFERENCES persons,
        text text CHECK (length(text) BETWEEN 2 AND 8000),
        activities_held int CHECK (activities_held BETWEEN 0 AND 100000),
        heads_served int CHECK (heads_served BETWEEN 0 AND 10000000),
        spent_fen bigint CHECK (spent_fen BETWEEN 0 AND 1000000000000000),
        version int NOT NULL,
        UNIQUE (project_id, code),
        CHECK ((state = 'submitted') = (num_nulls(submitted_at, submitted_by, text, activities_held, heads_served, spent_fen) = 0)),
        CHECK (num_nulls(submitted_at, submitted_by, text, activities_held, heads_served, spent_fen) IN (0, 6))
      )`);
    await db.query(`CALL protect_table('project_reports', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE project_visits (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        project_id uuid NOT NULL REFERENCES projects,
        visited_on date NOT NULL,
        visited_by uuid NOT NULL REFERENCES persons,
        findings text NOT NULL CHECK (length(findings) BETWEEN 2 AND 4000),
        heads_served int NOT NULL CHECK (heads_served BETWEEN 0 AND 10000000),
        recorded_at timestamptz NOT NULL,
        version int NOT NULL
      )`);
    await db.query(`CREATE INDEX project_visits_project ON project_visits (project_id)`);
    await db.query(`CALL protect_table('project_visits', 'SELECT, INSERT')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE project_visits`);
    await db.query(`DROP TABLE project_reports`);
    await db.query(`DROP TABLE projects`);
  }
}
