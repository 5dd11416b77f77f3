import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who bids: parties with their payee, and what their record says of them. */
export class CreateParties1790000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE parties (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        kind text NOT NULL CHECK (kind IN ('association', 'service-institution', 'foundation', 'rural-collective', 'cooperative', 'enterprise', 'public-institution', 'filed-group', 'team', 'person')),
        name text NOT NULL CHECK (length(name) BETWEEN 2 AND 100 AND name IS NFC NORMALIZED),
        name_folded text NOT NULL CHECK (length(name_folded) BETWEEN 1 AND 400),
        credit_code text CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'),
        registered_on date,
        assessment_grade text CHECK (assessment_grade IN ('1A', '2A', '3A', '4A', '5A')),
        payee_name text CHECK (length(payee_name) BETWEEN 2 AND 100),
        payee_account text CHECK (payee_account ~ '^[0-9]{8,32}$'),
        payee_bank text CHECK (length(payee_bank) BETWEEN 2 AND 100),
        payee_bank_code text CHECK (payee_bank_code ~ '^[0-9]{12}$'),
        payee_entered_by uuid REFERENCES persons,
        payee_verified_at timestamptz,
        payee_verified_by uuid REFERENCES persons,
        version int NOT NULL,
        UNIQUE (tenant_id, credit_code),
        CHECK (credit_code IS NOT NULL OR kind IN ('filed-group', 'team', 'person')),
        CHECK (num_nonnulls(payee_name, payee_account, payee_bank, payee_bank_code, payee_entered_by) IN (0, 5)),
        CHECK (num_nonnulls(payee_verified_at, payee_verified_by) IN (0, 2)),
        CHECK (payee_verified_by IS NULL OR (payee_account IS NOT NULL AND payee_verified_by <> payee_entered_by))
      )`);
    // Two people may share a name; two organizations that look alike would be taken for one another.
    await db.query(
      `CREATE UNIQUE INDEX parties_one_name ON parties (tenant_id, name_folded) WHERE kind <> 'person'`,
    );
    await db.query(`CALL protect_table('parties', 'SELECT, INSERT, UPDATE')`);
    await db.query(`
      CREATE FUNCTION guard_payee() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.payee_name, NEW.payee_account, NEW.payee_bank, NEW.payee_bank_code)
           IS DISTINCT FROM (OLD.payee_name, OLD.payee_account, OLD.payee_bank, OLD.payee_bank_code)
           AND NEW.payee_verified_by IS NOT NULL THEN
          RAISE EXCEPTION 'a payee that changes is no longer verified' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER parties_verify_what_stands BEFORE UPDATE ON parties
      FOR EACH ROW EXECUTE FUNCTION guard_payee()`);

    await db.query(`
      CREATE TABLE credit_notes (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        party_id uuid NOT NULL REFERENCES parties,
        kind text NOT NULL CHECK (kind IN ('grade', 'sanction')),
        code text NOT NULL CHECK (code ~ '^[a-z][a-z0-9-]{0,39}$'),
        reason text CHECK (length(reason) BETWEEN 2 AND 1000),
        project_id uuid,
        from_day date NOT NULL,
        until_day date CHECK (until_day >= from_day),
        noted_at timestamptz NOT NULL,
        noted_by uuid REFERENCES persons,
        version int NOT NULL,
        CHECK (kind = 'grade' OR reason IS NOT NULL)
      )`);
    await db.query(`CREATE INDEX credit_notes_of_party ON credit_notes (party_id, id)`);
    await db.query(`CALL protect_table('credit_notes', 'SELECT, INSERT')`);
    await db.query(`
      CREATE TRIGGER credit_notes_are_for_ever BEFORE UPDATE OR DELETE ON credit_notes
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE credit_notes`);
    await db.query(`DROP TABLE parties`);
    await db.query(`DROP FUNCTION guard_payee`);
  }
}
