import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Needs, who joined them, and the screening cycles of streets with experts, sheets and results. */
export class CreateNeeds1790000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE screening_rules (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        document jsonb NOT NULL,
        published_at timestamptz NOT NULL,
        published_by uuid NOT NULL REFERENCES persons,
        version int NOT NULL
      )`);
    await db.query(`CALL protect_table('screening_rules', 'SELECT, INSERT')`);

    await db.query(`
      CREATE TABLE screening_cycles (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        street_id uuid NOT NULL REFERENCES units,
        unit_path ltree NOT NULL,
        rules jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('collecting', 'reported', 'screened', 'closed')),
        opened_at timestamptz NOT NULL,
        reported_at timestamptz,
        reported_by uuid REFERENCES persons,
        version int NOT NULL,
        CHECK ((state = 'collecting') = (reported_at IS NULL)),
        CHECK ((reported_at IS NULL) = (reported_by IS NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX screening_cycles_one_collecting ON screening_cycles (street_id) WHERE state = 'collecting'`,
    );
    await db.query(`CREATE INDEX screening_cycles_street ON screening_cycles (street_id)`);
    await db.query(`CALL protect_table('screening_cycles', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE needs (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        cycle_id uuid NOT NULL REFERENCES screening_cycles,
        unit_id uuid NOT NULL REFERENCES units,
        unit_path ltree NOT NULL,
        submitted_by uuid NOT NULL REFERENCES persons,
        submitted_at timestamptz NOT NULL,
        title text NOT NULL CHECK (length(title) BETWEEN 2 AND 100),
        target_group text NOT NULL CHECK (length(target_group) BETWEEN 2 AND 200),
        head_count int NOT NULL CHECK (head_count BETWEEN 1 AND 10000000),
        problem text NOT NULL CHECK (length(problem) BETWEEN 2 AND 2000),
        service text NOT NULL CHECK (length(service) BETWEEN 2 AND 2000),
        aim text NOT NULL CHECK (length(aim) BETWEEN 2 AND 1000),
        service_area text NOT NULL CHECK (length(service_area) BETWEEN 2 AND 40),
        asked_by int NOT NULL CHECK (asked_by BETWEEN 1 AND 10000000),
        joined_by int NOT NULL CHECK (joined_by >= 0),
        state text NOT NULL CHECK (state IN ('submitted', 'returned', 'forwarded', 'rejected', 'merged', 'listed', 'selected', 'notSelected', 'kept')),
        reason text CHECK (length(reason) BETWEEN 2 AND 1000),
        merged_into uuid REFERENCES needs CHECK (merged_into <> id),
        version int NOT NULL,
        CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
        CHECK (state NOT IN ('returned', 'rejected', 'merged') OR reason IS NOT NULL)
      )`);
    await db.query(`CREATE INDEX needs_cycle ON needs (cycle_id)`);
    await db.query(`CREATE INDEX needs_path ON needs USING gist (unit_path)`);
    await db.query(`CREATE INDEX needs_submitted_by ON needs (submitted_by)`);
    await db.query(
      `CREATE INDEX needs_merged_into ON needs (merged_into) WHERE merged_into IS NOT NULL`,
    );
    await db.query(`CALL protect_table('needs', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE need_joiners (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        need_id uuid NOT NULL REFERENCES needs,
        person_id uuid NOT NULL REFERENCES persons,
        joined_at timestamptz NOT NULL,
        UNIQUE (need_id, person_id)
      )`);
    await db.query(`CALL protect_table('need_joiners', 'SELECT, INSERT')`);

    await db.query(`
      CREATE TABLE screening_experts (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        cycle_id uuid NOT NULL REFERENCES screening_cycles,
        person_id uuid NOT NULL REFERENCES persons,
        assigned_at timestamptz NOT NULL,
        released_at timestamptz,
        reason text CHECK (length(reason) BETWEEN 2 AND 1000),
        CHECK ((released_at IS NULL) = (reason IS NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX screening_experts_once ON screening_experts (cycle_id, person_id) WHERE released_at IS NULL`,
    );
    await db.query(`CREATE INDEX screening_experts_person ON screening_experts (person_id)`);
    await db.query(`CALL protect_table('screening_experts', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE screening_sheets (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        cycle_id uuid NOT NULL REFERENCES screening_cycles,
        need_id uuid NOT NULL REFERENCES needs,
        person_id uuid NOT NULL REFERENCES persons,
        scores jsonb NOT NULL,
        comment text NOT NULL CHECK (length(comment) BETWEEN 2 AND 1000),
        handed_in_at timestamptz NOT NULL,
        version int NOT NULL,
        UNIQUE (need_id, person_id)
      )`);
    await db.query(`CALL protect_table('screening_sheets', 'SELECT, INSERT')`);

    await db.query(`
      CREATE TABLE screening_results (
        need_id uuid PRIMARY KEY REFERENCES needs,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        cycle_id uuid NOT NULL REFERENCES screening_cycles,
        outcome text NOT NULL CHECK (outcome IN ('selected', 'kept', 'notSelected')),
        score text NOT NULL,
        shown_score text NOT NULL,
        explanation jsonb NOT NULL,
        decided_at timestamptz NOT NULL
      )`);
    await db.query(`CREATE INDEX screening_results_cycle ON screening_results (cycle_id)`);
    await db.query(`CALL protect_table('screening_results', 'SELECT, INSERT')`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      'screening_results',
      'screening_sheets',
      'screening_experts',
      'need_joiners',
      'needs',
      'screening_cycles',
      'screening_rules',
    ]) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
