import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { insertUnlessThere } from '../../platform/database/insert-unless-there';
import { YearClosingEntity } from './year-closing.entity';

/** The rows of years' closings. */
@Injectable()
export class YearClosingRepository {
  /** @returns false when the year is closed, or its closing proposed, already */
  async insert(ctx: Context, closing: YearClosingEntity): Promise<boolean> {
    return insertUnlessThere(ctx.manager, YearClosingEntity, closing);
  }

  async lock(ctx: Context, id: string): Promise<YearClosingEntity | null> {
    return ctx.manager.findOne(YearClosingEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async update(ctx: Context, { id, ...values }: YearClosingEntity): Promise<void> {
    await ctx.manager.update(YearClosingEntity, { id }, values);
  }
}
