import type { MigrationInterface, QueryRunner } from 'typeorm';

const GUARDED_BY_CORRECTIONS = `
    CREATE OR REPLACE FUNCTION guard_lot() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.closes_at < OLD.closes_at OR (NEW.closes_at > OLD.closes_at AND OLD.state NOT IN ('planned', 'open')) THEN
        RAISE EXCEPTION 'a deadline only moves later, and only while it runs' USING ERRCODE = 'restrict_violation';
      END IF;
      IF NEW.closes_at > OLD.closes_at AND NOT EXISTS (SELECT FROM corrections e WHERE e.round_id = NEW.round_id
        AND e.state = 'approved' AND e.from_instant = OLD.closes_at AND e.to_instant = NEW.closes_at) THEN
        RAISE EXCEPTION 'a deadline moves when two persons have corrected the rules' USING ERRCODE = 'restrict_violation';
      END IF;
      IF OLD.bids_root IS NOT NULL AND (NEW.bids_root, NEW.bid_count) IS DISTINCT FROM (OLD.bids_root, OLD.bid_count) THEN
        RAISE EXCEPTION 'what was counted at the close stays' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$`;

const GUARDED_BY_EXTENSIONS = GUARDED_BY_CORRECTIONS.replace(
  'FROM corrections',
  'FROM extensions',
).replace('have corrected the rules', 'have extended it');

/**
 * Corrections 更正 of the rules of an open call take the place of extensions: an extension is the correction that moves the
 * deadline and nothing else.
 */
export class CorrectRuleSets1790000000111 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER extensions_are_guarded ON extensions`);
    await db.query(`DROP FUNCTION guard_extension`);
    await db.query(`ALTER TABLE extensions RENAME TO corrections`);
    await db.query(`ALTER INDEX extensions_one_proposed RENAME TO corrections_one_proposed`);
    await db.query(`ALTER INDEX extensions_pkey RENAME TO corrections_pkey`);
    await db.query(
      `ALTER TABLE corrections RENAME CONSTRAINT extended_by_two_persons TO corrected_by_two_persons`,
    );
    await db.query(`ALTER TABLE corrections DROP CONSTRAINT extensions_check`);
    await db.query(`
      ALTER TABLE corrections
        ADD COLUMN document jsonb,
        ADD COLUMN difference jsonb,
        ADD COLUMN requires_resubmission boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT a_deadline_only_moves_later CHECK (to_instant >= from_instant)`);
    // What an extension proposed: the rules that were in force, with another deadline.
    await db.query(`
      UPDATE corrections c SET
        document = jsonb_set(was.document, '{timetable,callClosesAt}', was.later),
        difference = jsonb_build_array(jsonb_build_object('pointer', '/timetable/callClosesAt',
          'before', was.document #> '{timetable,callClosesAt}', 'after', was.later))
      FROM (
        SELECT e.id, r.document,
          to_jsonb(to_char(e.to_instant AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"')) AS later
        FROM corrections e JOIN rule_set_revisions r ON r.round_id = e.round_id
          AND r.revision = coalesce(e.revision - 1, (SELECT max(f.revision) FROM rule_set_revisions f
            WHERE f.round_id = e.round_id AND f.made_at <= e.proposed_at))) was
      WHERE was.id = c.id`);
    await db.query(`
      ALTER TABLE corrections
        ALTER COLUMN document SET NOT NULL,
        ALTER COLUMN difference SET NOT NULL,
        ALTER COLUMN requires_resubmission DROP DEFAULT,
        ADD CONSTRAINT something_is_corrected CHECK (jsonb_array_length(difference) > 0)`);
    await db.query(`
      CREATE FUNCTION guard_correction() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state <> 'proposed' OR
          (NEW.round_id, NEW.document, NEW.difference, NEW.from_instant, NEW.to_instant, NEW.requires_resubmission, NEW.reason,
            NEW.proposed_by, NEW.proposed_at)
          IS DISTINCT FROM (OLD.round_id, OLD.document, OLD.difference, OLD.from_instant, OLD.to_instant,
            OLD.requires_resubmission, OLD.reason, OLD.proposed_by, OLD.proposed_at) THEN
          RAISE EXCEPTION 'what was proposed stays, and is decided once' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER corrections_are_guarded BEFORE UPDATE ON corrections
      FOR EACH ROW EXECUTE FUNCTION guard_correction()`);
    await db.query(`
      CREATE FUNCTION guard_revision() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.revision > 1 AND NOT EXISTS (SELECT FROM corrections c WHERE c.round_id = NEW.round_id
          AND c.state = 'approved' AND c.revision = NEW.revision AND c.document = NEW.document) THEN
          RAISE EXCEPTION 'rules change when two persons have corrected them' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER rule_set_revisions_are_guarded BEFORE INSERT ON rule_set_revisions
      FOR EACH ROW EXECUTE FUNCTION guard_revision()`);
    await db.query(GUARDED_BY_CORRECTIONS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(GUARDED_BY_EXTENSIONS);
    await db.query(`DROP TRIGGER rule_set_revisions_are_guarded ON rule_set_revisions`);
    await db.query(`DROP FUNCTION guard_revision`);
    await db.query(`DROP TRIGGER corrections_are_guarded ON corrections`);
    await db.query(`DROP FUNCTION guard_correction`);
    await db.query(`
      ALTER TABLE corrections
        DROP CONSTRAINT a_deadline_only_moves_later,
        DROP COLUMN document,
        DROP COLUMN difference,
        DROP COLUMN requires_resubmission,
        ADD CONSTRAINT extensions_check CHECK (to_instant > from_instant)`);
    await db.query(
      `ALTER TABLE corrections RENAME CONSTRAINT corrected_by_two_persons TO extended_by_two_persons`,
    );
    await db.query(`ALTER TABLE corrections RENAME TO extensions`);
    await db.query(`ALTER INDEX corrections_one_proposed RENAME TO extensions_one_proposed`);
    await db.query(`ALTER INDEX corrections_pkey RENAME TO extensions_pkey`);
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
  }
}
