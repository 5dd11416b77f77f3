import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The guard of sheets, up to where the bid is told and from there. */
const GUARD_OF_SHEETS = `
    CREATE OR REPLACE FUNCTION guard_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (SELECT FROM seats s JOIN panels p ON p.id = s.panel_id JOIN bids b ON b.lot_id = p.lot_id
            LEFT JOIN applications a ON a.bid_id = b.id
            WHERE s.id = NEW.seat_id AND s.panel_id = NEW.panel_id AND s.person_id = NEW.person_id
              AND s.state = 'accepted' AND b.id = NEW.bid_id`;
const THE_REST_OF_IT = `
              AND p.state NOT IN ('scored', 'ranked', 'reported')) THEN
          RAISE EXCEPTION 'a sheet is of a seated expert for a bid of the panel, before all are in' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END IF;
      IF TG_OP = 'DELETE' OR OLD.state <> 'locked'
         OR (NEW.id, NEW.tenant_id, NEW.panel_id, NEW.seat_id, NEW.person_id, NEW.bid_id, NEW.scores, NEW.total, NEW.comment, NEW.digest, NEW.locked_at)
         IS DISTINCT FROM (OLD.id, OLD.tenant_id, OLD.panel_id, OLD.seat_id, OLD.person_id, OLD.bid_id, OLD.scores, OLD.total, OLD.comment, OLD.digest, OLD.locked_at) THEN
        RAISE EXCEPTION 'a locked sheet does not change' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$`;

/** Several panels of one lot, each for the bids of some categories, and the ranking of the lot over all of them. */
export class ReviewByPanels1790000000135 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE panels
        ADD COLUMN code text NOT NULL DEFAULT 'lot' CHECK (length(code) BETWEEN 1 AND 40),
        ADD COLUMN categories text[] CHECK (cardinality(categories) > 0),
        DROP CONSTRAINT panels_lot_id_no_key,
        ADD UNIQUE (lot_id, no, code)`);
    await db.query(`COMMENT ON COLUMN panels.categories IS 'Whose bids it reviews; null: all'`);
    await db.query(`DROP INDEX panels_one_at_work`);
    await db.query(
      `CREATE UNIQUE INDEX panels_one_at_work ON panels (lot_id, code) WHERE state <> 'reported'`,
    );
    await db.query(
      `ALTER TABLE seats ADD CONSTRAINT called_once_in_a_lot UNIQUE (lot_id, expert_id)`,
    );
    await db.query(
      `${GUARD_OF_SHEETS} AND (p.categories IS NULL OR a.category = ANY (p.categories)) ${THE_REST_OF_IT}`,
    );

    await db.query(`
      CREATE TABLE lot_rankings (
        lot_id uuid NOT NULL REFERENCES lots,
        no int NOT NULL CHECK (no > 0),
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        document text NOT NULL,
        digest text NOT NULL,
        made_at timestamptz NOT NULL,
        PRIMARY KEY (lot_id, no),
        CONSTRAINT digest_is_of_the_lot_ranking
          CHECK (digest = encode(sha256(convert_to(document, 'UTF8')), 'hex'))
      )`);
    // Until now one panel reviewed a lot, so its report is the ranking of the lot.
    await db.query(`
      INSERT INTO lot_rankings (lot_id, no, tenant_id, document, digest, made_at)
      SELECT r.lot_id, p.no, r.tenant_id, r.document, r.digest, r.made_at
      FROM rankings r JOIN panels p ON p.id = r.panel_id WHERE p.state = 'reported'`);
    await db.query(`
      CREATE TRIGGER lot_rankings_are_for_ever BEFORE UPDATE OR DELETE ON lot_rankings
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`CALL protect_table('lot_rankings', 'SELECT, INSERT')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE lot_rankings`);
    await db.query(`${GUARD_OF_SHEETS} ${THE_REST_OF_IT}`);
    await db.query(`ALTER TABLE seats DROP CONSTRAINT called_once_in_a_lot`);
    await db.query(`DROP INDEX panels_one_at_work`);
    await db.query(`
      ALTER TABLE panels
        DROP CONSTRAINT panels_lot_id_no_code_key,
        ADD UNIQUE (lot_id, no),
        DROP COLUMN categories,
        DROP COLUMN code`);
    await db.query(
      `CREATE UNIQUE INDEX panels_one_at_work ON panels (lot_id) WHERE state <> 'reported'`,
    );
  }
}
