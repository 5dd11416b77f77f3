import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import type { Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { LedgerAccountEntity } from './ledger-account.entity';
import type { LedgerTransferEntity } from './ledger-transfer.entity';
import type { AccountKind } from './ledger-moves';

/** What tells one account from all others. */
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

  async find(ctx: Context, key: AccountKey): Promise<LedgerAccountEntity | null> {
    return ctx.manager
      .createQueryBuilder(LedgerAccountEntity, 'account')
      .where(
        `account.kind = :kind AND account.fundId = :fundId
         AND account.roundId IS NOT DISTINCT FROM :roundId::uuid
         AND account.awardId IS NOT DISTINCT FROM :awardId::uuid`,
        key,
      )
      .getOne();
  }

  /** Makes an account, empty. The balance is none of the columns that may be given. */
  async open(ctx: Context, key: AccountKey, unitPath: string): Promise<LedgerAccountEntity> {
    const account = { id: newId(), unitPath, ...key, balanceFen: 0n };
    await ctx.manager.query(
      `INSERT INTO ledger_accounts (id, unit_path, kind, fund_id, round_id, award_id)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [account.id, unitPath, key.kind, key.fundId, key.roundId, key.awardId],
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
}
