import { Injectable } from '@nestjs/common';
import type { Currency } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { LedgerAccountEntity } from './ledger-account.entity';
import { LedgerTransferEntity } from './ledger-transfer.entity';

/** Reads for the page of a round's ledger. */
@Injectable()
export class LedgerQuery {
  /**
   * The accounts of a round.
   * @throws ACCESS.NOT_FOUND when it has none or the caller may not see them
   */
  async accounts(ctx: Context, roundId: string): Promise<LedgerAccountEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(LedgerAccountEntity, 'account')
      .where('account.roundId = :roundId', { roundId })
      .orderBy('account.id');
    withinReach(query, ctx.reach('ledger.read'), {
      unitPath: 'account.unit_path',
      roundId: 'account.round_id',
    });
    const accounts = await query.getMany();
    if (accounts.length === 0) throw refuseAccess('ACCESS.NOT_FOUND');
    return accounts;
  }

  /** The currency of a round's accounts: its funds have one between them. */
  async currencyOf(
    ctx: Context,
    [account]: readonly Pick<LedgerAccountEntity, 'fundId'>[],
  ): Promise<Currency> {
    const [fund]: { currency: Currency }[] = await ctx.manager.query(
      `SELECT currency FROM funds WHERE id = $1`,
      [account!.fundId],
    );
    return fund!.currency;
  }

  /** The transfers into or out of some accounts, in the order in which they were posted. */
  async transfers(
    ctx: Context,
    accountIds: readonly string[],
    limit: number,
    after?: string,
  ): Promise<LedgerTransferEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(LedgerTransferEntity, 'transfer')
      .where(
        `(transfer.debitAccountId = ANY(:accountIds::uuid[])
          OR transfer.creditAccountId = ANY(:accountIds::uuid[]))`,
        { accountIds },
      )
      .orderBy('transfer.id')
      .limit(limit);
    if (after !== undefined) query.andWhere('transfer.id > :after', { after });
    return query.getMany();
  }
}
