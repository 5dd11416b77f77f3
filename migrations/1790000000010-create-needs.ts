import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Needs and the screening cycles of streets. */
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
        version int NOT NULL
      )`);
    await db.query(
      `CREATE UNIQUE INDEX screening_cycles_one_collecting ON screening_cycles (street_id) WHERE state = 'collecting'`,
    );
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
        service_area text NOT NULL,
        asked_by int NOT NULL CHECK (asked_by BETWEEN 1 AND 10000000),
        state text NOT NULL CHECK (state IN ('submitted', 'returned', 'forwarded', 'rejected', 'merged', 'listed', 'selected', 'notSelected', 'kept')),
        reason text CHECK (length(reason) BETWEEN 2 AND 1000),
        merged_into uuid REFERENCES needs,
        version int NOT NULL,
        CHECK ((state = 'merged') = (merged_into IS NOT NULL))
      )`);
    await db.query(`CREATE INDEX needs_cycle ON needs (cycle_id)`);
    await db.query(`CREATE INDEX needs_path ON needs USING gist (unit_path)`);
    await db.query(`CREATE INDEX needs_title ON needs USING gin (title gin_trgm_ops)`);
    await db.query(`CALL protect_table('needs', 'SELECT, INSERT, UPDATE')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE needs`);
    await db.query(`DROP TABLE screening_cycles`);
    await db.query(`DROP TABLE screening_rules`);
  }
}
