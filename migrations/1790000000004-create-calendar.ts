import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The holiday notices of the State Council, in layers by notice and by when each was known. They are the same for every
 * tenant and carry none, so row-level security does not apply; a layer is never changed, only overlaid by a later one. The notices themselves are entered by seed-calendar.ts.
 */
export class CreateCalendar1790000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE calendar_notices (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        notice text,
        title text NOT NULL,
        published_on date NOT NULL,
        assumed boolean NOT NULL,
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        off date[] NOT NULL,
        worked date[] NOT NULL,
        version int NOT NULL DEFAULT 1,
        UNIQUE NULLS NOT DISTINCT (year, published_on, notice)
      )`);
    await db.query(`
      CREATE TRIGGER calendar_notices_are_for_ever BEFORE UPDATE OR DELETE ON calendar_notices
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`GRANT SELECT, INSERT ON calendar_notices TO yichuang_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE calendar_notices`);
  }
}
