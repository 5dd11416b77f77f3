import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { printInstant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import type { Round } from '../../rounds';
import { PanelBids } from '../panels/panel-bids';
import type { DrawEntity } from '../draw/draw.entity';
import { KnownObstacles } from '../draw/known-obstacles';
import type { PanelEntity } from '../panels/panel.entity';
import { reviewPeriods } from '../review-periods';
import { reviewWordings } from '../reviews.wordings';
import type { Call } from './next-in-order';
import { SeatBook } from './seat-book';
import { SeatEntity } from './seat.entity';
import { SeatRepository } from './seat.repository';
import { seatTransitions } from './seat.transitions';

/** Calls one expert to a seat. */
@Injectable()
export class InviteExpert {
  constructor(
    private readonly seats: SeatRepository,
    private readonly book: SeatBook,
    private readonly bids: PanelBids,
    private readonly obstacles: KnownObstacles,
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
  ) {}

  /**
   * Whose turn it is gets a seat and an invitation; somebody with a tie or another duty that came up since the pool was
   * frozen is passed over, which is recorded like any other replacement.
   * @returns whether the expert was invited
   */
  async execute(
    ctx: Context,
    panel: PanelEntity,
    round: Round,
    draw: DrawEntity,
    call: Call,
  ): Promise<boolean> {
    const seat = await this.newSeat(ctx, panel, draw, call);
    await this.seats.insert(ctx, seat);
    await ctx.record({
      name: 'reviews.expert-called',
      aggregate: { kind: 'seat', id: seat.id, version: 1 },
      move: null,
      roundId: panel.roundId,
      body: { panelId: panel.id, seat: seat.seatCode, draw: call.drawNo, place: call.place },
      audience: { unitPaths: [panel.unitPath], personIds: [seat.personId] },
    });
    if (await this.passOver(ctx, round, panel, seat)) return false;
    await this.sendInvitation(ctx, round, seat);
    return true;
  }

  private async passOver(
    ctx: Context,
    round: Round,
    panel: PanelEntity,
    seat: SeatEntity,
  ): Promise<boolean> {
    const bidders = await this.bids.bidders(ctx, panel);
    const [tie] = await this.obstacles.ties(ctx, [seat.expertId], bidders);
    if (tie !== undefined) {
      await this.book.leave(ctx, seat, 'recuse', { cause: 'tie', tiePartyId: tie.partyId });
      return true;
    }
    const withDuty = await this.obstacles.personsWithDuty(ctx, round);
    if (!withDuty.has(seat.personId)) return false;
    await this.book.leave(ctx, seat, 'recuse', { cause: 'other' });
    return true;
  }

  private async sendInvitation(ctx: Context, round: Round, seat: SeatEntity): Promise<void> {
    const subject = { kind: 'seat', id: seat.id };
    const { workingDays, article } = reviewPeriods.answer;
    const { dueAt } = await this.clocks.start(ctx, {
      rule: 'seat.answer',
      article,
      subject,
      process: { kind: 'panelReview', id: seat.panelId },
      from: seat.invitedAt,
      count: { unit: 'workingDays', n: workingDays },
      calendar: round.ruleSet.calendar,
    });
    const facts = { round: round.code, dueAt: printInstant(dueAt) };
    const kind = reviewWordings.invitation;
    await this.inbox.open(ctx, { kind, subject, to: { personId: seat.personId }, dueAt, facts });
    await this.inbox.write(ctx, [seat.personId], kind, subject, facts);
  }

  private async newSeat(
    ctx: Context,
    panel: PanelEntity,
    draw: DrawEntity,
    { drawNo, seatCode, leaf, place }: Call,
  ): Promise<SeatEntity> {
    const member = draw.members.find(({ leaves }) => leaves[seatCode]?.leaf === leaf)!;
    return Object.assign(new SeatEntity(), {
      id: newId(),
      panelId: panel.id,
      roundId: panel.roundId,
      lotId: panel.lotId,
      unitPath: panel.unitPath,
      drawNo,
      seatCode: seatCode.slice(seatCode.indexOf('/') + 1),
      leaf,
      place,
      expertId: member.expertId,
      personId: member.personId,
      state: seatTransitions.initial,
      cause: null,
      reason: null,
      tiePartyId: null,
      biddersDigest: null,
      invitedAt: await ctx.now(),
      answeredAt: null,
      leftAt: null,
      version: 1,
    });
  }
}
