import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { DeputyEntity } from './deputy.entity';

/** The rows of deputies. */
@Injectable()
export class DeputyRepository {
  async insert(ctx: Context, deputy: DeputyEntity): Promise<void> {
    await ctx.manager.insert(DeputyEntity, deputy);
  }

  async lock(ctx: Context, id: string): Promise<DeputyEntity | null> {
    return ctx.manager.findOne(DeputyEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async update(ctx: Context, { id, ...values }: DeputyEntity): Promise<void> {
    await ctx.manager.update(DeputyEntity, { id }, values);
  }
}
