import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { CycleEntity } from './cycle.entity';

/** The rows of screening cycles. */
@Injectable()
export class CycleRepository {
  async insert(ctx: Context, cycle: CycleEntity): Promise<void> {
    await ctx.manager.insert(CycleEntity, cycle);
  }

  async update(ctx: Context, { id, ...values }: CycleEntity): Promise<void> {
    await ctx.manager.update(CycleEntity, { id }, values);
  }

  async find(ctx: Context, id: string): Promise<CycleEntity | null> {
    return ctx.manager.findOneBy(CycleEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<CycleEntity | null> {
    return ctx.manager.findOne(CycleEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The cycle that a need belongs to, locked; null when there is no such need. */
  async lockOfNeed(ctx: Context, needId: string): Promise<CycleEntity | null> {
    return ctx.manager
      .createQueryBuilder(CycleEntity, 'cycle')
      .where('cycle.id = (SELECT cycle_id FROM needs WHERE id = :needId)', { needId })
      .setLock('pessimistic_write')
      .getOne();
  }

  /** The cycle of a street that collects now, locked; null when there is none. */
  async lockCollecting(ctx: Context, streetId: string): Promise<CycleEntity | null> {
    return ctx.manager.findOne(CycleEntity, {
      where: { streetId, state: 'collecting' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** One street opens one cycle at a time: whoever comes second waits and finds the first one's. */
  async lockStreet(ctx: Context, streetId: string): Promise<void> {
    await ctx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('cycle/' || $1, 0))`, [
      streetId,
    ]);
  }
}
