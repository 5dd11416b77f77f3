import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bids with all their versions, the opening, what was read at it, and the qualification checks. */
export class CreateBids1790000000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE bids (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        lot_id uuid NOT NULL,
        round_id uuid NOT NULL,
        unit_path ltree NOT NULL,
        party_id uuid NOT NULL REFERENCES parties,
        state text NOT NULL CHECK (state IN ('submitted', 'withdrawn', 'lapsed', 'unopenable', 'opened', 'qualified', 'disqualified', 'funded', 'reserve', 'notFunded')),
        version_no int NOT NULL CHECK (version_no > 0),
        number text CHECK (length(number) BETWEEN 1 AND 60),
        version int NOT NULL CHECK (version > 0),
        FOREIGN KEY (lot_id, round_id) REFERENCES lots (id, round_id),
        CHECK ((state IN ('submitted', 'withdrawn', 'lapsed')) = (number IS NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX bids_of_number ON bids (tenant_id, number) WHERE number IS NOT NULL`,
    );
    await db.query(`CREATE INDEX bids_of_lot ON bids (lot_id, id)`);
    await db.query(`CREATE INDEX bids_of_party ON bids (party_id, round_id)`);
    await db.query(`CREATE INDEX bids_opened ON bids (lot_id, id) WHERE number IS NOT NULL`);
    await db.query(`CALL protect_table('bids', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE bid_versions (
        bid_id uuid NOT NULL REFERENCES bids,
        no int NOT NULL CHECK (no > 0),
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        act text NOT NULL CHECK (act IN ('submission', 'replacement', 'withdrawal')),
        content bytea CHECK (length(content) BETWEEN 2 AND 174080),
        content_digest text CHECK (content_digest ~ '^[0-9a-f]{64}$'),
        header text NOT NULL CHECK (length(header) <= 4096),
        header_digest text NOT NULL CHECK (header_digest ~ '^[0-9a-f]{64}$'),
        revision int NOT NULL CHECK (revision > 0),
        received_at timestamptz NOT NULL,
        submitted_by uuid NOT NULL REFERENCES persons,
        receipt jsonb NOT NULL,
        PRIMARY KEY (bid_id, no),
        CHECK ((no = 1) = (act = 'submission')),
        CHECK ((act = 'withdrawal') = (content IS NULL)),
        CHECK ((content IS NULL) = (content_digest IS NULL))
      )`);
    // Compressing what is long only costs time on the way in, when everyone comes at once.
    await db.query(`ALTER TABLE bid_versions ALTER COLUMN content SET STORAGE EXTERNAL`);
    await db.query(`
      CREATE TRIGGER bid_versions_are_for_ever BEFORE UPDATE OR DELETE ON bid_versions
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`CALL protect_table('bid_versions', 'SELECT, INSERT')`);

    // One statement, with plans that stay prepared: thousands may come in the last minute. Whoever bids, or lets a deputy bid,
    // is a bidder of the round.
    await db.query(`
      CREATE FUNCTION submit_bid(bid uuid, lot uuid, round uuid, path ltree, party uuid, bytes bytea, bytes_digest text,
        head text, head_digest text, named_revision int, at timestamptz, person uuid, given jsonb, hands uuid[])
      RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM note_duty(hand, round, 'bidder') FROM unnest(hands) AS hand;
        INSERT INTO bids (id, lot_id, round_id, unit_path, party_id, state, version_no, version)
        VALUES (bid, lot, round, path, party, 'submitted', 1, 1);
        INSERT INTO bid_versions (bid_id, no, act, content, content_digest, header, header_digest, revision, received_at, submitted_by, receipt)
        VALUES (bid, 1, 'submission', bytes, bytes_digest, head, head_digest, named_revision, at, person, given);
      END $$`);

    await db.query(`
      CREATE TABLE openings (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        lot_id uuid NOT NULL UNIQUE,
        round_id uuid NOT NULL,
        unit_path ltree NOT NULL,
        state text NOT NULL CHECK (state IN ('requested', 'held')),
        requested_by uuid NOT NULL REFERENCES persons,
        requested_at timestamptz NOT NULL,
        confirmed_by uuid REFERENCES persons,
        held_at timestamptz,
        record jsonb,
        digest text CHECK (digest ~ '^[0-9a-f]{64}$'),
        version int NOT NULL CHECK (version > 0),
        FOREIGN KEY (lot_id, round_id) REFERENCES lots (id, round_id),
        CONSTRAINT opened_by_two_persons CHECK (confirmed_by <> requested_by),
        CHECK ((state = 'held') = (confirmed_by IS NOT NULL AND held_at IS NOT NULL AND record IS NOT NULL AND digest IS NOT NULL))
      )`);
    await db.query(`CALL protect_table('openings', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE applications (
        bid_id uuid PRIMARY KEY REFERENCES bids,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        title text CHECK (length(title) BETWEEN 1 AND 100),
        category text CHECK (length(category) BETWEEN 1 AND 40),
        content jsonb,
        budget_fen bigint CHECK (budget_fen BETWEEN 1 AND 1000000000000000),
        own_funds_fen bigint CHECK (own_funds_fen BETWEEN 0 AND 1000000000000000),
        requested_fen bigint CHECK (requested_fen BETWEEN 1 AND 1000000000000000),
        faults jsonb NOT NULL,
        CHECK (content IS NOT NULL OR (title IS NULL AND category IS NULL AND budget_fen IS NULL)),
        CHECK ((budget_fen IS NULL) = (own_funds_fen IS NULL)),
        CHECK (requested_fen IS NULL OR (budget_fen IS NOT NULL AND title IS NOT NULL))
      )`);
    await db.query(`
      CREATE TRIGGER applications_are_for_ever BEFORE UPDATE OR DELETE ON applications
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`CALL protect_table('applications', 'SELECT, INSERT')`);

    await db.query(`
      CREATE TABLE bid_checks (
        bid_id uuid NOT NULL REFERENCES bids,
        code text NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        lot_id uuid NOT NULL REFERENCES lots,
        verdict text NOT NULL CHECK (verdict IN ('pass', 'fail')),
        reason text CHECK (length(reason) BETWEEN 2 AND 1000),
        facts jsonb NOT NULL,
        decided_by uuid REFERENCES persons,
        decided_at timestamptz NOT NULL,
        PRIMARY KEY (bid_id, code),
        CHECK ((decided_by IS NULL) = (reason IS NULL))
      )`);
    await db.query(`CREATE INDEX bid_checks_of_lot ON bid_checks (lot_id)`);
    await db.query(`
      CREATE TRIGGER bid_checks_are_for_ever BEFORE UPDATE OR DELETE ON bid_checks
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`CALL protect_table('bid_checks', 'SELECT, INSERT')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION submit_bid`);
    for (const table of ['bid_checks', 'applications', 'openings', 'bid_versions', 'bids']) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
