import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf } from '../../platform/http/page.dto';
import { DecideYearClosing } from './decide-year-closing';
import { FundsQuery } from './funds.query';
import { ProposeYearClosing } from './propose-year-closing';
import {
  ListYearClosingsRequest,
  ProposeYearClosingRequest,
  RefuseYearClosingRequest,
  YearClosingPage,
  YearClosingView,
} from './year-closing.dto';
import type { YearClosingEntity } from './year-closing.entity';

@ApiTags('funds')
@Controller('v1')
export class YearClosingsController {
  constructor(
    private readonly proposeYearClosing: ProposeYearClosing,
    private readonly decideYearClosing: DecideYearClosing,
    private readonly query: FundsQuery,
  ) {}

  @Post('funds/:fundId/year-closings')
  @Allow('yearClosing.propose')
  @Documented({
    summary:
      'Propose to close a budget year of a fund, from its last day on; it changes nothing until another person approves it',
    answers: YearClosingView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'FUNDS.YEAR_RUNNING',
      'FUNDS.YEAR_UNKNOWN',
      'FUNDS.YEAR_CLOSED',
      'FUNDS.EARLIER_YEAR_OPEN',
      'FUNDS.CLOSING_PROPOSED',
    ],
  })
  async propose(
    @Ctx() ctx: Context,
    @IdParam('fundId') fundId: string,
    @Body() { year }: ProposeYearClosingRequest,
  ): Promise<YearClosingView> {
    return this.view(ctx, await this.proposeYearClosing.execute(ctx, fundId, year));
  }

  @Get('year-closings')
  @Allow('yearClosing.list')
  @Documented({ summary: 'List the closings of budget years', answers: YearClosingPage })
  async list(
    @Ctx() ctx: Context,
    @Query() { limit, cursor, fundId }: ListYearClosingsRequest,
  ): Promise<YearClosingPage> {
    const rows = await this.query.yearClosings(ctx, fundId, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    const ids = items.map((closing) => closing.fundId);
    const currencies = await this.query.currencies(ctx, ids);
    const views = items.map((one) => YearClosingView.of(one, currencies.get(one.fundId)!));
    return { items: views, nextCursor };
  }

  @Post('year-closings/:closingId/approval')
  @Allow('yearClosing.approve')
  @Documented({
    summary:
      'Close a budget year, as another person than who proposed it: what is free goes back to its source, the rest into the next year',
    answers: YearClosingView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER', 'FUNDS.SAME_PERSON'],
  })
  async approve(@Ctx() ctx: Context, @IdParam('closingId') id: string): Promise<YearClosingView> {
    return this.view(ctx, await this.decideYearClosing.approve(ctx, id));
  }

  @Post('year-closings/:closingId/refusal')
  @Allow('yearClosing.refuse')
  @Documented({
    summary: 'Refuse to close a budget year; it may be proposed again',
    answers: YearClosingView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER'],
  })
  async refuse(
    @Ctx() ctx: Context,
    @IdParam('closingId') id: string,
    @Body() { reason }: RefuseYearClosingRequest,
  ): Promise<YearClosingView> {
    return this.view(ctx, await this.decideYearClosing.refuse(ctx, id, reason));
  }

  private async view(ctx: Context, closing: YearClosingEntity): Promise<YearClosingView> {
    const currencies = await this.query.currencies(ctx, [closing.fundId]);
    return YearClosingView.of(closing, currencies.get(closing.fundId)!);
  }
}
