import type { MigrationInterface, QueryRunner } from 'typeorm';

const SOURCES = `'welfare-lottery', 'fiscal', 'donation', 'foundation', 'own'`;

/** A fund has one currency, and money that many give for a round is a source of its own. */
export class GiveFundsACurrency1790000000176 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE funds
        ADD COLUMN currency text NOT NULL DEFAULT 'CNY' CHECK (currency IN ('CNY', 'TWD', 'EUR')),
        DROP CONSTRAINT funds_source_check,
        ADD CONSTRAINT funds_source_check CHECK (source IN (${SOURCES}, 'crowdfunding'))`);
    await db.query(`
      CREATE FUNCTION guard_fund_currency() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a fund keeps its currency' USING ERRCODE = 'restrict_violation';
      END $$`);
    await db.query(`
      CREATE TRIGGER funds_keep_their_currency BEFORE UPDATE OF currency ON funds
      FOR EACH ROW WHEN (NEW.currency <> OLD.currency) EXECUTE FUNCTION guard_fund_currency()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER funds_keep_their_currency ON funds`);
    await db.query(`DROP FUNCTION guard_fund_currency`);
    await db.query(`
      ALTER TABLE funds
        DROP COLUMN currency,
        DROP CONSTRAINT funds_source_check,
        ADD CONSTRAINT funds_source_check CHECK (source IN (${SOURCES}))`);
  }
}
