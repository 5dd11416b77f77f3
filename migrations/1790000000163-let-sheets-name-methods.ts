import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the evaluator looked into doubtful things, of the methods that the rules name. */
export class LetSheetsNameMethods1790000000163 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE evaluations ADD COLUMN methods jsonb`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE evaluations DROP COLUMN methods`);
  }
}
