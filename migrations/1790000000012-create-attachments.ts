import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attachments: what they are and which chunks arrived; the bytes lie in the object store. */
export class CreateAttachments1790000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE attachments (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        owner_id uuid NOT NULL REFERENCES persons,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        media_type text NOT NULL,
        size int NOT NULL CHECK (size BETWEEN 1 AND 52428800),
        digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
        state text NOT NULL CHECK (state IN ('receiving', 'complete')),
        created_at timestamptz NOT NULL,
        version int NOT NULL CHECK (version > 0)
      )`);
    await db.query(`CREATE INDEX attachments_of_owner ON attachments (owner_id, id)`);
    await db.query(`CALL protect_table('attachments', 'SELECT, INSERT, UPDATE')`);
    await db.query(`
      CREATE TABLE attachment_chunks (
        attachment_id uuid NOT NULL REFERENCES attachments,
        n int NOT NULL CHECK (n BETWEEN 0 AND 49),
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        size int NOT NULL CHECK (size BETWEEN 1 AND 1048576),
        PRIMARY KEY (attachment_id, n)
      )`);
    await db.query(`CALL protect_table('attachment_chunks', 'SELECT, INSERT, UPDATE')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE attachment_chunks`);
    await db.query(`DROP TABLE attachments`);
  }
}
