import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { pageOf } from '../../platform/http/page.dto';
import { LedgerAccountView, LedgerTransferView, LedgerView, ReadLedgerRequest } from './ledger.dto';
import { LedgerQuery } from './ledger.query';

@ApiTags('ledger')
@Controller('v1/ledger')
export class LedgerController {
  constructor(private readonly ledger: LedgerQuery) {}

  @Get()
  @Allow('ledger.read')
  @Documented({
    summary: 'Read the ledger of a round: accounts with balances, and transfers',
    answers: LedgerView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(@Ctx() ctx: Context, @Query() request: ReadLedgerRequest): Promise<LedgerView> {
    const { roundId, limit, cursor } = request;
    const accounts = await this.ledger.accounts(ctx, roundId);
    const currency = await this.ledger.currencyOf(ctx, accounts);
    const ids = accounts.map(({ id }) => id);
    const { items, nextCursor } = pageOf(
      await this.ledger.transfers(ctx, ids, limit + 1, cursor),
      limit,
    );
    return {
      accounts: accounts.map((account) => LedgerAccountView.of(account, currency)),
      items: items.map((transfer) => LedgerTransferView.of(transfer, currency)),
      nextCursor,
    };
  }
}
