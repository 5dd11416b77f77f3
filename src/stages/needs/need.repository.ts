import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { CycleEntity } from './cycle.entity';
import { NeedEntity } from './need.entity';

@Injectable()
export class NeedRepository {
  async insert(ctx: Context, need: NeedEntity): Promise<void> {
    await ctx.manager.insert(NeedEntity, need);
  }

  async update(ctx: Context, { id, ...values }: NeedEntity): Promise<void> {
    await ctx.manager.update(NeedEntity, { id }, values);
  }

  async lock(ctx: Context, id: string): Promise<NeedEntity | null> {
    return ctx.manager.findOne(NeedEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async ofCycle(ctx: Context, cycleId: string): Promise<NeedEntity[]> {
    return ctx.manager.find(NeedEntity, { where: { cycleId }, order: { id: 'ASC' } });
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

  async insertCycle(ctx: Context, cycle: CycleEntity): Promise<void> {
    await ctx.manager.insert(CycleEntity, cycle);
  }

  async updateCycle(ctx: Context, { id, ...values }: CycleEntity): Promise<void> {
    await ctx.manager.update(CycleEntity, { id }, values);
  }

  async lockCycle(ctx: Context, id: string): Promise<CycleEntity | null> {
    return ctx.manager.findOne(CycleEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
