import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Panels with their draws and seats, the sheets of experts, rankings and the signatures under them. */
export class CreateReviews1790000000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE panels (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        lot_id uuid NOT NULL REFERENCES lots,
        round_id uuid NOT NULL REFERENCES rounds,
        unit_path ltree NOT NULL,
        no int NOT NULL CHECK (no > 0),
        state text NOT NULL CHECK (state IN ('forming', 'frozen', 'drawn', 'seated', 'scored', 'ranked', 'reported')),
        revision int NOT NULL CHECK (revision > 0),
        lacking jsonb CHECK (lacking IS NULL OR state = 'forming'),
        version int NOT NULL CHECK (version > 0),
        UNIQUE (lot_id, no)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX panels_one_at_work ON panels (lot_id) WHERE state <> 'reported'`,
    );
    await db.query(`CREATE INDEX panels_of_round ON panels (round_id)`);
    await db.query(`CREATE INDEX panels_path ON panels USING gist (unit_path)`);
    await db.query(`CALL protect_table('panels', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE draws (
        panel_id uuid NOT NULL REFERENCES panels,
        no int NOT NULL CHECK (no > 0),
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        frozen text NOT NULL CHECK (length(frozen) <= 4000000),
        pool_digest text NOT NULL,
        members jsonb NOT NULL,
        excluded jsonb NOT NULL,
        frozen_at timestamptz NOT NULL,
        frozen_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
        entropy bytea CHECK (length(entropy) = 32),
        seed text,
        orders jsonb,
        drawn_at timestamptz,
        PRIMARY KEY (panel_id, no),
        CONSTRAINT digest_is_of_the_pool
          CHECK (pool_digest = encode(sha256(convert_to(frozen, 'UTF8')), 'hex')),
        CONSTRAINT seed_is_of_pool_and_entropy
          CHECK (seed = encode(sha256('gy-draw-1'::bytea || decode(pool_digest, 'hex') || entropy), 'hex')),
        CONSTRAINT drawn_as_a_whole CHECK (num_nonnulls(entropy, seed, orders, drawn_at) IN (0, 4)),
        CONSTRAINT frozen_before_drawn CHECK (drawn_at > frozen_at)
      )`);
    await db.query(
      `COMMENT ON TABLE draws IS 'A pool is frozen with its seats in one transaction and drawn from in a later one: nobody can fit the pool to the seed'`,
    );
    await db.query(`
      CREATE FUNCTION guard_draw() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.entropy IS NOT NULL OR NEW.frozen_in <> pg_current_xact_id() THEN
            RAISE EXCEPTION 'a pool is frozen before it is drawn from' USING ERRCODE = 'restrict_violation';
          END IF;
          RETURN NEW;
        END IF;
        IF TG_OP = 'DELETE' OR OLD.entropy IS NOT NULL THEN
          RAISE EXCEPTION 'a draw is for ever' USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.frozen_in = pg_current_xact_id() THEN
          RAISE EXCEPTION 'the frozen pool must be committed before the seed is made' USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.panel_id, NEW.no, NEW.tenant_id, NEW.frozen, NEW.pool_digest, NEW.members, NEW.excluded, NEW.frozen_at, NEW.frozen_in)
           IS DISTINCT FROM (OLD.panel_id, OLD.no, OLD.tenant_id, OLD.frozen, OLD.pool_digest, OLD.members, OLD.excluded, OLD.frozen_at, OLD.frozen_in) THEN
          RAISE EXCEPTION 'a frozen pool does not change' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER draws_are_guarded BEFORE INSERT OR UPDATE OR DELETE ON draws
      FOR EACH ROW EXECUTE FUNCTION guard_draw()`);
    await db.query(`CALL protect_table('draws', 'SELECT, INSERT')`);
    await db.query(`GRANT UPDATE (entropy, seed, orders, drawn_at) ON draws TO yichuang_app`);

    await db.query(`
      CREATE TABLE seats (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        panel_id uuid NOT NULL REFERENCES panels,
        round_id uuid NOT NULL REFERENCES rounds,
        lot_id uuid NOT NULL REFERENCES lots,
        unit_path ltree NOT NULL,
        draw_no int NOT NULL,
        seat_code text NOT NULL CHECK (length(seat_code) BETWEEN 1 AND 40),
        leaf text NOT NULL CHECK (leaf ~ '^[0-9a-f]{64}$'),
        place int NOT NULL CHECK (place > 0),
        expert_id uuid NOT NULL REFERENCES experts,
        person_id uuid NOT NULL REFERENCES persons,
        state text NOT NULL CHECK (state IN ('invited', 'accepted', 'declined', 'recused', 'replaced')),
        cause text CHECK (cause IN ('refusal', 'illness', 'tie', 'other', 'no-answer', 'no-sheets')),
        reason text CHECK (length(reason) BETWEEN 2 AND 1000),
        tie_party_id uuid REFERENCES parties,
        bidders_digest text CHECK (bidders_digest ~ '^[0-9a-f]{64}$'),
        invited_at timestamptz NOT NULL,
        answered_at timestamptz,
        left_at timestamptz,
        version int NOT NULL CHECK (version > 0),
        FOREIGN KEY (panel_id, draw_no) REFERENCES draws (panel_id, no),
        CONSTRAINT invited_once UNIQUE (panel_id, expert_id),
        CHECK ((state IN ('invited', 'accepted')) = (cause IS NULL)),
        CHECK ((state IN ('invited', 'accepted')) = (left_at IS NULL)),
        CHECK (state <> 'accepted' OR (bidders_digest IS NOT NULL AND answered_at IS NOT NULL))
      )`);
    await db.query(`CREATE INDEX seats_of_person ON seats (person_id, id)`);
    await db.query(`CALL protect_table('seats', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE sheets (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        panel_id uuid NOT NULL REFERENCES panels,
        seat_id uuid NOT NULL REFERENCES seats,
        person_id uuid NOT NULL REFERENCES persons,
        bid_id uuid NOT NULL REFERENCES bids,
        scores jsonb NOT NULL CHECK (jsonb_typeof(scores) = 'object'),
        total text NOT NULL CHECK (total ~ '^[0-9]+(\\.[0-9]+)?$'),
        comment text NOT NULL CHECK (length(comment) BETWEEN 2 AND 2000),
        digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
        locked_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('locked', 'confirmed')),
        reason text CHECK (length(reason) BETWEEN 2 AND 1000),
        confirmed_at timestamptz,
        version int NOT NULL CHECK (version > 0),
        CONSTRAINT scored_once UNIQUE (seat_id, bid_id),
        CHECK ((state = 'confirmed') = (reason IS NOT NULL)),
        CHECK ((reason IS NULL) = (confirmed_at IS NULL))
      )`);
    await db.query(`CREATE INDEX sheets_of_panel ON sheets (panel_id, bid_id)`);
    await db.query(`
      CREATE FUNCTION guard_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NOT EXISTS (SELECT FROM seats s JOIN panels p ON p.id = s.panel_id JOIN bids b ON b.lot_id = p.lot_id
              WHERE s.id = NEW.seat_id AND s.panel_id = NEW.panel_id AND s.person_id = NEW.person_id
                AND s.state = 'accepted' AND b.id = NEW.bid_id
                AND p.state NOT IN ('scored', 'ranked', 'reported')) THEN
            RAISE EXCEPTION 'a sheet is of a seated expert for a bid of the lot, before all are in' USING ERRCODE = 'restrict_violation';
          END IF;
          RETURN NEW;
        END IF;
        IF TG_OP = 'DELETE' OR OLD.state <> 'locked'
           OR (NEW.id, NEW.tenant_id, NEW.panel_id, NEW.seat_id, NEW.person_id, NEW.bid_id, NEW.scores, NEW.total, NEW.comment, NEW.digest, NEW.locked_at)
           IS DISTINCT FROM (OLD.id, OLD.tenant_id, OLD.panel_id, OLD.seat_id, OLD.person_id, OLD.bid_id, OLD.scores, OLD.total, OLD.comment, OLD.digest, OLD.locked_at) THEN
          RAISE EXCEPTION 'a locked sheet does not change' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER sheets_are_guarded BEFORE INSERT OR UPDATE OR DELETE ON sheets
      FOR EACH ROW EXECUTE FUNCTION guard_sheet()`);
    await db.query(`CALL protect_table('sheets', 'SELECT, INSERT')`);
    await db.query(`GRANT UPDATE (state, reason, confirmed_at, version) ON sheets TO yichuang_app`);

    await db.query(`
      CREATE TABLE rankings (
        panel_id uuid PRIMARY KEY REFERENCES panels,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        lot_id uuid NOT NULL REFERENCES lots,
        document text NOT NULL,
        digest text NOT NULL,
        made_at timestamptz NOT NULL,
        CONSTRAINT digest_is_of_the_ranking
          CHECK (digest = encode(sha256(convert_to(document, 'UTF8')), 'hex'))
      )`);
    await db.query(`CREATE INDEX rankings_of_lot ON rankings (lot_id)`);
    await db.query(`
      CREATE TRIGGER rankings_are_for_ever BEFORE UPDATE OR DELETE ON rankings
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`CALL protect_table('rankings', 'SELECT, INSERT')`);

    await db.query(`
      CREATE TABLE panel_signatures (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        panel_id uuid NOT NULL REFERENCES rankings,
        seat_id uuid NOT NULL UNIQUE REFERENCES seats,
        person_id uuid NOT NULL REFERENCES persons,
        ranking_digest text NOT NULL CHECK (ranking_digest ~ '^[0-9a-f]{64}$'),
        agrees boolean NOT NULL,
        is_deemed boolean NOT NULL,
        dissent text CHECK (length(dissent) BETWEEN 2 AND 2000),
        signed_at timestamptz NOT NULL,
        version int NOT NULL CHECK (version = 1),
        CHECK (agrees = (dissent IS NULL)),
        CHECK (agrees OR NOT is_deemed)
      )`);
    await db.query(`CREATE INDEX panel_signatures_of_panel ON panel_signatures (panel_id)`);
    await db.query(`
      CREATE TRIGGER panel_signatures_are_for_ever BEFORE UPDATE OR DELETE ON panel_signatures
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`CALL protect_table('panel_signatures', 'SELECT, INSERT')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE panel_signatures`);
    await db.query(`DROP TABLE rankings`);
    await db.query(`DROP TABLE sheets`);
    await db.query(`DROP FUNCTION guard_sheet`);
    await db.query(`DROP TABLE seats`);
    await db.query(`DROP TABLE draws`);
    await db.query(`DROP FUNCTION guard_draw`);
    await db.query(`DROP TABLE panels`);
  }
}
