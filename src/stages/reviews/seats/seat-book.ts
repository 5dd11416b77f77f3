import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import type { Json } from '../../../platform/record/domain-event';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import { reviewWordings } from '../reviews.wordings';
import type { SeatEntity } from './seat.entity';
import { SeatRepository } from './seat.repository';
import { seatTransitions, type LeavingCause, type SeatMove } from './seat.transitions';

const seatEvents: Readonly<Record<SeatMove, string>> = {
  accept: 'reviews.seat-accepted',
  decline: 'reviews.seat-declined',
  recuse: 'reviews.expert-recused',
  replace: 'reviews.expert-replaced',
};

/** Why an expert leaves a seat. */
export interface Leaving {
  readonly cause: LeavingCause;
  readonly reason?: string;
  readonly tiePartyId?: string;
}

/** Moves seats, each move with its event; what waited for the expert is settled. */
@Injectable()
export class SeatBook {
  constructor(
    private readonly repository: SeatRepository,
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
  ) {}

  /**
   * An invited expert takes the seat; the caller has locked it.
   * @param biddersDigest the list of bidders on which the expert declared to have no tie
   * @throws STATE.OUT_OF_ORDER
   */
  async accept(ctx: Context, seat: SeatEntity, biddersDigest: string): Promise<void> {
    seat.state = seatTransitions.next(seat.state, 'accept');
    seat.biddersDigest = biddersDigest;
    seat.answeredAt = await ctx.now();
    await this.clocks.meet(ctx, 'seat.answer', seat.id);
    await this.inbox.done(ctx, reviewWordings.invitation, seat.id);
    await this.save(ctx, seat, 'accept', { biddersDigest });
  }

  /**
   * An expert leaves a seat, asked or not; the caller has locked it. The process invites the next of the draw.
   * @throws STATE.OUT_OF_ORDER
   */
  async leave(
    ctx: Context,
    seat: SeatEntity,
    move: Exclude<SeatMove, 'accept'>,
    { cause, reason, tiePartyId }: Leaving,
  ): Promise<void> {
    seat.state = seatTransitions.next(seat.state, move);
    seat.cause = cause;
    seat.reason = reason ?? null;
    seat.tiePartyId = tiePartyId ?? null;
    seat.leftAt = await ctx.now();
    await this.settleInvitation(ctx, seat.id, move, cause);
    await this.inbox.withdraw(ctx, reviewWordings.score, seat.id);
    await this.save(ctx, seat, move, { cause });
  }

  /** Tells an expert who did not ask to leave that the seat goes to the next of the draw. */
  async tellLost(ctx: Context, { id, personId }: SeatEntity, round: string): Promise<void> {
    const subject = { kind: 'seat', id };
    await this.inbox.write(ctx, [personId], reviewWordings.seatLost, subject, { round });
  }

  private async settleInvitation(
    ctx: Context,
    seatId: string,
    move: SeatMove,
    cause: LeavingCause,
  ): Promise<void> {
    const { invitation } = reviewWordings;
    if (cause === 'no-answer') {
      await this.inbox.lapse(ctx, invitation, seatId);
    } else if (move === 'replace') {
      await this.clocks.cancel(ctx, 'seat.answer', seatId);
      await this.inbox.withdraw(ctx, invitation, seatId);
    } else {
      await this.clocks.meet(ctx, 'seat.answer', seatId);
      await this.inbox.done(ctx, invitation, seatId);
    }
  }

  private async save(
    ctx: Context,
    seat: SeatEntity,
    move: SeatMove,
    body: Readonly<Record<string, Json>>,
  ): Promise<void> {
    seat.version += 1;
    await this.repository.update(ctx, seat);
    await ctx.record({
      name: seatEvents[move],
      aggregate: { kind: 'seat', id: seat.id, version: seat.version },
      move,
      roundId: seat.roundId,
      body: { panelId: seat.panelId, seat: seat.seatCode, ...body },
      audience: { unitPaths: [seat.unitPath], personIds: [seat.personId] },
      nudges: [{ kind: 'panelReview', id: seat.panelId }],
    });
  }
}
