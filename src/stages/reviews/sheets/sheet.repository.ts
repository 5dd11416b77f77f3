import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { SheetEntity } from './sheet.entity';

/** The rows of sheets. */
@Injectable()
export class SheetRepository {
  async insert(ctx: Context, sheet: SheetEntity): Promise<void> {
    await ctx.manager.insert(SheetEntity, sheet);
  }

  /** Saves the confirmation of a sheet; nothing else of it ever changes. */
  async saveConfirmation(ctx: Context, sheet: SheetEntity): Promise<void> {
    const { id, state, reason, confirmedAt, version } = sheet;
    await ctx.manager.update(SheetEntity, { id }, { state, reason, confirmedAt, version });
  }

  async find(ctx: Context, id: string): Promise<SheetEntity | null> {
    return ctx.manager.findOneBy(SheetEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<SheetEntity | null> {
    return ctx.manager.findOne(SheetEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async ofSeat(ctx: Context, seatId: string): Promise<SheetEntity[]> {
    return ctx.manager.find(SheetEntity, { where: { seatId }, order: { id: 'ASC' } });
  }

  /** The sheets that count: those of the members who sit on the panel now. */
  async counting(ctx: Context, panelId: string): Promise<SheetEntity[]> {
    return ctx.manager
      .createQueryBuilder(SheetEntity, 'sheet')
      .where('sheet.panelId = :panelId', { panelId })
      .andWhere(
        `EXISTS (SELECT FROM seats seat WHERE seat.id = sheet.seat_id AND seat.state = 'accepted')`,
      )
      .orderBy('sheet.id')
      .getMany();
  }
}
