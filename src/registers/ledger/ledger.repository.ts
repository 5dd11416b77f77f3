import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import type { Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { LedgerAccountEntity } from './ledger-account.entity';
import type { LedgerTransferEntity } from './ledger-transfer.entity';
import type { AccountKind } from './ledger-moves';

/** What tells one account from all others, but for its budget year. */
export interface AccountKey {
  readonly kind: AccountKind;
  readonly fundId: string;
  readonly roundId: string | null;
  readonly awardId: string | null;
}

/** The money of one kind in one fund. */
export interface KindBalance {
  readonly fundId: string;
  readonly kind: AccountKind;
  readonly balanceFen: Fen;
}

/** An amount of one fund's year: of a kind of accounts, or of what crossed the year's bounds. */
export interface YearAmount {
  readonly fundId: string;
  readonly year: number;
  readonly what: string;
  readonly amountFen: Fen;
}

/** Accounts and transfers. The application adds rows; balances are the database's own work. */
@Injectable()
export class LedgerRepository {
  /**
   * Everything that is posted to one book (a fund's or a round's) waits in one queue, held until the transaction ends. What
   * is read after it cannot change under the reader, and acts on one book never wait for each other crosswise.
   */
  async lockBook(ctx: Context, id: string): Promise<void> {
    await ctx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('ledger/' || $1, 0))`, [
      id,
    ]);
  }

  /** The accounts of a key, one per budget year, oldest first. */
  async find(ctx: Context, key: AccountKey): Promise<LedgerAccountEntity[]> {
    return ctx.manager
      .createQueryBuilder(LedgerAccountEntity, 'account')
      .where(
        `account.kind = :kind AND account.fundId = :fundId
         AND account.roundId IS NOT DISTINCT FROM :roundId::uuid
         AND account.awardId IS NOT DISTINCT FROM :awardId::uuid`,
        key,
      )
      .orderBy('account.year')
      .getMany();
  }

  /** Everything of a fund's year that may still be spent: in the fund, in pots, and on its way to a payment. */
  async unspentOf(ctx: Context, fundId: string, year: number): Promise<LedgerAccountEntity[]> {
    return ctx.manager
      .createQueryBuilder(LedgerAccountEntity, 'account')
      .where('account.fundId = :fundId AND account.year = :year', { fundId, year })
      .andWhere(`account.kind IN ('fund', 'available', 'reserved', 'committed', 'due')`)
      .andWhere('account.balanceFen > 0')
      .orderBy('account.id')
      .getMany();
  }

  /** The rounds that a fund feeds, in the order of their ids. */
  async roundsOf(ctx: Context, fundId: string): Promise<string[]> {
    const rows: { roundId: string }[] = await ctx.manager.query(
      `SELECT DISTINCT round_id AS "roundId" FROM ledger_accounts
       WHERE fund_id = $1 AND round_id IS NOT NULL ORDER BY round_id`,
      [fundId],
    );
    return rows.map(({ roundId }) => roundId);
  }

  /** The last closed year of each fund that has one. Years are closed in order. */
  async lastClosedYears(ctx: Context, fundIds: readonly string[]): Promise<Map<string, number>> {
    const rows: { fundId: string; year: number }[] = await ctx.manager.query(
      `SELECT fund_id AS "fundId", max(year) AS year FROM year_closings
       WHERE fund_id = ANY($1::uuid[]) AND state = 'approved' GROUP BY fund_id`,
      [fundIds],
    );
    return new Map(rows.map(({ fundId, year }) => [fundId, year]));
  }

  /** Whether an award has money of a fund's year that came from an earlier one: carried over, or paid then and sent back since. */
  async wasCarriedOver(
    ctx: Context,
    { fundId, awardId, year }: Pick<LedgerAccountEntity, 'fundId' | 'awardId' | 'year'>,
  ): Promise<boolean> {
    const [row]: { carried: boolean }[] = await ctx.manager.query(
      `SELECT EXISTS (SELECT FROM ledger_transfers t JOIN ledger_accounts a ON a.id = t.credit_account_id
         JOIN ledger_accounts before ON before.id = t.debit_account_id
         WHERE a.fund_id = $1 AND a.award_id = $2 AND a.year = $3 AND before.year < a.year) AS carried`,
      [fundId, awardId, year],
    );
    return row!.carried;
  }

  /** Makes an account, empty. The balance is none of the columns that may be given. */
  async open(
    ctx: Context,
    key: AccountKey,
    year: number | null,
    unitPath: string,
  ): Promise<LedgerAccountEntity> {
    const account = { id: newId(), unitPath, ...key, year, balanceFen: 0n };
    await ctx.manager.query(
      `INSERT INTO ledger_accounts (id, unit_path, kind, fund_id, round_id, award_id, year)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [account.id, unitPath, key.kind, key.fundId, key.roundId, key.awardId, year],
    );
    return account;
  }

  /** Adds a transfer; the database moves the balances in the same statement, or refuses both. */
  async insert(ctx: Context, transfer: LedgerTransferEntity): Promise<void> {
    await ctx.manager.query(
      `INSERT INTO ledger_transfers
         (id, act, debit_account_id, credit_account_id, amount_fen, year, cause_kind, cause_id, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        transfer.id,
        transfer.act,
        transfer.debitAccountId,
        transfer.creditAccountId,
        transfer.amountFen,
        transfer.year,
        transfer.causeKind,
        transfer.causeId,
        transfer.at,
      ],
    );
  }

  /** What a round, an award or some funds hold, added up by fund and kind. */
  async balances(
    ctx: Context,
    of: { roundId: string } | { awardId: string } | { fundIds: readonly string[] },
  ): Promise<KindBalance[]> {
    const query = ctx.manager
      .createQueryBuilder(LedgerAccountEntity, 'account')
      .select('account.fund_id', 'fundId')
      .addSelect('account.kind', 'kind')
      .addSelect('sum(account.balance_fen)::text', 'balanceFen')
      .groupBy('account.fund_id, account.kind')
      .orderBy('account.fund_id')
      .addOrderBy('account.kind');
    if ('roundId' in of) query.where('account.round_id = :roundId', of);
    else if ('awardId' in of) query.where('account.award_id = :awardId', of);
    else query.where('account.fund_id = ANY(:fundIds::uuid[])', of);
    const rows = await query.getRawMany<{
      fundId: string;
      kind: AccountKind;
      balanceFen: string;
    }>();
    return rows.map((row) => ({ ...row, balanceFen: BigInt(row.balanceFen) }));
  }

  /** What funds hold by budget year and kind. */
  async yearBalances(ctx: Context, fundIds: readonly string[]): Promise<YearAmount[]> {
    return this.amounts(
      ctx,
      `SELECT fund_id AS "fundId", year, kind AS what, sum(balance_fen)::text AS fen FROM ledger_accounts
       WHERE fund_id = ANY($1::uuid[]) AND year IS NOT NULL GROUP BY fund_id, year, kind`,
      fundIds,
    );
  }

  /** What came into the years of funds and left them: budgets, what was carried over, and what went back to the source. */
  async yearFlows(ctx: Context, fundIds: readonly string[]): Promise<YearAmount[]> {
    return this.amounts(
      ctx,
      `WITH crossing AS (
         SELECT d.fund_id, d.year AS from_year, c.year AS to_year, sum(t.amount_fen)::text AS fen
         FROM ledger_transfers t JOIN ledger_accounts d ON d.id = t.debit_account_id
         JOIN ledger_accounts c ON c.id = t.credit_account_id
         WHERE d.fund_id = ANY($1::uuid[]) AND d.year IS DISTINCT FROM c.year
         GROUP BY d.fund_id, d.year, c.year)
       SELECT fund_id AS "fundId", to_year AS year, fen,
         CASE WHEN from_year IS NULL THEN 'budget' ELSE 'carriedIn' END AS what
       FROM crossing WHERE to_year IS NOT NULL
       UNION ALL SELECT fund_id, from_year, fen, CASE WHEN to_year IS NULL THEN 'lapsed' ELSE 'carriedOut' END
       FROM crossing WHERE from_year IS NOT NULL`,
      fundIds,
    );
  }

  private async amounts(
    ctx: Context,
    query: string,
    fundIds: readonly string[],
  ): Promise<YearAmount[]> {
    const rows: (Omit<YearAmount, 'amountFen'> & { fen: string })[] = await ctx.manager.query(
      query,
      [fundIds],
    );
    return rows.map(({ fen, ...row }) => ({ ...row, amountFen: BigInt(fen) }));
  }
}
