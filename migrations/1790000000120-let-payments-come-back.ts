import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Payments that come back 退票, at once or after they were paid: two people enter the bank's slip, and the tranche is paid again by
 * another payment. What guarded a payment before guards it still; `paid` is no end any more.
 */
export class LetPaymentsComeBack1790000000120 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `ALTER TABLE parties ADD COLUMN payee_entered_version int CHECK (payee_entered_version BETWEEN 1 AND version)`,
    );
    // Until now nothing but its verification followed the entry of an account.
    await db.query(
      `UPDATE parties SET payee_entered_version = version - (payee_verified_at IS NOT NULL)::int WHERE payee_account IS NOT NULL`,
    );
    await db.query(`
      ALTER TABLE payments
        ADD COLUMN return_number text CHECK (length(return_number) BETWEEN 1 AND 40),
        ADD COLUMN returned_on date CHECK (returned_on >= paid_on),
        ADD COLUMN return_maker_id uuid REFERENCES persons,
        ADD COLUMN return_checker_id uuid REFERENCES persons,
        DROP CONSTRAINT payments_state_check,
        ADD CONSTRAINT payments_state_check
          CHECK (state IN ('entered', 'released', 'sent', 'vouchered', 'paid', 'returning', 'returned', 'rejected')),
        ADD CONSTRAINT payments_returned_by_two CHECK (return_maker_id <> return_checker_id),
        ADD CONSTRAINT payments_return_is_whole CHECK (num_nulls(return_number, returned_on, return_maker_id) IN (0, 3)),
        ADD CONSTRAINT payments_return_has_slip CHECK (state <> 'returning' OR (return_maker_id IS NOT NULL AND outcome = 'paid')),
        ADD CONSTRAINT payments_returned_is_confirmed CHECK (state <> 'returned' OR (reason IS NOT NULL AND executed_digest IS NOT NULL
          AND ((outcome = 'paid') = (return_checker_id IS NOT NULL)) AND ((outcome = 'returned') = (return_maker_id IS NULL))
          AND voucher_checker_id IS NOT NULL))`);
    await this.dropIndexes(db);
    await db.query(
      `CREATE UNIQUE INDEX payments_one_live ON payments (tranche_id) WHERE state NOT IN ('rejected', 'returned')`,
    );
    await db.query(
      `CREATE UNIQUE INDEX payments_voucher_once ON payments (tenant_id, voucher_number)
       WHERE state IN ('vouchered', 'paid', 'returning', 'returned')`,
    );
    await db.query(
      `CREATE UNIQUE INDEX payments_return_once ON payments (tenant_id, return_number) WHERE return_number IS NOT NULL`,
    );
    await db.query(GUARD);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE payments SET state = 'rejected' WHERE state = 'returned'`);
    await db.query(`UPDATE payments SET state = 'paid' WHERE state = 'returning'`);
    await db.query(FORMER_GUARD);
    await db.query(`DROP INDEX payments_return_once`);
    await this.dropIndexes(db);
    await db.query(
      `CREATE UNIQUE INDEX payments_one_live ON payments (tranche_id) WHERE state <> 'rejected'`,
    );
    await db.query(
      `CREATE UNIQUE INDEX payments_voucher_once ON payments (tenant_id, voucher_number) WHERE state IN ('vouchered', 'paid')`,
    );
    await db.query(`
      ALTER TABLE payments
        DROP CONSTRAINT payments_returned_is_confirmed, DROP CONSTRAINT payments_return_has_slip,
        DROP CONSTRAINT payments_return_is_whole, DROP CONSTRAINT payments_returned_by_two,
        DROP CONSTRAINT payments_state_check,
        ADD CONSTRAINT payments_state_check
          CHECK (state IN ('entered', 'released', 'sent', 'vouchered', 'paid', 'rejected')),
        DROP COLUMN return_number, DROP COLUMN returned_on, DROP COLUMN return_maker_id, DROP COLUMN return_checker_id`);
    await db.query(`ALTER TABLE parties DROP COLUMN payee_entered_version`);
  }

  private async dropIndexes(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX payments_one_live`);
    await db.query(`DROP INDEX payments_voucher_once`);
  }
}

/** The trigger's function, but for what ends a payment and what must be in force for one. */
const HEAD = `
  CREATE OR REPLACE FUNCTION guard_payment() RETURNS trigger LANGUAGE plpgsql AS $$
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
`;

const MIDDLE = `    IF (NEW.tranche_id, NEW.party_id, NEW.amount_fen, NEW.parts, NEW.payee, NEW.payee_digest, NEW.order_text, NEW.maker_id, NEW.entered_at)
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
        WHERE p.id = NEW.project_id AND `;

const TAIL = `) THEN
      RAISE EXCEPTION 'nothing is paid without a contract in force' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NOT EXISTS (SELECT FROM parties p WHERE p.id = NEW.party_id AND p.payee_verified_at IS NOT NULL
        AND NEW.payee = jsonb_build_object('name', p.payee_name, 'account', p.payee_account, 'bank', p.payee_bank, 'bankCode', p.payee_bank_code)) THEN
      RAISE EXCEPTION 'payment % does not go to the verified account', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
  END $$`;

const GUARD = `${HEAD}
    IF OLD.state IN ('rejected', 'returned') OR (OLD.state = 'paid' AND NEW.state <> 'returning') THEN
      RAISE EXCEPTION 'payment % is over', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.voucher_checker_id IS NOT NULL AND (NEW.outcome, NEW.voucher_number, NEW.paid_on, NEW.voucher_maker_id, NEW.voucher_checker_id)
      IS DISTINCT FROM (OLD.outcome, OLD.voucher_number, OLD.paid_on, OLD.voucher_maker_id, OLD.voucher_checker_id) THEN
      RAISE EXCEPTION 'the voucher of payment % was confirmed', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    ${MIDDLE}((p.state IN ('active', 'settling') AND c.state = 'inForce') OR (p.state = 'closed' AND c.state = 'ended'))${TAIL}`;

const FORMER_GUARD = `${HEAD}
    IF OLD.state IN ('paid', 'rejected') THEN
      RAISE EXCEPTION 'payment % is over', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    ${MIDDLE}p.state IN ('active', 'settling') AND c.state = 'inForce'${TAIL}`;
