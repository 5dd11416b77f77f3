import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../../platform/http/page.dto';
import { LockSheet } from '../sheets/lock-sheet';
import { LockSheetRequest, SheetView } from '../sheets/sheet.dto';
import { AnswerInvitation } from './answer-invitation';
import { ReplaceExpert } from './replace-expert';
import {
  AcceptSeatRequest,
  BiddersView,
  BidToScorePage,
  BidToScoreView,
  DeclineSeatRequest,
  RecuseRequest,
  ReplaceExpertRequest,
  SeatPage,
  SeatView,
} from './seat.dto';
import { SeatsQuery } from './seats.query';

@ApiTags('reviews')
@Controller('v1/panel-seats')
export class SeatsController {
  constructor(
    private readonly seats: SeatsQuery,
    private readonly answer: AnswerInvitation,
    private readonly replaceExpert: ReplaceExpert,
    private readonly lockSheet: LockSheet,
  ) {}

  @Get()
  @Allow('seat.list')
  @Documented({ summary: 'My seats on panels', answers: SeatPage })
  async list(@Ctx() ctx: Context, @Query() { limit, cursor }: PageRequest): Promise<SeatPage> {
    const { items, nextCursor } = pageOf(await this.seats.mine(ctx, limit + 1, cursor), limit);
    return { items: items.map((seat) => SeatView.of(seat)), nextCursor };
  }

  @Get(':seatId/bidders')
  @Allow('seat.bidders')
  @Documented({
    summary: 'The bidders on whom I declare, with the digest that an acceptance names',
    answers: BiddersView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async bidders(@Ctx() ctx: Context, @IdParam('seatId') seatId: string): Promise<BiddersView> {
    return BiddersView.of(await this.seats.bidders(ctx, seatId));
  }

  @Post(':seatId/acceptance')
  @Allow('seat.accept')
  @Documented({
    summary: 'Take a seat and declare to have no tie to any bidder',
    answers: SeatView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'REVIEWS.BIDDERS_CHANGED',
      'REVIEWS.TIED',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async accept(
    @Ctx() ctx: Context,
    @IdParam('seatId') seatId: string,
    @Body() { biddersDigest }: AcceptSeatRequest,
  ): Promise<SeatView> {
    return SeatView.of(await this.answer.accept(ctx, seatId, biddersDigest));
  }

  @Post(':seatId/declination')
  @Allow('seat.decline')
  @Documented({
    summary: 'Leave a seat for other reasons than a tie; the next of the draw is called',
    answers: SeatView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER', 'REVIEWS.SHEETS_ALL_IN'],
  })
  async decline(
    @Ctx() ctx: Context,
    @IdParam('seatId') seatId: string,
    @Body() { cause, reason }: DeclineSeatRequest,
  ): Promise<SeatView> {
    return SeatView.of(await this.answer.decline(ctx, seatId, cause ?? 'refusal', reason));
  }

  @Post(':seatId/recusal')
  @Allow('seat.recuse')
  @Documented({
    summary: 'Recuse oneself for a tie to a bidder, or for another doubt about one’s fairness',
    answers: SeatView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'REVIEWS.NOT_A_BIDDER',
      'REVIEWS.SHEETS_ALL_IN',
    ],
  })
  async recuse(
    @Ctx() ctx: Context,
    @IdParam('seatId') seatId: string,
    @Body() { reason, partyId }: RecuseRequest,
  ): Promise<SeatView> {
    return SeatView.of(await this.answer.recuse(ctx, seatId, reason, partyId));
  }

  @Post(':seatId/replacement')
  @Allow('seat.replace')
  @Documented({
    summary: 'Replace an expert who is ill or does not score by the next of the draw',
    answers: SeatView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER', 'REVIEWS.SHEETS_ALL_IN'],
  })
  async replace(
    @Ctx() ctx: Context,
    @IdParam('seatId') seatId: string,
    @Body() { cause, reason }: ReplaceExpertRequest,
  ): Promise<SeatView> {
    return SeatView.of(await this.replaceExpert.byOrganizer(ctx, seatId, cause, reason));
  }

  @Get(':seatId/bids')
  @Allow('seat.bids')
  @Documented({
    summary: 'The bids that I score: what they say, not who says it',
    answers: BidToScorePage,
    refusals: ['ACCESS.NOT_FOUND', 'REVIEWS.NOT_SEATED'],
  })
  async bids(
    @Ctx() ctx: Context,
    @IdParam('seatId') seatId: string,
    @Query() { limit, cursor }: PageRequest,
  ): Promise<BidToScorePage> {
    const rows = await this.seats.bidsToScore(ctx, seatId, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map((bid) => BidToScoreView.of(bid)), nextCursor };
  }

  @Post(':seatId/sheets')
  @Allow('sheet.lock')
  @Documented({
    summary: 'Score a bid; the sheet is locked at once and never changes',
    answers: SheetView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'REVIEWS.NOT_SEATED',
      'REVIEWS.BID_UNKNOWN',
      'REVIEWS.TIED',
      'REVIEWS.ALREADY_SCORED',
      'SCORES.MISSING',
      'SCORES.UNKNOWN',
      'SCORES.NOT_A_SCORE',
      'SCORES.ABOVE_MOST',
    ],
  })
  async lock(
    @Ctx() ctx: Context,
    @IdParam('seatId') seatId: string,
    @Body() { bidId, scores, comment }: LockSheetRequest,
  ): Promise<SheetView> {
    return SheetView.of(await this.lockSheet.execute(ctx, seatId, { bidId, scores, comment }));
  }
}
