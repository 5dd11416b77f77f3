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
        state text NOT NULL CHECK (state IN ('receiving', 'complete', 'bound', 'removed')),
        created_at timestamptz NOT NULL,
        subject_kind text CHECK (length(subject_kind) BETWEEN 1 AND 40),
        subject_id uuid,
        bound_at timestamptz,
        bytes_gone_at timestamptz,
        version int NOT NULL CHECK (version > 0),
        CHECK ((state = 'bound') = (bound_at IS NOT NULL)),
        CHECK ((subject_kind IS NULL) = (bound_at IS NULL) AND (subject_id IS NULL) = (bound_at IS NULL)),
        CHECK (bytes_gone_at IS NULL OR state = 'removed')
      )`);
    await db.query(`CREATE INDEX attachments_of_owner ON attachments (owner_id, id)`);
    await db.query(
      `CREATE INDEX attachments_of_subject ON attachments (subject_id) WHERE subject_id IS NOT NULL`,
    );
    await db.query(
      `CREATE INDEX attachments_unbound ON attachments (created_at) WHERE state IN ('receiving', 'complete')`,
    );
    await db.query(`
      CREATE FUNCTION guard_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.owner_id, NEW.name, NEW.media_type, NEW.size, NEW.digest, NEW.created_at)
          IS DISTINCT FROM (OLD.owner_id, OLD.name, OLD.media_type, OLD.size, OLD.digest, OLD.created_at) THEN
          RAISE EXCEPTION 'what an attachment is never changes' USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.state = 'bound' OR (OLD.state = 'removed' AND NEW.state <> 'removed') THEN
          RAISE EXCEPTION 'an attachment is bound for good, and removed for good' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER attachments_are_guarded BEFORE UPDATE ON attachments
      FOR EACH ROW EXECUTE FUNCTION guard_attachment()`);
    await db.query(`CALL protect_table('attachments', 'SELECT, INSERT, UPDATE')`);
    await db.query(
      `CREATE POLICY of_relay ON attachments FOR SELECT TO yichuang_relay USING (state <> 'bound')`,
    );
    await db.query(
      `GRANT SELECT (id, tenant_id, state, created_at, bytes_gone_at) ON attachments TO yichuang_relay`,
    );
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
    await db.query(`DROP FUNCTION guard_attachment`);
  }
}
