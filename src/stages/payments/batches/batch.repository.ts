import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { BatchEntity, MAX_LINES } from './batch.entity';

/** The rows of batches. */
@Injectable()
export class BatchRepository {
  async insert(ctx: Context, batch: BatchEntity): Promise<void> {
    await ctx.manager.insert(BatchEntity, batch);
  }

  async update(ctx: Context, { id, ...values }: BatchEntity): Promise<void> {
    await ctx.manager.update(BatchEntity, { id }, values);
  }

  async find(ctx: Context, id: string): Promise<BatchEntity | null> {
    return ctx.manager.findOneBy(BatchEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<BatchEntity | null> {
    return ctx.manager.findOne(BatchEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The batch of a unit that takes payments now, locked; null when one has to be opened. One at a time looks. */
  async lockOpen(ctx: Context, unitId: string): Promise<BatchEntity | null> {
    await ctx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('batch/' || $1, 0))`, [
      unitId,
    ]);
    return ctx.manager
      .createQueryBuilder(BatchEntity, 'batch')
      .where(`batch.unitId = :unitId AND batch.state = 'open' AND batch.lastLine < :most`, {
        unitId,
        most: MAX_LINES,
      })
      .setLock('pessimistic_write')
      .getOne();
  }
}
