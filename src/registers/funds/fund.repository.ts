import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { FundBudgetEntity } from './fund-budget.entity';
import { FundEntity } from './fund.entity';

/** The rows of funds and their budgets. */
@Injectable()
export class FundRepository {
  async insert(ctx: Context, fund: FundEntity): Promise<void> {
    await ctx.manager.insert(FundEntity, fund);
  }

  async find(ctx: Context, id: string): Promise<FundEntity | null> {
    return ctx.manager.findOneBy(FundEntity, { id });
  }

  async insertBudget(ctx: Context, budget: FundBudgetEntity): Promise<void> {
    await ctx.manager.insert(FundBudgetEntity, budget);
  }
}
