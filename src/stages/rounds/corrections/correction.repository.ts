import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { insertUnlessThere } from '../../../platform/database/insert-unless-there';
import { CorrectionEntity } from './correction.entity';

/** The rows of corrections. */
@Injectable()
export class CorrectionRepository {
  /** @returns false when another one waits for its decision */
  async insert(ctx: Context, correction: CorrectionEntity): Promise<boolean> {
    return insertUnlessThere(ctx.manager, CorrectionEntity, correction);
  }

  async find(ctx: Context, id: string): Promise<CorrectionEntity | null> {
    return ctx.manager.findOneBy(CorrectionEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<CorrectionEntity | null> {
    return ctx.manager.findOne(CorrectionEntity, { where: { id }, ...locked });
  }

  /** The one of a round that waits for its decision, locked. */
  async lockProposed(ctx: Context, roundId: string): Promise<CorrectionEntity | null> {
    return ctx.manager.findOne(CorrectionEntity, {
      where: { roundId, state: 'proposed' },
      ...locked,
    });
  }

  /** Those of a round that are in force, in the order of their revisions. */
  async approved(ctx: Context, roundId: string): Promise<CorrectionEntity[]> {
    return ctx.manager.find(CorrectionEntity, {
      where: { roundId, state: 'approved' },
      order: { revision: 'ASC' },
    });
  }

  async update(ctx: Context, { id, ...values }: CorrectionEntity): Promise<void> {
    await ctx.manager.update(CorrectionEntity, { id }, values as object);
  }
}

const locked = { lock: { mode: 'pessimistic_write' } } as const;
