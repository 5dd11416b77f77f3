import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Money asked back and what came of it. The database itself keeps one person from deciding alone, more from coming back than was asked
 * for, and what was decided or confirmed from being changed.
 */
export class CreateRecoveries1790000000122 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE recoveries (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        project_id uuid NOT NULL REFERENCES projects,
        round_id uuid NOT NULL REFERENCES rounds,
        party_id uuid NOT NULL REFERENCES parties,
        unit_id uuid NOT NULL REFERENCES units,
        unit_path ltree NOT NULL,
        ground text NOT NULL CHECK (ground IN ('stopped', 'final-failed')),
        amount_fen bigint NOT NULL CHECK (amount_fen BETWEEN 1 AND 1000000000000000),
        reason text NOT NULL CHECK (length(reason) BETWEEN 2 AND 1000),
        pay_within_days int NOT NULL CHECK (pay_within_days BETWEEN 1 AND 365),
        state text NOT NULL CHECK (state IN ('proposed', 'refused', 'asked', 'overdue', 'recovered')),
        proposed_by uuid NOT NULL REFERENCES persons,
        proposed_at timestamptz NOT NULL,
        decided_by uuid REFERENCES persons,
        decided_at timestamptz,
        refusal_reason text CHECK (length(refusal_reason) BETWEEN 2 AND 1000),
        parts jsonb,
        pay_by date,
        returned_fen bigint NOT NULL CHECK (returned_fen BETWEEN 0 AND amount_fen),
        version int NOT NULL CHECK (version > 0),
        CHECK ((state = 'proposed') = (decided_by IS NULL)),
        CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
        CHECK ((state = 'refused') = (refusal_reason IS NOT NULL)),
        CHECK ((state IN ('asked', 'overdue', 'recovered')) = (parts IS NOT NULL AND pay_by IS NOT NULL)),
        CONSTRAINT recoveries_by_two CHECK (state IN ('proposed', 'refused') OR decided_by <> proposed_by),
        CHECK ((state = 'recovered') = (returned_fen = amount_fen))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX recoveries_one_open ON recoveries (project_id) WHERE state IN ('proposed', 'asked', 'overdue')`,
    );
    await db.query(`CREATE INDEX recoveries_of_party ON recoveries (party_id)`);
    await db.query(`CREATE INDEX recoveries_of_unit ON recoveries USING gist (unit_path)`);
    await db.query(`CALL protect_table('recoveries', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE repayments (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        recovery_id uuid NOT NULL REFERENCES recoveries,
        unit_path ltree NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen BETWEEN 1 AND 1000000000000000),
        number text NOT NULL CHECK (length(number) BETWEEN 1 AND 40),
        received_on date NOT NULL,
        state text NOT NULL CHECK (state IN ('entered', 'confirmed', 'rejected')),
        maker_id uuid NOT NULL REFERENCES persons,
        entered_at timestamptz NOT NULL,
        checker_id uuid REFERENCES persons,
        checked_at timestamptz,
        reason text CHECK (length(reason) BETWEEN 2 AND 1000),
        version int NOT NULL CHECK (version > 0),
        CONSTRAINT repayments_by_two CHECK (maker_id <> checker_id),
        CHECK ((state = 'entered') = (checker_id IS NULL)),
        CHECK ((checker_id IS NULL) = (checked_at IS NULL)),
        CHECK ((state = 'rejected') = (reason IS NOT NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX repayments_slip_once ON repayments (tenant_id, number) WHERE state <> 'rejected'`,
    );
    await db.query(`CREATE INDEX repayments_of_recovery ON repayments (recovery_id, id)`);
    await db.query(`CALL protect_table('repayments', 'SELECT, INSERT, UPDATE')`);
    await this.guards(db);
  }

  private async guards(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION guard_recovery() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state IN ('refused', 'recovered') THEN
          RAISE EXCEPTION 'recovery % is over', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.id, NEW.tenant_id, NEW.project_id, NEW.party_id, NEW.amount_fen, NEW.reason, NEW.pay_within_days, NEW.proposed_by, NEW.proposed_at)
          IS DISTINCT FROM
          (OLD.id, OLD.tenant_id, OLD.project_id, OLD.party_id, OLD.amount_fen, OLD.reason, OLD.pay_within_days, OLD.proposed_by, OLD.proposed_at)
          OR NEW.returned_fen < OLD.returned_fen
          OR (OLD.decided_by IS NOT NULL AND (NEW.decided_by, NEW.decided_at, NEW.parts, NEW.pay_by)
            IS DISTINCT FROM (OLD.decided_by, OLD.decided_at, OLD.parts, OLD.pay_by)) THEN
          RAISE EXCEPTION 'what was proposed or decided of recovery % stays', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER recoveries_are_guarded BEFORE UPDATE ON recoveries
      FOR EACH ROW EXECUTE FUNCTION guard_recovery()`);
    await db.query(`
      CREATE FUNCTION guard_repayment() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state <> 'entered' OR (NEW.id, NEW.tenant_id, NEW.recovery_id, NEW.amount_fen, NEW.number, NEW.received_on, NEW.maker_id, NEW.entered_at)
          IS DISTINCT FROM (OLD.id, OLD.tenant_id, OLD.recovery_id, OLD.amount_fen, OLD.number, OLD.received_on, OLD.maker_id, OLD.entered_at) THEN
          RAISE EXCEPTION 'repayment % is only confirmed or rejected, once', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER repayments_are_guarded BEFORE UPDATE ON repayments
      FOR EACH ROW EXECUTE FUNCTION guard_repayment()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE repayments`);
    await db.query(`DROP TABLE recoveries`);
    await db.query(`DROP FUNCTION guard_repayment`);
    await db.query(`DROP FUNCTION guard_recovery`);
  }
}
