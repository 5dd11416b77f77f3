import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { SeatEntity } from './seat.entity';

/** The rows of seats. */
@Injectable()
export class SeatRepository {
  async insert(ctx: Context, seat: SeatEntity): Promise<void> {
    await ctx.manager.insert(SeatEntity, seat);
  }

  async update(ctx: Context, { id, ...values }: SeatEntity): Promise<void> {
    await ctx.manager.update(SeatEntity, { id }, values);
  }

  async find(ctx: Context, id: string): Promise<SeatEntity | null> {
    return ctx.manager.findOneBy(SeatEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<SeatEntity | null> {
    return ctx.manager.findOne(SeatEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Everybody who was ever invited to a panel, in the order of the invitations. */
  async ofPanel(ctx: Context, panelId: string): Promise<SeatEntity[]> {
    return ctx.manager.find(SeatEntity, { where: { panelId }, order: { id: 'ASC' } });
  }

  /** Those who sit on a panel now. */
  async seated(ctx: Context, panelId: string): Promise<SeatEntity[]> {
    return ctx.manager.find(SeatEntity, {
      where: { panelId, state: 'accepted' },
      order: { id: 'ASC' },
    });
  }

  /** The seats that an expert has taken, on whatever panels. */
  async heldBy(ctx: Context, expertId: string): Promise<SeatEntity[]> {
    return ctx.manager.findBy(SeatEntity, { expertId, state: 'accepted' });
  }

  /** Everybody who was ever invited to a panel of a lot. */
  async ofLot(ctx: Context, lotId: string): Promise<SeatEntity[]> {
    return ctx.manager.find(SeatEntity, { where: { lotId } });
  }
}
