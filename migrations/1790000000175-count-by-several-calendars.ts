import type { MigrationInterface, QueryRunner } from 'typeorm';

const CODES = `('CN', 'TW', 'ES')`;

/** Holidays of other places than the People's Republic of China, some of which no authority has confirmed; a period keeps whose days it counts. */
export class CountBySeveralCalendars1790000000175 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE calendar_notices
        ADD COLUMN calendar text NOT NULL DEFAULT 'CN' CHECK (calendar IN ${CODES}),
        ADD COLUMN official boolean NOT NULL DEFAULT true,
        DROP CONSTRAINT calendar_notices_year_published_on_notice_key,
        ADD CONSTRAINT calendar_notices_one_of_a_day UNIQUE NULLS NOT DISTINCT (calendar, year, published_on, notice)`);
    await db.query(
      `ALTER TABLE clocks ADD COLUMN calendar text NOT NULL DEFAULT 'CN' CHECK (calendar IN ${CODES})`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE clocks DROP COLUMN calendar`);
    await db.query(`ALTER TABLE calendar_notices DISABLE TRIGGER calendar_notices_are_for_ever`);
    await db.query(`DELETE FROM calendar_notices WHERE calendar <> 'CN'`);
    await db.query(`ALTER TABLE calendar_notices ENABLE TRIGGER calendar_notices_are_for_ever`);
    await db.query(`
      ALTER TABLE calendar_notices
        DROP CONSTRAINT calendar_notices_one_of_a_day,
        DROP COLUMN official,
        DROP COLUMN calendar,
        ADD UNIQUE NULLS NOT DISTINCT (year, published_on, notice)`);
  }
}
