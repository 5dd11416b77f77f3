import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The money: funds, their budgets, and a ledger in which one row is one transfer, debit and credit at once, so that the two
 * sides cannot differ. Balances follow from transfers alone: the application may not write them, and nobody may by hand.
 */
export class CreateFundsAndLedger1790000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE funds (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        unit_id uuid NOT NULL REFERENCES units,
        unit_path ltree NOT NULL,
        code text NOT NULL CHECK (code ~ '^[a-z][a-z0-9-]{1,39}$'),
        name text NOT NULL CHECK (length(name) BETWEEN 2 AND 100),
        source text NOT NULL CHECK (source IN ('welfare-lottery', 'fiscal', 'donation', 'foundation', 'own')),
        earmark text CHECK (length(earmark) BETWEEN 2 AND 200),
        version int NOT NULL,
        UNIQUE (tenant_id, code)
      )`);
    await db.query(`CALL protect_table('funds', 'SELECT, INSERT, UPDATE')`);

    await db.query(`
      CREATE TABLE fund_budgets (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        fund_id uuid NOT NULL REFERENCES funds,
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        amount_fen bigint NOT NULL CHECK (amount_fen BETWEEN 1 AND 1000000000000000),
        decided_by uuid NOT NULL REFERENCES persons,
        decided_at timestamptz NOT NULL,
        version int NOT NULL
      )`);
    await db.query(`CREATE INDEX fund_budgets_of_fund ON fund_budgets (fund_id, id)`);
    await db.query(`CALL protect_table('fund_budgets', 'SELECT, INSERT')`);
    await db.query(`
      CREATE TRIGGER fund_budgets_are_for_ever BEFORE UPDATE OR DELETE ON fund_budgets
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);

    await this.createAccounts(db);
    await this.createTransfers(db);
  }

  private async createAccounts(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ledger_accounts (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        unit_path ltree NOT NULL,
        kind text NOT NULL CHECK (kind IN ('source', 'fund', 'available', 'reserved', 'committed', 'due', 'paid', 'returned')),
        fund_id uuid NOT NULL REFERENCES funds,
        round_id uuid,
        award_id uuid,
        balance_fen bigint NOT NULL DEFAULT 0,
        UNIQUE NULLS NOT DISTINCT (fund_id, kind, round_id, award_id),
        CHECK ((round_id IS NULL) = (kind IN ('source', 'fund'))),
        CHECK ((award_id IS NULL) = (kind IN ('source', 'fund', 'available'))),
        CONSTRAINT ledger_accounts_balance CHECK (
          balance_fen BETWEEN CASE kind WHEN 'source' THEN -1000000000000000 ELSE 0 END
                          AND CASE kind WHEN 'source' THEN 0 ELSE 1000000000000000 END)
      )`);
    await db.query(
      `COMMENT ON COLUMN ledger_accounts.balance_fen IS 'Credits less debits; only the source of a fund goes below zero, by what was budgeted'`,
    );
    await db.query(`CREATE INDEX ledger_accounts_of_round ON ledger_accounts (round_id)`);
    await db.query(`CREATE INDEX ledger_accounts_of_award ON ledger_accounts (award_id)`);
    await db.query(
      `CALL protect_table('ledger_accounts', 'SELECT, INSERT (id, unit_path, kind, fund_id, round_id, award_id)')`,
    );
    await db.query(`
      CREATE TRIGGER ledger_accounts_follow_transfers BEFORE UPDATE OR DELETE ON ledger_accounts
      FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change()`);
  }

  private async createTransfers(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ledger_transfers (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        act text NOT NULL,
        debit_account_id uuid NOT NULL REFERENCES ledger_accounts,
        credit_account_id uuid NOT NULL REFERENCES ledger_accounts,
        amount_fen bigint NOT NULL CHECK (amount_fen BETWEEN 1 AND 1000000000000000),
        year int CHECK (year BETWEEN 2000 AND 2100),
        cause_kind text NOT NULL CHECK (cause_kind ~ '^[a-z][A-Za-z]{1,39}$'),
        cause_id uuid NOT NULL,
        at timestamptz NOT NULL,
        CHECK ((act = 'budget') = (year IS NOT NULL))
      )`);
    await db.query(
      `CREATE INDEX ledger_transfers_debit ON ledger_transfers (debit_account_id, id)`,
    );
    await db.query(
      `CREATE INDEX ledger_transfers_credit ON ledger_transfers (credit_account_id, id)`,
    );
    await db.query(`CALL protect_table('ledger_transfers', 'SELECT, INSERT')`);
    await db.query(`
      CREATE TRIGGER ledger_transfers_are_for_ever BEFORE UPDATE OR DELETE ON ledger_transfers
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    // The owner's rights, since the application has none on balances; accounts are locked in the order of their ids.
    await db.query(`
      CREATE FUNCTION post_transfer() RETURNS trigger LANGUAGE plpgsql
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
             ('pay', 'due', 'paid'), ('giveBack', 'paid', 'returned'))
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
      END $$`);
    await db.query(`
      CREATE TRIGGER ledger_transfers_move_balances AFTER INSERT ON ledger_transfers
      FOR EACH ROW EXECUTE FUNCTION post_transfer()`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['ledger_transfers', 'ledger_accounts', 'fund_budgets', 'funds']) {
      await db.query(`DROP TABLE ${table}`);
    }
    await db.query(`DROP FUNCTION post_transfer`);
  }
}
