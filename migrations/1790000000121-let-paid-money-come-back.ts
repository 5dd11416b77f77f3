import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ways back for money that was paid: due again when the bank sends a payment back, and returned by the party when it is asked back,
 * receivable in between. Nothing has been given back before this.
 */
export class LetPaidMoneyComeBack1790000000121 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE ledger_accounts DROP CONSTRAINT ledger_accounts_kind_check,
        ADD CONSTRAINT ledger_accounts_kind_check CHECK (kind IN
          ('source', 'fund', 'available', 'reserved', 'committed', 'due', 'paid', 'receivable', 'returned'))`);
    await db.query(POST_TRANSFER);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(FORMER_POST_TRANSFER);
    await db.query(`
      ALTER TABLE ledger_accounts DROP CONSTRAINT ledger_accounts_kind_check,
        ADD CONSTRAINT ledger_accounts_kind_check CHECK (kind IN
          ('source', 'fund', 'available', 'reserved', 'committed', 'due', 'paid', 'returned'))`);
  }
}

/** The trigger's function, but for the ways back from `paid`. */
const HEAD = `
  CREATE OR REPLACE FUNCTION post_transfer() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public AS $$
  DECLARE debit ledger_accounts; credit ledger_accounts;
  BEGIN
    PERFORM FROM ledger_accounts WHERE id IN (NEW.debit_account_id, NEW.credit_account_id) ORDER BY id FOR UPDATE;
    SELECT * INTO debit FROM ledger_accounts WHERE id = NEW.debit_account_id;
    SELECT * INTO credit FROM ledger_accounts WHERE id = NEW.credit_account_id;
    IF (NEW.act, debit.kind, credit.kind) NOT IN (
         ('budget', 'source', 'fund'),
         ('openRound', 'fund', 'available'), ('closeRound', 'available', 'fund'),
         ('reserve', 'available', 'reserved'), ('unreserve', 'reserved', 'available'),
         ('commit', 'reserved', 'committed'), ('uncommit', 'committed', 'available'),
         ('makeDue', 'committed', 'due'), ('undue', 'due', 'available'),
         ('pay', 'due', 'paid'), `;

const TAIL = `)
       OR debit.tenant_id <> NEW.tenant_id OR credit.tenant_id <> NEW.tenant_id
       OR debit.fund_id <> credit.fund_id
       OR debit.round_id <> credit.round_id
       OR debit.award_id <> credit.award_id THEN
      RAISE EXCEPTION 'no such transfer: % from % to %', NEW.act, debit.kind, credit.kind
        USING ERRCODE = 'check_violation';
    END IF;
    UPDATE ledger_accounts SET balance_fen = balance_fen - NEW.amount_fen WHERE id = debit.id;
    UPDATE ledger_accounts SET balance_fen = balance_fen + NEW.amount_fen WHERE id = credit.id;
    RETURN NULL;
  END $$`;

const POST_TRANSFER = `${HEAD}('unpay', 'paid', 'due'), ('claimBack', 'paid', 'receivable'), ('giveBack', 'receivable', 'returned')${TAIL}`;

const FORMER_POST_TRANSFER = `${HEAD}('giveBack', 'paid', 'returned')${TAIL}`;
