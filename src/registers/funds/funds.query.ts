import { Injectable } from '@nestjs/common';
import type { Currency } from '../../kernel/money';
import { In } from 'typeorm';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { FundBudgetEntity } from './fund-budget.entity';
import { FundEntity } from './fund.entity';
import { YearClosingEntity } from './year-closing.entity';

/** Reads for the pages of funds. */
@Injectable()
export class FundsQuery {
  /** The funds within reach after one, by id. */
  async list(ctx: Context, limit: number, after?: string): Promise<FundEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(FundEntity, 'fund')
      .orderBy('fund.id')
      .limit(limit);
    withinReach(query, ctx.reach('fund.list'), { unitPath: 'fund.unit_path' });
    if (after !== undefined) query.andWhere('fund.id > :after', { after });
    return query.getMany();
  }

  /** The closings of budget years within reach after one, by id; of one fund alone where it is named. */
  async yearClosings(
    ctx: Context,
    fundId: string | undefined,
    limit: number,
    after?: string,
  ): Promise<YearClosingEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(YearClosingEntity, 'closing')
      .orderBy('closing.id')
      .limit(limit);
    withinReach(query, ctx.reach('yearClosing.list'), { unitPath: 'closing.unit_path' });
    if (fundId !== undefined) query.andWhere('closing.fundId = :fundId', { fundId });
    if (after !== undefined) query.andWhere('closing.id > :after', { after });
    return query.getMany();
  }

  /** The currencies of some funds, by fund. */
  async currencies(ctx: Context, fundIds: readonly string[]): Promise<Map<string, Currency>> {
    const funds = await ctx.manager.findBy(FundEntity, { id: In([...fundIds]) });
    return new Map(funds.map(({ id, currency }) => [id, currency]));
  }

  /** Every budget of some funds, as decided. */
  async budgets(ctx: Context, fundIds: readonly string[]): Promise<FundBudgetEntity[]> {
    return ctx.manager
      .createQueryBuilder(FundBudgetEntity, 'budget')
      .where('budget.fundId = ANY(:fundIds::uuid[])', { fundIds })
      .orderBy('budget.id')
      .getMany();
  }
}
