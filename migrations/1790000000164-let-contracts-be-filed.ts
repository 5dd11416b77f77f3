import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a copy of a contract was filed: once, and only of a signed one. */
export class LetContractsBeFiled1790000000164 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE contract_filings (
        id uuid PRIMARY KEY REFERENCES contracts,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        number text NOT NULL CHECK (length(number) BETWEEN 1 AND 80),
        filed_by uuid NOT NULL REFERENCES persons,
        filed_at timestamptz NOT NULL,
        version int NOT NULL CHECK (version = 1)
      )`);
    await db.query(`CALL protect_table('contract_filings', 'SELECT, INSERT')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE contract_filings`);
  }
}
