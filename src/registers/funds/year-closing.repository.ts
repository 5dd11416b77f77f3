import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { YearClosingEntity } from './year-closing.entity';

/** The rows of years' closings. */
@Injectable()
export class YearClosingRepository {
  /** @returns false when the year is closed, or its closing proposed, already */
  async insert(ctx: Context, closing: YearClosingEntity): Promise<boolean> {
    const inserted = await ctx.manager
      .createQueryBuilder()
      .insert()
      .into(YearClosingEntity)
      .values(closing)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length === 1;
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
