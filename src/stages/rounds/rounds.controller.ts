import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf } from '../../platform/http/page.dto';
import { ApproveRound } from './approve-round';
import { CancelRound } from './cancel-round';
import { CreateRound } from './create-round';
import { CancelRoundRequest, CreateRoundRequest, ListRoundsRequest } from './round.dto';
import type { RoundEntity } from './round.entity';
import { PublicRoundView, RoundLineView, RoundPage, RoundView } from './round-view.dto';
import { RoundsQuery } from './rounds.query';

@ApiTags('rounds')
@Controller('v1')
export class RoundsController {
  constructor(
    private readonly createRound: CreateRound,
    private readonly approveRound: ApproveRound,
    private readonly cancelRound: CancelRound,
    private readonly rounds: RoundsQuery,
  ) {}

  @Post('rounds')
  @Allow('round.create')
  @Documented({
    summary: 'Draw up a round: its rule set and the funds behind it',
    answers: RoundView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'RULES.INVALID',
      'ROUNDS.POTS_DIFFER',
      'ROUNDS.FUND_SOURCE_DIFFERS',
      'ROUNDS.FUND_CURRENCY_DIFFERS',
      'ROUNDS.CODE_TAKEN',
    ],
  })
  async create(@Ctx() ctx: Context, @Body() body: CreateRoundRequest): Promise<RoundView> {
    return this.view(ctx, await this.createRound.execute(ctx, body));
  }

  @Get('rounds')
  @Allow('round.list')
  @Documented({ summary: 'List rounds within reach', answers: RoundPage })
  async list(@Ctx() ctx: Context, @Query() request: ListRoundsRequest): Promise<RoundPage> {
    const { limit, cursor, ...filter } = request;
    const rows = await this.rounds.list(ctx, filter, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map((round) => RoundLineView.of(round)), nextCursor };
  }

  @Get('rounds/:roundId')
  @Allow('round.read')
  @Documented({ summary: 'Read a round', answers: RoundView, refusals: ['ACCESS.NOT_FOUND'] })
  async read(@Ctx() ctx: Context, @IdParam('roundId') roundId: string): Promise<RoundView> {
    return RoundView.ofWhole(await this.rounds.get(ctx, roundId));
  }

  @Post('rounds/:roundId/approval')
  @Allow('round.approve')
  @Documented({
    summary: 'Approve a round that another person drew up: its money is set aside',
    answers: RoundView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'ROUNDS.SAME_PERSON',
      'ROUNDS.CALL_OVER',
      'ROUNDS.FUND_BEYOND_REACH',
      'LEDGER.INSUFFICIENT',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async approve(@Ctx() ctx: Context, @IdParam('roundId') roundId: string): Promise<RoundView> {
    return this.view(ctx, await this.approveRound.execute(ctx, roundId));
  }

  @Post('rounds/:roundId/cancellation')
  @Allow('round.cancel')
  @Documented({
    summary: 'Cancel a round before its call has closed; no bid is ever opened',
    answers: RoundView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'ROUNDS.CALL_CLOSED',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async cancel(
    @Ctx() ctx: Context,
    @IdParam('roundId') roundId: string,
    @Body() { reason }: CancelRoundRequest,
  ): Promise<RoundView> {
    return this.view(ctx, await this.cancelRound.execute(ctx, roundId, reason));
  }

  @Get('public/:tenant/rounds/:roundId')
  @Allow('round.readPublic')
  @ApiParam({ name: 'tenant', description: 'The code of the top unit' })
  @Documented({
    summary: 'Read an announced round, as anyone may',
    answers: PublicRoundView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async readPublic(
    @Ctx() ctx: Context,
    @IdParam('roundId') roundId: string,
  ): Promise<PublicRoundView> {
    return PublicRoundView.of(await this.rounds.getPublic(ctx, roundId));
  }

  private async view(ctx: Context, round: RoundEntity): Promise<RoundView> {
    return RoundView.ofWhole(await this.rounds.whole(ctx, round));
  }
}
