import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programmes, rounds with the revisions of their rule sets, and their lots. */
export class CreateRounds1790000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE programmes (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        unit_id uuid NOT NULL REFERENCES units,
        unit_path ltree NOT NULL,
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        stream text NOT NULL CHECK (stream IN ('public-interest-venture', 'party-building', 'secretary', 'fine-community', 'micro-project', 'bright-idea')),
        name text NOT NULL CHECK (length(name) BETWEEN 2 AND 100),
        created_by uuid NOT NULL REFERENCES persons,
        created_at timestamptz NOT NULL,
        version int NOT NULL CHECK (version > 0),
        UNIQUE (unit_id, year, name)
      )`);
    await db.query(`CREATE INDEX programmes_path ON programmes USING gist (unit_path)`);
    await db.query(`CALL protect_table('programmes', 'SELECT, INSERT')`);

    await db.query(`
      CREATE TABLE rounds (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        programme_id uuid NOT NULL REFERENCES programmes,
        unit_id uuid NOT NULL REFERENCES units,
        unit_path ltree NOT NULL,
        code text NOT NULL CHECK (code ~ '^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$'),
        state text NOT NULL CHECK (state IN ('draft', 'approved', 'announced', 'ended', 'cancelled')),
        revision int NOT NULL CHECK (revision > 0),
        pots jsonb NOT NULL,
        created_by uuid NOT NULL REFERENCES persons,
        created_at timestamptz NOT NULL,
        approved_by uuid REFERENCES persons,
        approved_at timestamptz,
        announced_at timestamptz,
        ended_at timestamptz,
        money_returned_at timestamptz,
        cancelled_by uuid REFERENCES persons,
        cancel_reason text CHECK (length(cancel_reason) BETWEEN 2 AND 1000),
        version int NOT NULL CHECK (version > 0),
        CONSTRAINT approved_by_another_person CHECK (approved_by <> created_by),
        CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
        CHECK (state <> 'draft' OR approved_by IS NULL),
        CHECK (state NOT IN ('approved', 'announced', 'ended') OR approved_by IS NOT NULL),
        CHECK ((state = 'cancelled') = (cancelled_by IS NOT NULL AND cancel_reason IS NOT NULL)),
        CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
        CHECK (money_returned_at >= ended_at)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX rounds_code ON rounds (tenant_id, code) WHERE state <> 'cancelled'`,
    );
    await db.query(`CREATE INDEX rounds_path ON rounds USING gist (unit_path)`);
    await db.query(`CALL protect_table('rounds', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE rule_set_revisions (
        round_id uuid NOT NULL REFERENCES rounds,
        revision int NOT NULL CHECK (revision > 0),
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        document jsonb NOT NULL,
        digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
        difference jsonb NOT NULL,
        reason text CHECK (length(reason) BETWEEN 2 AND 1000),
        made_by uuid NOT NULL REFERENCES persons,
        made_at timestamptz NOT NULL,
        PRIMARY KEY (round_id, revision),
        CHECK ((revision = 1) = (reason IS NULL))
      )`);
    await db.query(`
      CREATE TRIGGER rule_set_revisions_are_for_ever BEFORE UPDATE OR DELETE ON rule_set_revisions
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`CALL protect_table('rule_set_revisions', 'SELECT, INSERT')`);

    await db.query(`
      CREATE TABLE lots (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        round_id uuid NOT NULL REFERENCES rounds,
        unit_path ltree NOT NULL,
        code text NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
        state text NOT NULL CHECK (state IN ('planned', 'open', 'closed', 'opened', 'qualified', 'reviewed', 'proposed', 'approved', 'noticed', 'confirmed', 'ended', 'failed', 'cancelled')),
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL CHECK (closes_at > opens_at),
        bid_count int CHECK (bid_count >= 0),
        bids_root text CHECK (bids_root ~ '^[0-9a-f]{64}$'),
        version int NOT NULL CHECK (version > 0),
        UNIQUE (round_id, code),
        UNIQUE (id, round_id),
        CHECK ((bid_count IS NULL) = (bids_root IS NULL)),
        CHECK ((state IN ('planned', 'open', 'cancelled')) = (bid_count IS NULL))
      )`);
    await db.query(`
      CREATE TABLE extensions (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        round_id uuid NOT NULL REFERENCES rounds,
        unit_path ltree NOT NULL,
        from_instant timestamptz NOT NULL,
        to_instant timestamptz NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 2 AND 1000),
        state text NOT NULL CHECK (state IN ('proposed', 'approved', 'refused', 'lapsed')),
        proposed_by uuid NOT NULL REFERENCES persons,
        proposed_at timestamptz NOT NULL,
        decided_by uuid REFERENCES persons,
        decided_at timestamptz,
        refusal_reason text CHECK (length(refusal_reason) BETWEEN 2 AND 1000),
        revision int CHECK (revision > 1),
        version int NOT NULL CHECK (version > 0),
        UNIQUE (round_id, revision),
        CHECK (to_instant > from_instant),
        CONSTRAINT proposed_before_the_deadline CHECK (proposed_at < from_instant),
        CONSTRAINT approved_before_the_deadline CHECK (state <> 'approved' OR decided_at < from_instant),
        CONSTRAINT extended_by_two_persons CHECK (state <> 'approved' OR decided_by <> proposed_by),
        CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
        CHECK ((state IN ('approved', 'refused')) = (decided_by IS NOT NULL)),
        CHECK ((state = 'approved') = (revision IS NOT NULL)),
        CHECK ((state = 'refused') = (refusal_reason IS NOT NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX extensions_one_proposed ON extensions (round_id) WHERE state = 'proposed'`,
    );
    await db.query(`
      CREATE FUNCTION guard_extension() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state <> 'proposed' OR
          (NEW.round_id, NEW.from_instant, NEW.to_instant, NEW.reason, NEW.proposed_by, NEW.proposed_at)
          IS DISTINCT FROM (OLD.round_id, OLD.from_instant, OLD.to_instant, OLD.reason, OLD.proposed_by, OLD.proposed_at) THEN
          RAISE EXCEPTION 'what was proposed stays, and is decided once' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER extensions_are_guarded BEFORE UPDATE ON extensions
      FOR EACH ROW EXECUTE FUNCTION guard_extension()`);
    await db.query(`CALL protect_table('extensions', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE FUNCTION guard_lot() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.closes_at < OLD.closes_at OR (NEW.closes_at > OLD.closes_at AND OLD.state NOT IN ('planned', 'open')) THEN
          RAISE EXCEPTION 'a deadline only moves later, and only while it runs' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.closes_at > OLD.closes_at AND NOT EXISTS (SELECT FROM extensions e WHERE e.round_id = NEW.round_id
          AND e.state = 'approved' AND e.from_instant = OLD.closes_at AND e.to_instant = NEW.closes_at) THEN
          RAISE EXCEPTION 'a deadline moves when two persons have extended it' USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.bids_root IS NOT NULL AND (NEW.bids_root, NEW.bid_count) IS DISTINCT FROM (OLD.bids_root, OLD.bid_count) THEN
          RAISE EXCEPTION 'what was counted at the close stays' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER lots_are_guarded BEFORE UPDATE ON lots
      FOR EACH ROW EXECUTE FUNCTION guard_lot()`);
    await db.query(`CALL protect_table('lots', 'SELECT, INSERT, UPDATE')`);

    // The gate is a lock of its own: bidders share it, closing and extending take it alone. What is read stands after it, so
    // nobody enters a lot that was closed while they waited.
    await db.query(`
      CREATE FUNCTION enter_lot(lot uuid, OUT round_id uuid, OUT unit_path text, OUT code text, OUT state text,
        OUT opens_at timestamptz, OUT closes_at timestamptz, OUT round_code text, OUT round_state text,
        OUT revision int, OUT at timestamptz)
      LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock_shared(hashtextextended('lot/' || lot::text, 0));
        SELECT l.round_id, l.unit_path::text, l.code, l.state, l.opens_at, l.closes_at, r.code, r.state, r.revision
        INTO round_id, unit_path, code, state, opens_at, closes_at, round_code, round_state, revision
        FROM lots l JOIN rounds r ON r.id = l.round_id WHERE l.id = lot;
        at := app_now();
      END $$`);
    await db.query(`
      CREATE FUNCTION shut_lot(lot uuid) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended('lot/' || lot::text, 0));
      END $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION shut_lot`);
    await db.query(`DROP FUNCTION enter_lot`);
    await db.query(`DROP TABLE lots`);
    await db.query(`DROP FUNCTION guard_lot`);
    await db.query(`DROP TABLE extensions`);
    await db.query(`DROP FUNCTION guard_extension`);
    for (const table of ['rule_set_revisions', 'rounds', 'programmes']) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
