import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may judge: the pool of experts, their ties to parties and when they are away. */
export class CreateExperts1790000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE experts (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        person_id uuid NOT NULL UNIQUE REFERENCES persons,
        unit_path ltree NOT NULL,
        fields text[] NOT NULL CHECK (cardinality(fields) BETWEEN 1 AND 20),
        version int NOT NULL
      )`);
    await db.query(`CALL protect_table('experts', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE expert_ties (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        expert_id uuid NOT NULL REFERENCES experts,
        party_id uuid NOT NULL REFERENCES parties,
        kind text NOT NULL CHECK (kind IN ('employer', 'office', 'kin', 'pay', 'other')),
        from_day date NOT NULL,
        until_day date CHECK (until_day >= from_day)
      )`);
    await db.query(`CREATE INDEX expert_ties_of_expert ON expert_ties (expert_id)`);
    await db.query(`CREATE INDEX expert_ties_of_party ON expert_ties (party_id)`);
    await db.query(`CALL protect_table('expert_ties', 'SELECT, INSERT')`);

    await db.query(`
      CREATE TABLE expert_leaves (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        expert_id uuid NOT NULL REFERENCES experts,
        from_day date NOT NULL,
        until_day date NOT NULL CHECK (until_day >= from_day)
      )`);
    await db.query(`CREATE INDEX expert_leaves_of_expert ON expert_leaves (expert_id)`);
    await db.query(`CALL protect_table('expert_leaves', 'SELECT, INSERT')`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['expert_leaves', 'expert_ties', 'experts']) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
