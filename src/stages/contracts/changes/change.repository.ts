import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { ChangeEntity } from './change.entity';

/** The rows of changes, locked wherever a decision follows. */
@Injectable()
export class ChangeRepository {
  async insert(ctx: Context, change: ChangeEntity): Promise<void> {
    await ctx.manager.insert(ChangeEntity, change);
  }

  async update(ctx: Context, { id, ...values }: ChangeEntity): Promise<void> {
    await ctx.manager.update(ChangeEntity, { id }, values);
  }

  async lock(ctx: Context, id: string, contractId: string): Promise<ChangeEntity | null> {
    return ctx.manager.findOne(ChangeEntity, {
      where: { id, contractId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The changes of a contract that nobody has decided yet, locked. */
  async lockOpen(ctx: Context, contractId: string): Promise<ChangeEntity[]> {
    return ctx.manager.find(ChangeEntity, {
      where: { contractId, state: 'requested' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The changes of an award's contract, in the order in which they were asked for. */
  async ofAward(ctx: Context, awardId: string): Promise<ChangeEntity[]> {
    return ctx.manager.find(ChangeEntity, { where: { awardId }, order: { id: 'ASC' } });
  }
}
