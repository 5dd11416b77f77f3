import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deputies 代理 as they are appointed: who appointed whom and why, who ended it, and what the database itself keeps apart. */
export class CompleteDeputies1790000000100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // No route has written a row before this.
    await db.query(`
      ALTER TABLE deputies
        ADD COLUMN principal_id uuid NOT NULL REFERENCES persons,
        ADD COLUMN reason text NOT NULL CHECK (length(reason) BETWEEN 2 AND 1000),
        ADD COLUMN appointed_at timestamptz NOT NULL,
        ADD COLUMN ended_by uuid REFERENCES persons,
        ADD CONSTRAINT nobody_deputizes_for_themselves CHECK (person_id <> principal_id),
        ADD CONSTRAINT deputies_ended_by_somebody CHECK (num_nulls(ended_at, ended_by) IN (0, 2)),
        ADD CONSTRAINT one_deputy_at_a_time
          EXCLUDE USING gist (mandate_id WITH =, tstzrange(from_at, until_at) WITH &&) WHERE (ended_at IS NULL)`);
    await db.query(
      `CREATE INDEX deputies_of_person ON deputies (person_id) WHERE ended_at IS NULL`,
    );
    await db.query(`
      CREATE FUNCTION guard_deputies() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF OLD.ended_at IS NOT NULL
            OR (NEW.id, NEW.tenant_id, NEW.mandate_id, NEW.principal_id, NEW.person_id, NEW.from_at, NEW.until_at, NEW.reason, NEW.appointed_at)
              IS DISTINCT FROM
              (OLD.id, OLD.tenant_id, OLD.mandate_id, OLD.principal_id, OLD.person_id, OLD.from_at, OLD.until_at, OLD.reason, OLD.appointed_at) THEN
            RAISE EXCEPTION 'a deputyship is only ended, once' USING ERRCODE = 'restrict_violation';
          END IF;
          RETURN NEW;
        END IF;
        IF NOT EXISTS (SELECT FROM mandates WHERE id = NEW.mandate_id AND person_id = NEW.principal_id
            AND duty NOT IN ('administrator', 'resident', 'expert', 'evaluator')) THEN
          RAISE EXCEPTION 'only the holder of a duty that is not done in person has a deputy for it' USING ERRCODE = 'restrict_violation';
        END IF;
        IF EXISTS (SELECT FROM mandates WHERE person_id = NEW.person_id AND duty = 'administrator') THEN
          RAISE EXCEPTION 'a system administrator does no other duty' USING ERRCODE = 'exclusion_violation',
            CONSTRAINT = 'administrator_holds_no_other_duty';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER deputies_are_guarded BEFORE INSERT OR UPDATE ON deputies
      FOR EACH ROW EXECUTE FUNCTION guard_deputies()`);
    await db.query(`
      CREATE FUNCTION guard_administrators() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.duty = 'administrator' AND EXISTS (SELECT FROM deputies
            WHERE person_id = NEW.person_id AND ended_at IS NULL AND until_at > app_now()) THEN
          RAISE EXCEPTION 'a deputy does another duty' USING ERRCODE = 'exclusion_violation',
            CONSTRAINT = 'administrator_holds_no_other_duty';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER administrators_are_guarded BEFORE INSERT ON mandates
      FOR EACH ROW EXECUTE FUNCTION guard_administrators()`);

    // Whoever is made administrator at the same moment as deputy is no deputy: the two triggers do not see each other's rows.
    await db.query(`
      CREATE VIEW mandates_in_force WITH (security_invoker = true) AS
        SELECT m.tenant_id, m.id AS mandate_id, m.person_id, m.duty, m.scope_kind, m.scope_id, NULL::uuid AS on_behalf_of
        FROM (SELECT app_now() AS now) legal, mandates m
        WHERE m.from_at <= legal.now AND (m.until_at IS NULL OR m.until_at > legal.now)
        UNION ALL
        SELECT m.tenant_id, m.id, d.person_id, m.duty, m.scope_kind, m.scope_id, m.person_id
        FROM (SELECT app_now() AS now) legal, deputies d JOIN mandates m ON m.id = d.mandate_id
        WHERE d.ended_at IS NULL AND d.from_at <= legal.now AND d.until_at > legal.now
          AND m.from_at <= legal.now AND (m.until_at IS NULL OR m.until_at > legal.now)
          AND NOT EXISTS (SELECT FROM mandates a WHERE a.person_id = d.person_id AND a.duty = 'administrator')`);
    await db.query(`GRANT SELECT ON mandates_in_force TO yichuang_app`);
    // One's own mandates first: what one may do oneself, one does not do as a deputy.
    await db.query(`
      CREATE OR REPLACE FUNCTION held_mandates(tenant uuid, person uuid)
      RETURNS TABLE (mandate_id uuid, duty text, scope_kind text, scope_id uuid, path text, on_behalf_of uuid)
      LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
        SELECT m.mandate_id, m.duty, m.scope_kind, m.scope_id, u.path::text, m.on_behalf_of
        FROM mandates_in_force m LEFT JOIN units u ON m.scope_kind = 'unit' AND u.id = m.scope_id
        WHERE m.tenant_id = tenant AND m.person_id = person
        ORDER BY m.on_behalf_of NULLS FIRST, m.mandate_id $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION held_mandates(tenant uuid, person uuid)
      RETURNS TABLE (mandate_id uuid, duty text, scope_kind text, scope_id uuid, path text, on_behalf_of uuid)
      LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
        WITH legal AS (SELECT app_now() AS now)
        SELECT m.id, m.duty, m.scope_kind, m.scope_id, u.path::text, NULL::uuid
        FROM legal, mandates m LEFT JOIN units u ON m.scope_kind = 'unit' AND u.id = m.scope_id
        WHERE m.tenant_id = tenant AND m.person_id = person
          AND m.from_at <= legal.now AND (m.until_at IS NULL OR m.until_at > legal.now)
        UNION ALL
        SELECT m.id, m.duty, m.scope_kind, m.scope_id, u.path::text, m.person_id
        FROM legal, deputies d JOIN mandates m ON m.id = d.mandate_id
        LEFT JOIN units u ON m.scope_kind = 'unit' AND u.id = m.scope_id
        WHERE d.tenant_id = tenant AND d.person_id = person AND d.ended_at IS NULL
          AND d.from_at <= legal.now AND d.until_at > legal.now
          AND m.from_at <= legal.now AND (m.until_at IS NULL OR m.until_at > legal.now) $$`);
    await db.query(`DROP VIEW mandates_in_force`);
    await db.query(`DROP TRIGGER administrators_are_guarded ON mandates`);
    await db.query(`DROP FUNCTION guard_administrators`);
    await db.query(`DROP TRIGGER deputies_are_guarded ON deputies`);
    await db.query(`DROP FUNCTION guard_deputies`);
    await db.query(`DROP INDEX deputies_of_person`);
    await db.query(`
      ALTER TABLE deputies
        DROP CONSTRAINT one_deputy_at_a_time,
        DROP CONSTRAINT deputies_ended_by_somebody,
        DROP CONSTRAINT nobody_deputizes_for_themselves,
        DROP COLUMN ended_by,
        DROP COLUMN appointed_at,
        DROP COLUMN reason,
        DROP COLUMN principal_id`);
  }
}
