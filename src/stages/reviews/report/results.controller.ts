import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { DrawProofView } from '../draw/draw.dto';
import { PanelsQuery } from '../panels/panels.query';
import { ConfirmSheet } from '../sheets/confirm-sheet';
import { ConfirmSheetRequest, SheetView } from '../sheets/sheet.dto';
import { LotRankingView, ReviewOfBidView } from './report.dto';
import { ReviewedBidsQuery } from './reviewed-bids.query';

@ApiTags('reviews')
@Controller('v1')
export class ResultsController {
  constructor(
    private readonly confirmSheet: ConfirmSheet,
    private readonly reviewed: ReviewedBidsQuery,
    private readonly panels: PanelsQuery,
  ) {}

  @Post('sheets/:sheetId/confirmation')
  @Allow('sheet.confirm')
  @Documented({
    summary: 'Stand by a sheet that strays from the others, with the reason',
    answers: SheetView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'REVIEWS.SHEETS_STILL_OUT',
      'REVIEWS.DOES_NOT_STRAY',
    ],
  })
  async confirm(
    @Ctx() ctx: Context,
    @IdParam('sheetId') sheetId: string,
    @Body() { reason }: ConfirmSheetRequest,
  ): Promise<SheetView> {
    return SheetView.of(await this.confirmSheet.execute(ctx, sheetId, reason));
  }

  @Get('lots/:lotId/ranking')
  @Allow('lotRanking.read')
  @Documented({
    summary: 'The ranking of all bids of a lot, once every panel has reported',
    answers: LotRankingView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async ofLot(@Ctx() ctx: Context, @IdParam('lotId') lotId: string): Promise<LotRankingView> {
    return LotRankingView.of(await this.reviewed.ofLot(ctx, lotId));
  }

  @Get('bids/:bidId/review')
  @Allow('review.read')
  @Documented({
    summary: 'What the review came to for my bid, and why, from the public notice on',
    answers: ReviewOfBidView,
    refusals: ['ACCESS.NOT_FOUND', 'REVIEWS.NOT_YET_PUBLISHED'],
  })
  async ofBid(@Ctx() ctx: Context, @IdParam('bidId') bidId: string): Promise<ReviewOfBidView> {
    return ReviewOfBidView.of(await this.reviewed.ofBid(ctx, bidId), ctx.locale);
  }

  @Get('public/:tenant/panels/:panelId/draw')
  @ApiParam({ name: 'tenant', description: 'The code of the top unit' })
  @Allow('panel.proofPublic')
  @Documented({
    summary: 'The same proof of a draw, without signing in',
    answers: DrawProofView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async proof(@Ctx() ctx: Context, @IdParam('panelId') panelId: string): Promise<DrawProofView> {
    return DrawProofView.of(await this.panels.proof(ctx, panelId));
  }
}
