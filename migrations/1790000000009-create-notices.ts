import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was published, as it was published. */
export class CreateNotices1790000000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE notices (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        kind text NOT NULL CHECK (kind IN ('call', 'correction', 'opening', 'award', 'commission', 'result', 'contract', 'guide-list')),
        subject_kind text NOT NULL CHECK (length(subject_kind) BETWEEN 1 AND 40),
        subject_id uuid NOT NULL,
        round_id uuid,
        title_zh text NOT NULL CHECK (length(title_zh) BETWEEN 1 AND 200),
        title_en text NOT NULL CHECK (length(title_en) BETWEEN 1 AND 400),
        content jsonb NOT NULL,
        digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
        first_day date NOT NULL,
        last_day date CHECK (last_day >= first_day),
        published_at timestamptz NOT NULL,
        version int NOT NULL CHECK (version = 1)
      )`);
    await db.query(`CREATE INDEX notices_of_tenant ON notices (tenant_id, kind, id)`);
    await db.query(`CREATE INDEX notices_of_subject ON notices (subject_id)`);
    await db.query(`CREATE INDEX notices_of_round ON notices (round_id)`);
    await db.query(`
      CREATE TRIGGER notices_are_for_ever BEFORE UPDATE OR DELETE ON notices
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`CALL protect_table('notices', 'SELECT, INSERT')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE notices`);
  }
}
