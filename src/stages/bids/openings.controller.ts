import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../platform/http/page.dto';
import { JudgeBidRequest } from './bid.dto';
import { BidView } from './bid-view.dto';
import { BidsQuery } from './bids.query';
import { ChecksToDecideQuery } from './checks-to-decide.query';
import { HoldOpening } from './hold-opening';
import { JudgeBid } from './judge-bid';
import { ChecksToDecidePage, OpeningView, QualificationPage } from './opening.dto';
import { RequestOpening } from './request-opening';

@ApiTags('bids')
@Controller('v1')
export class OpeningsController {
  constructor(
    private readonly requestOpening: RequestOpening,
    private readonly holdOpening: HoldOpening,
    private readonly judgeBid: JudgeBid,
    private readonly bids: BidsQuery,
    private readonly toDecide: ChecksToDecideQuery,
  ) {}

  @Post('lots/:lotId/opening')
  @Allow('opening.request')
  @Documented({
    summary: 'Ask for the opening of a closed lot; another person has to confirm it',
    answers: OpeningView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'BIDS.TOO_FEW',
      'BIDS.OPENING_REQUESTED',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async request(@Ctx() ctx: Context, @IdParam('lotId') lotId: string): Promise<OpeningView> {
    return OpeningView.of(await this.requestOpening.execute(ctx, lotId));
  }

  @Post('lots/:lotId/opening/confirmation')
  @Allow('opening.confirm')
  @Documented({
    summary: 'Confirm the opening: the bids are opened and the record is published',
    answers: OpeningView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'BIDS.SAME_PERSON',
      'BIDS.CLOSING_BROKEN',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async confirm(@Ctx() ctx: Context, @IdParam('lotId') lotId: string): Promise<OpeningView> {
    return OpeningView.of(await this.holdOpening.execute(ctx, lotId));
  }

  @Get('lots/:lotId/opening')
  @Allow('opening.read')
  @Documented({
    summary: 'Read the opening of a lot and its record',
    answers: OpeningView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(@Ctx() ctx: Context, @IdParam('lotId') lotId: string): Promise<OpeningView> {
    return OpeningView.of(await this.bids.opening(ctx, lotId));
  }

  @Get('lots/:lotId/qualification')
  @Allow('qualification.read')
  @Documented({
    summary: 'Read the qualification check of a lot’s bids, from the opening on',
    answers: QualificationPage,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async qualification(
    @Ctx() ctx: Context,
    @IdParam('lotId') lotId: string,
    @Query() { limit, cursor }: PageRequest,
  ): Promise<QualificationPage> {
    const found = await this.bids.qualification(ctx, lotId, limit + 1, cursor);
    return QualificationPage.of(pageOf(found.bids, limit), found);
  }

  @Get('lots/:lotId/checks')
  @Allow('check.list')
  @Documented({
    summary: 'List what of the qualification is the caller’s to decide, with the applications',
    answers: ChecksToDecidePage,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async toDecideIn(
    @Ctx() ctx: Context,
    @IdParam('lotId') lotId: string,
    @Query() { limit, cursor }: PageRequest,
  ): Promise<ChecksToDecidePage> {
    const rows = await this.toDecide.list(ctx, lotId, limit + 1, cursor);
    return ChecksToDecidePage.of(rows, limit);
  }

  @Post('bids/:bidId/checks')
  @Allow('bid.check')
  @Documented({
    summary:
      'Decide a check of the qualification that no rule can, by the duty that the rules name',
    answers: BidView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'ACCESS.DUTY_MISSING',
      'STATE.OUT_OF_ORDER',
      'BIDS.CHECK_UNKNOWN',
      'BIDS.CHECK_DECIDED',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async judge(
    @Ctx() ctx: Context,
    @IdParam('bidId') bidId: string,
    @Body() { code, verdict, reason }: JudgeBidRequest,
  ): Promise<BidView> {
    const bid = await this.judgeBid.execute(ctx, bidId, { code, verdict, reason });
    return BidView.ofWhole(await this.bids.whole(ctx, bid));
  }
}
