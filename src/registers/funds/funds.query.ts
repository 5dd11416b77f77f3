import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { FundBudgetEntity } from './fund-budget.entity';
import { FundEntity } from './fund.entity';

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

  /** Every budget of some funds, as decided. */
  async budgets(ctx: Context, fundIds: readonly string[]): Promise<FundBudgetEntity[]> {
    return ctx.manager
      .createQueryBuilder(FundBudgetEntity, 'budget')
      .where('budget.fundId = ANY(:fundIds::uuid[])', { fundIds })
      .orderBy('budget.id')
      .getMany();
  }
}
