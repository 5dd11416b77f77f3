import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of running projects that somebody asked for, or told of, by a rule of the round. */
export class CreateContractChanges1790000000167 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE contract_changes (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        contract_id uuid NOT NULL REFERENCES contracts,
        award_id uuid NOT NULL REFERENCES awards,
        round_id uuid NOT NULL REFERENCES rounds,
        party_id uuid NOT NULL REFERENCES parties,
        unit_path ltree NOT NULL,
        code text NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
        rules jsonb NOT NULL,
        side text NOT NULL CHECK (side IN ('funder', 'grantee')),
        statements jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('requested', 'noted', 'approved', 'refused', 'lapsed')),
        requested_by uuid NOT NULL REFERENCES persons,
        requested_at timestamptz NOT NULL,
        decided_by uuid REFERENCES persons,
        decided_at timestamptz,
        decision_reason text CHECK (length(decision_reason) BETWEEN 2 AND 2000),
        version int NOT NULL CHECK (version > 0),
        CHECK (num_nulls(decided_by, decided_at, decision_reason) IN (0, 3)),
        CHECK ((state IN ('approved', 'refused')) = (decided_by IS NOT NULL)),
        CONSTRAINT changes_by_two CHECK (decided_by <> requested_by)
      )`);
    await db.query(
      `CREATE INDEX contract_changes_of_contract ON contract_changes (contract_id, id)`,
    );
    await db.query(`CREATE INDEX contract_changes_of_award ON contract_changes (award_id)`);
    await db.query(`
      CREATE FUNCTION guard_contract_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state <> 'requested' OR
          (NEW.contract_id, NEW.code, NEW.rules, NEW.side, NEW.statements, NEW.requested_by, NEW.requested_at)
          IS DISTINCT FROM (OLD.contract_id, OLD.code, OLD.rules, OLD.side, OLD.statements, OLD.requested_by, OLD.requested_at) THEN
          RAISE EXCEPTION 'a change stays as it was asked for, and is decided once' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER contract_changes_are_guarded BEFORE UPDATE ON contract_changes
      FOR EACH ROW EXECUTE FUNCTION guard_contract_change()`);
    await db.query(`CALL protect_table('contract_changes', 'SELECT, INSERT, UPDATE')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE contract_changes`);
    await db.query(`DROP FUNCTION guard_contract_change`);
  }
}
