import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The category of an award 类别, by which quotas and budgets of the rule set count it; a directed commission has none. */
export class LetAwardsHaveACategory1790000000130 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE awards
        ADD COLUMN category text CHECK (length(category) BETWEEN 1 AND 40),
        ADD CONSTRAINT commissions_have_no_category CHECK (basis = 'competition' OR category IS NULL)`);
    await db.query(
      `UPDATE awards SET category = a.category FROM applications a WHERE a.bid_id = awards.bid_id`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE awards DROP CONSTRAINT commissions_have_no_category, DROP COLUMN category`);
  }
}
