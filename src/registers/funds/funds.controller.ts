import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../platform/http/page.dto';
import { Ledger } from '../ledger';
import { AddBudget } from './add-budget';
import { CreateFund } from './create-fund';
import {
  AddBudgetRequest,
  BudgetView,
  CreateFundRequest,
  FundPage,
  FundView,
  ListedFundView,
} from './fund.dto';
import { FundYears } from './fund-years';
import { FundsQuery } from './funds.query';

@ApiTags('funds')
@Controller('v1/funds')
export class FundsController {
  constructor(
    private readonly createFund: CreateFund,
    private readonly addBudget: AddBudget,
    private readonly funds: FundsQuery,
    private readonly ledger: Ledger,
    private readonly years: FundYears,
  ) {}

  @Post()
  @Allow('fund.create')
  @Documented({
    summary: 'Add a fund',
    answers: FundView,
    status: 201,
    refusals: ['UNITS.UNKNOWN', 'ACCESS.NOT_FOUND', 'FUNDS.CODE_TAKEN'],
  })
  async create(@Ctx() ctx: Context, @Body() body: CreateFundRequest): Promise<FundView> {
    const { unitId = null, currency = 'CNY', earmark = null, ...fund } = body;
    const wanted = { ...fund, unitId, currency, earmark };
    return FundView.of(await this.createFund.execute(ctx, wanted));
  }

  @Get()
  @Allow('fund.list')
  @Documented({
    summary: 'List funds with their budgets and what became of each year',
    answers: FundPage,
  })
  async list(@Ctx() ctx: Context, @Query() page: PageRequest): Promise<FundPage> {
    const rows = await this.funds.list(ctx, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(rows, page.limit);
    const ids = items.map(({ id }) => id);
    const budgets = await this.funds.budgets(ctx, ids);
    const unallocatedFen = await this.ledger.unallocated(ctx, ids);
    const years = await this.years.of(ctx, ids);
    const views = items.map((fund) =>
      ListedFundView.withMoney(fund, budgets, unallocatedFen.get(fund.id) ?? 0n, years),
    );
    return { items: views, nextCursor };
  }

  @Post(':fundId/budgets')
  @Allow('fund.budget')
  @Documented({
    summary: 'Give a fund money for a year; budgets of one year add up',
    answers: BudgetView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'FUNDS.CURRENCY_DIFFERS',
      'FUNDS.AMOUNT_ZERO',
      'FUNDS.YEAR_CLOSED',
      'LEDGER.TOO_LARGE',
    ],
  })
  async budget(
    @Ctx() ctx: Context,
    @IdParam('fundId') fundId: string,
    @Body() { year, amount }: AddBudgetRequest,
  ): Promise<BudgetView> {
    const { fund, budget } = await this.addBudget.execute(ctx, fundId, year, amount);
    return BudgetView.of(budget, fund);
  }
}
