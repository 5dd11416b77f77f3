import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { People } from '../../../registers/people';
import { Rounds } from '../../rounds';
import { FindSeat } from './find-seat';
import { SeatBook } from './seat-book';
import type { SeatEntity } from './seat.entity';

/** Gives a seat to the next of the draw, by an organizer or by the clock. */
@Injectable()
export class ReplaceExpert {
  constructor(
    private readonly findSeat: FindSeat,
    private readonly book: SeatBook,
    private readonly people: People,
    private readonly rounds: Rounds,
  ) {}

  /**
   * An organizer replaces an expert who is ill or does not score; who comes next is not the organizer's choice.
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, REVIEWS.SHEETS_ALL_IN, PEOPLE.DUTIES_CONFLICT
   */
  async byOrganizer(
    ctx: Context,
    seatId: string,
    cause: 'illness' | 'no-sheets',
    reason: string,
  ): Promise<SeatEntity> {
    const { seat } = await this.findSeat.forChange(ctx, 'seat.replace', seatId);
    await this.book.leave(ctx, seat, 'replace', { cause, reason });
    await this.people.noteDuty(ctx, ctx.personId, seat.roundId, 'organizer');
    await this.tell(ctx, seat);
    return seat;
  }

  /** The time to answer is over; does nothing when the expert has answered. The caller has locked the seat. */
  async forSilence(ctx: Context, seat: SeatEntity): Promise<void> {
    if (seat.state !== 'invited') return;
    await this.book.leave(ctx, seat, 'replace', { cause: 'no-answer' });
    await this.tell(ctx, seat);
  }

  private async tell(ctx: Context, seat: SeatEntity): Promise<void> {
    const { code } = await this.rounds.get(ctx, seat.roundId);
    await this.book.tellLost(ctx, seat, code);
  }
}
