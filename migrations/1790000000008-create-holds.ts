import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What must not go on for the moment. */
export class CreateHolds1790000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE holds (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        unit_path ltree NOT NULL,
        subject_kind text NOT NULL CHECK (subject_kind IN ('award', 'lot')),
        subject_id uuid NOT NULL,
        cause_kind text NOT NULL CHECK (cause_kind IN ('challenge')),
        cause_id uuid NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 2 AND 1000),
        state text NOT NULL CHECK (state IN ('standing', 'lifted')),
        placed_at timestamptz NOT NULL,
        lifted_at timestamptz,
        version int NOT NULL,
        CHECK ((state = 'lifted') = (lifted_at IS NOT NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX holds_one_per_cause ON holds (subject_id, cause_id) WHERE state = 'standing'`,
    );
    await db.query(`CREATE INDEX holds_of_cause ON holds (cause_id) WHERE state = 'standing'`);
    await db.query(`CALL protect_table('holds', 'SELECT, INSERT, UPDATE')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE holds`);
  }
}
