import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { People } from '../../../registers/people';
import { KnownObstacles } from '../draw/known-obstacles';
import { PanelBids } from '../panels/panel-bids';
import { refuseReviews } from '../reviews.refusals';
import { BiddersLists } from './bidders-list';
import { FindSeat } from './find-seat';
import { SeatBook } from './seat-book';
import type { SeatEntity } from './seat.entity';

/** What an expert says to an invitation, or later when something changed. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly findSeat: FindSeat,
    private readonly book: SeatBook,
    private readonly lists: BiddersLists,
    private readonly bids: PanelBids,
    private readonly obstacles: KnownObstacles,
    private readonly people: People,
  ) {}

  /**
   * Takes the seat, with the declaration of having no tie to anybody on the list of bidders.
   * @param biddersDigest of the list that the expert read
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, REVIEWS.BIDDERS_CHANGED, REVIEWS.TIED, PEOPLE.DUTIES_CONFLICT
   */
  async accept(ctx: Context, seatId: string, biddersDigest: string): Promise<SeatEntity> {
    const { seat, panel } = await this.findSeat.forChange(ctx, 'seat.accept', seatId);
    const { bidders, digest } = await this.lists.of(ctx, panel);
    if (biddersDigest !== digest) {
      throw refuseReviews('REVIEWS.BIDDERS_CHANGED', {}, '/biddersDigest');
    }
    const partyIds = bidders.map(({ partyId }) => partyId);
    const ties = await this.obstacles.ties(ctx, [seat.expertId], partyIds);
    if (ties.length > 0) throw refuseReviews('REVIEWS.TIED');
    await this.book.accept(ctx, seat, digest);
    await this.people.noteDuty(ctx, seat.personId, seat.roundId, 'expert');
    return seat;
  }

  /**
   * Leaves the seat to the next of the draw, for other reasons than a tie.
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, REVIEWS.SHEETS_ALL_IN
   */
  async decline(
    ctx: Context,
    seatId: string,
    cause: 'refusal' | 'illness',
    reason: string,
  ): Promise<SeatEntity> {
    const { seat } = await this.findSeat.forChange(ctx, 'seat.decline', seatId);
    await this.book.leave(ctx, seat, 'decline', { cause, reason });
    return seat;
  }

  /**
   * Leaves the seat for a tie, or for another reason to doubt one's fairness.
   * @param partyId the bidder to whom the tie is, where it is to one
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, REVIEWS.NOT_A_BIDDER, REVIEWS.SHEETS_ALL_IN
   * @source 政府采购法实施条例 art. 9
   */
  async recuse(
    ctx: Context,
    seatId: string,
    reason: string,
    partyId?: string,
  ): Promise<SeatEntity> {
    const { seat, panel } = await this.findSeat.forChange(ctx, 'seat.recuse', seatId);
    if (partyId === undefined) {
      await this.book.leave(ctx, seat, 'recuse', { cause: 'other', reason });
      return seat;
    }
    const bidders = await this.bids.bidders(ctx, panel);
    if (!bidders.includes(partyId)) throw refuseReviews('REVIEWS.NOT_A_BIDDER', {}, '/partyId');
    await this.book.leave(ctx, seat, 'recuse', { cause: 'tie', reason, tiePartyId: partyId });
    return seat;
  }
}
