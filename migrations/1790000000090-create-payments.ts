import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tranches, payments and batches. What must never happen to money is refused here whatever the code does: two live payments of
 * one tranche, a payment of another amount than what is payable, one person as maker and checker, something executed that
 * was not approved, money under a hold or to an account that nobody verified, more than 500 lines in a batch.
 */
export class CreatePayments1790000000090 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tranches (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        project_id uuid NOT NULL REFERENCES projects,
        contract_id uuid NOT NULL REFERENCES contracts,
        round_id uuid NOT NULL REFERENCES rounds,
        lot_id uuid REFERENCES lots,
        party_id uuid NOT NULL REFERENCES parties,
        unit_id uuid NOT NULL REFERENCES units,
        unit_path ltree NOT NULL,
        code text NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
        place int NOT NULL CHECK (place BETWEEN 0 AND 99),
        planned_fen bigint NOT NULL CHECK (planned_fen BETWEEN 0 AND 1000000000000000),
        planned_parts jsonb NOT NULL,
        payable_fen bigint CHECK (payable_fen BETWEEN 0 AND planned_fen),
        payable_parts jsonb,
        explanation jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('planned', 'due', 'claimed', 'ordered', 'paid', 'void')),
        due_since timestamptz,
        invoice_number text CHECK (length(invoice_number) BETWEEN 1 AND 40),
        claimed_by uuid REFERENCES persons,
        claimed_at timestamptz,
        paid_on date,
        version int NOT NULL CHECK (version > 0),
        UNIQUE (project_id, code),
        UNIQUE (project_id, place),
        UNIQUE (id, payable_fen),
        CONSTRAINT tranches_invoice_once UNIQUE (party_id, invoice_number),
        CHECK ((state = 'planned') = (payable_fen IS NULL)),
        CHECK ((payable_fen IS NULL) = (payable_parts IS NULL)),
        CHECK (state IN ('planned', 'void') OR (payable_fen > 0 AND due_since IS NOT NULL)),
        CHECK (state NOT IN ('claimed', 'ordered', 'paid')
          OR (invoice_number IS NOT NULL AND claimed_by IS NOT NULL AND claimed_at IS NOT NULL)),
        CHECK ((state = 'paid') = (paid_on IS NOT NULL))
      )`);
    await db.query(`CREATE INDEX tranches_of_party ON tranches (party_id)`);
    await db.query(`CREATE INDEX tranches_of_unit ON tranches USING gist (unit_path)`);
    await db.query(`CALL protect_table('tranches', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE batches (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        unit_id uuid NOT NULL REFERENCES units,
        unit_path ltree NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'sent', 'settled')),
        last_line int NOT NULL CHECK (last_line BETWEEN 0 AND 500),
        opened_at timestamptz NOT NULL,
        sent_at timestamptz,
        sent_by uuid REFERENCES persons,
        request_digest text CHECK (request_digest ~ '^[0-9a-f]{64}$'),
        version int NOT NULL CHECK (version > 0),
        CHECK ((state = 'open') = (sent_at IS NULL)),
        CHECK ((state = 'open') = (sent_by IS NULL)),
        CHECK ((state = 'open') = (request_digest IS NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX batches_one_open ON batches (unit_id) WHERE state = 'open' AND last_line < 500`,
    );
    await db.query(`CREATE INDEX batches_of_unit ON batches USING gist (unit_path)`);
    await db.query(`CALL protect_table('batches', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE payments (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        tranche_id uuid NOT NULL,
        project_id uuid NOT NULL REFERENCES projects,
        round_id uuid NOT NULL REFERENCES rounds,
        party_id uuid NOT NULL REFERENCES parties,
        unit_id uuid NOT NULL REFERENCES units,
        unit_path ltree NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen BETWEEN 1 AND 1000000000000000),
        parts jsonb NOT NULL,
        payee jsonb NOT NULL,
        payee_digest text NOT NULL CHECK (payee_digest ~ '^[0-9a-f]{64}$'),
        order_text text NOT NULL CHECK (length(order_text) BETWEEN 2 AND 20000),
        state text NOT NULL CHECK (state IN ('entered', 'released', 'sent', 'vouchered', 'paid', 'rejected')),
        maker_id uuid NOT NULL REFERENCES persons,
        entered_at timestamptz NOT NULL,
        checker_id uuid REFERENCES persons,
        released_at timestamptz,
        approved_digest text,
        executed_digest text,
        batch_id uuid REFERENCES batches,
        line_no int CHECK (line_no BETWEEN 1 AND 500),
        outcome text CHECK (outcome IN ('paid', 'returned')),
        voucher_number text CHECK (length(voucher_number) BETWEEN 1 AND 40),
        paid_on date,
        voucher_maker_id uuid REFERENCES persons,
        voucher_checker_id uuid REFERENCES persons,
        reason text CHECK (length(reason) BETWEEN 1 AND 1000),
        version int NOT NULL CHECK (version > 0),
        FOREIGN KEY (tranche_id, amount_fen) REFERENCES tranches (id, payable_fen),
        CONSTRAINT payments_maker_is_not_checker CHECK (maker_id <> checker_id),
        CONSTRAINT payments_voucher_by_two CHECK (voucher_maker_id <> voucher_checker_id),
        CONSTRAINT payments_executed_as_approved CHECK (executed_digest = approved_digest),
        CHECK (released_at >= entered_at),
        CHECK ((checker_id IS NULL) = (approved_digest IS NULL)),
        CHECK ((released_at IS NULL) = (approved_digest IS NULL)),
        CHECK (state <> 'entered' OR (approved_digest IS NULL AND batch_id IS NULL)),
        CHECK (state NOT IN ('released', 'sent', 'vouchered', 'paid') OR (approved_digest IS NOT NULL AND batch_id IS NOT NULL)),
        CHECK (state NOT IN ('sent', 'vouchered', 'paid') OR executed_digest IS NOT NULL),
        CHECK ((batch_id IS NULL) = (line_no IS NULL)),
        CHECK (state NOT IN ('vouchered', 'paid')
          OR (outcome IS NOT NULL AND voucher_number IS NOT NULL AND paid_on IS NOT NULL AND voucher_maker_id IS NOT NULL)),
        CHECK (state <> 'paid' OR (outcome = 'paid' AND voucher_checker_id IS NOT NULL)),
        UNIQUE (batch_id, line_no)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX payments_one_live ON payments (tranche_id) WHERE state <> 'rejected'`,
    );
    await db.query(
      `CREATE UNIQUE INDEX payments_voucher_once ON payments (tenant_id, voucher_number) WHERE state IN ('vouchered', 'paid')`,
    );
    await db.query(`CREATE INDEX payments_of_party ON payments (party_id)`);
    await db.query(`CREATE INDEX payments_of_unit ON payments USING gist (unit_path)`);
    await db.query(`
      CREATE FUNCTION guard_payment() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE said jsonb := NEW.order_text::jsonb;
      BEGIN
        IF said->>'paymentId' IS DISTINCT FROM NEW.id::text OR said->>'trancheId' IS DISTINCT FROM NEW.tranche_id::text
          OR said->>'amountFen' IS DISTINCT FROM NEW.amount_fen::text OR said->>'payeeDigest' IS DISTINCT FROM NEW.payee_digest
          OR said->>'partyId' IS DISTINCT FROM NEW.party_id::text OR said->'parts' IS DISTINCT FROM NEW.parts THEN
          RAISE EXCEPTION 'the order of payment % does not say what the payment is', NEW.id USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.approved_digest <> encode(sha256(convert_to(NEW.order_text, 'UTF8')), 'hex') THEN
          RAISE EXCEPTION 'what is approved of payment % is not its order', NEW.id USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'INSERT' THEN RETURN NULL; END IF;
        IF OLD.state IN ('paid', 'rejected') THEN
          RAISE EXCEPTION 'payment % is over', NEW.id USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.tranche_id, NEW.party_id, NEW.amount_fen, NEW.parts, NEW.payee, NEW.payee_digest, NEW.order_text, NEW.maker_id, NEW.entered_at)
          IS DISTINCT FROM
          (OLD.tranche_id, OLD.party_id, OLD.amount_fen, OLD.parts, OLD.payee, OLD.payee_digest, OLD.order_text, OLD.maker_id, OLD.entered_at) THEN
          RAISE EXCEPTION 'payment % is never edited: it is rejected and entered anew', NEW.id USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.executed_digest IS NOT NULL AND (NEW.executed_digest, NEW.approved_digest, NEW.batch_id, NEW.line_no)
          IS DISTINCT FROM (OLD.executed_digest, OLD.approved_digest, OLD.batch_id, OLD.line_no) THEN
          RAISE EXCEPTION 'payment % was sent', NEW.id USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.state = OLD.state OR NEW.state NOT IN ('released', 'sent') THEN RETURN NULL; END IF;
        IF EXISTS (SELECT FROM awards a JOIN holds h ON h.subject_id IN (a.id, a.lot_id)
            WHERE a.id = NEW.project_id AND h.state = 'standing') THEN
          RAISE EXCEPTION 'nothing is paid under a hold' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NOT EXISTS (SELECT FROM projects p JOIN contracts c ON c.id = p.contract_id
            WHERE p.id = NEW.project_id AND p.state IN ('active', 'settling') AND c.state = 'inForce') THEN
          RAISE EXCEPTION 'nothing is paid without a contract in force' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NOT EXISTS (SELECT FROM parties p WHERE p.id = NEW.party_id AND p.payee_verified_at IS NOT NULL
            AND NEW.payee = jsonb_build_object('name', p.payee_name, 'account', p.payee_account, 'bank', p.payee_bank, 'bankCode', p.payee_bank_code)) THEN
          RAISE EXCEPTION 'payment % does not go to the verified account', NEW.id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER payments_are_guarded AFTER INSERT OR UPDATE ON payments
      FOR EACH ROW EXECUTE FUNCTION guard_payment()`);
    await db.query(`CALL protect_table('payments', 'SELECT, INSERT, UPDATE')`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['payments', 'batches', 'tranches']) {
      await db.query(`DROP TABLE ${table}`);
    }
    await db.query(`DROP FUNCTION guard_payment`);
  }
}
