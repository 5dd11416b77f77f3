import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The budget year 预算年度 of money: an account is one fund's money of one year in one state. A year is closed by two people; then what
 * was free has gone back to its source, what is on its way stands in the next year, and nothing may draw on the year any more.
 */
export class CloseBudgetYears1790000000123 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `ALTER TABLE ledger_accounts ADD COLUMN year int CHECK (year BETWEEN 2000 AND 2101)`,
    );
    await db.query(`ALTER TABLE ledger_accounts DISABLE TRIGGER ledger_accounts_follow_transfers`);
    // Until now a fund's years were one; what it holds is of the last one that it has a budget for.
    await db.query(`
      UPDATE ledger_accounts a SET year = coalesce((SELECT max(b.year) FROM fund_budgets b WHERE b.fund_id = a.fund_id),
        extract(year FROM app_now() AT TIME ZONE 'Asia/Shanghai')::int) WHERE kind <> 'source'`);
    await db.query(`ALTER TABLE ledger_accounts ENABLE TRIGGER ledger_accounts_follow_transfers`);
    await db.query(`
      ALTER TABLE ledger_accounts
        ADD CONSTRAINT ledger_accounts_have_years CHECK ((year IS NULL) = (kind = 'source')),
        DROP CONSTRAINT ledger_accounts_fund_id_kind_round_id_award_id_key,
        ADD CONSTRAINT ledger_accounts_one_of_a_kind UNIQUE NULLS NOT DISTINCT (fund_id, kind, round_id, award_id, year)`);
    await db.query(`GRANT INSERT (year) ON ledger_accounts TO yichuang_app`);
    await this.createClosings(db);
    await db.query(POST_TRANSFER);
  }

  private async createClosings(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE year_closings (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL DEFAULT current_tenant(),
        fund_id uuid NOT NULL REFERENCES funds,
        unit_id uuid NOT NULL REFERENCES units,
        unit_path ltree NOT NULL,
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        state text NOT NULL CHECK (state IN ('proposed', 'approved', 'refused')),
        proposed_by uuid NOT NULL REFERENCES persons,
        proposed_at timestamptz NOT NULL,
        decided_by uuid REFERENCES persons,
        decided_at timestamptz,
        refusal_reason text CHECK (length(refusal_reason) BETWEEN 2 AND 1000),
        lapsed_fen bigint CHECK (lapsed_fen BETWEEN 0 AND 1000000000000000),
        carried jsonb,
        version int NOT NULL CHECK (version > 0),
        CHECK ((state = 'proposed') = (decided_by IS NULL)),
        CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
        CHECK ((state = 'refused') = (refusal_reason IS NOT NULL)),
        CHECK ((state = 'approved') = (lapsed_fen IS NOT NULL AND carried IS NOT NULL)),
        CONSTRAINT year_closings_by_two CHECK (state <> 'approved' OR decided_by <> proposed_by)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX year_closings_once ON year_closings (fund_id, year) WHERE state <> 'refused'`,
    );
    await db.query(`CALL protect_table('year_closings', 'SELECT, INSERT, UPDATE')`);
    await db.query(`
      CREATE FUNCTION guard_year_closing() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state <> 'proposed' OR (NEW.id, NEW.tenant_id, NEW.fund_id, NEW.year, NEW.proposed_by, NEW.proposed_at)
          IS DISTINCT FROM (OLD.id, OLD.tenant_id, OLD.fund_id, OLD.year, OLD.proposed_by, OLD.proposed_at) THEN
          RAISE EXCEPTION 'a closing is only decided on, once' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.state = 'approved' AND EXISTS (SELECT FROM ledger_accounts WHERE fund_id = NEW.fund_id AND year = NEW.year
            AND kind IN ('fund', 'available', 'reserved', 'committed', 'due') AND balance_fen > 0) THEN
          RAISE EXCEPTION 'a closed year holds nothing that may still be spent' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER year_closings_are_guarded BEFORE UPDATE ON year_closings
      FOR EACH ROW EXECUTE FUNCTION guard_year_closing()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(FORMER_POST_TRANSFER);
    await db.query(`DROP TABLE year_closings`);
    await db.query(`DROP FUNCTION guard_year_closing`);
    await db.query(`
      ALTER TABLE ledger_accounts
        DROP CONSTRAINT ledger_accounts_one_of_a_kind,
        ADD CONSTRAINT ledger_accounts_fund_id_kind_round_id_award_id_key UNIQUE NULLS NOT DISTINCT (fund_id, kind, round_id, award_id),
        DROP COLUMN year`);
  }
}

const YEARLY_WAYS = `,
  ('lapseFund', 'fund', 'source'), ('lapsePot', 'available', 'source'),
  ('carryReserved', 'reserved', 'reserved'), ('carryCommitted', 'committed', 'committed'), ('carryDue', 'due', 'due')`;

/** Money keeps its year but for being carried over, or due again after its year was closed; nothing comes into a closed year. */
const YEARLY_RULES = `
  OR (CASE WHEN NEW.act LIKE 'carry%' THEN credit.year <> debit.year + 1
          WHEN NEW.act = 'unpay' THEN credit.year < debit.year
          ELSE credit.year <> debit.year END)
  OR (NEW.act = 'budget' AND credit.year <> NEW.year)
  OR (credit.kind IN ('fund', 'available', 'reserved', 'committed', 'due') AND EXISTS (SELECT FROM year_closings y
      WHERE y.fund_id = credit.fund_id AND y.year = credit.year AND y.state = 'approved'))`;

/** The trigger's function, but for further ways of money and what else refuses a transfer. */
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
         ('pay', 'due', 'paid'), ('unpay', 'paid', 'due'),
         ('claimBack', 'paid', 'receivable'), ('giveBack', 'receivable', 'returned')`;

const MIDDLE = `)
       OR debit.tenant_id <> NEW.tenant_id OR credit.tenant_id <> NEW.tenant_id
       OR debit.fund_id <> credit.fund_id
       OR debit.round_id <> credit.round_id
       OR debit.award_id <> credit.award_id`;

const TAIL = ` THEN
      RAISE EXCEPTION 'no such transfer: % from % to %', NEW.act, debit.kind, credit.kind
        USING ERRCODE = 'check_violation';
    END IF;
    UPDATE ledger_accounts SET balance_fen = balance_fen - NEW.amount_fen WHERE id = debit.id;
    UPDATE ledger_accounts SET balance_fen = balance_fen + NEW.amount_fen WHERE id = credit.id;
    RETURN NULL;
  END $$`;

const POST_TRANSFER = `${HEAD}${YEARLY_WAYS}${MIDDLE}${YEARLY_RULES}${TAIL}`;

const FORMER_POST_TRANSFER = `${HEAD}${MIDDLE}${TAIL}`;
