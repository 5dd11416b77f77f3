import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that could not be sent are listed and sent again; the version counts the times one was laid aside and sent again. */
export class LetDeadLettersBeSentAgain1790000000141 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `ALTER TABLE messages ADD COLUMN version int NOT NULL DEFAULT 0 CHECK (version >= 0)`,
    );
    await db.query(`CREATE INDEX messages_dead ON messages (tenant_id, id) WHERE state = 'dead'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX messages_dead`);
    await db.query(`ALTER TABLE messages DROP COLUMN version`);
  }
}
