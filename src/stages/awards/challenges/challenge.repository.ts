import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../../platform/database/context';
import { ChallengeEntity } from './challenge.entity';

const OPEN = ['submitted', 'admitted'] as const;

/** The rows of objections. */
@Injectable()
export class ChallengeRepository {
  async insert(ctx: Context, challenge: ChallengeEntity): Promise<void> {
    await ctx.manager.insert(ChallengeEntity, challenge);
  }

  async update(ctx: Context, { id, ...values }: ChallengeEntity): Promise<void> {
    await ctx.manager.update(ChallengeEntity, { id }, values);
  }

  async find(ctx: Context, id: string): Promise<ChallengeEntity | null> {
    return ctx.manager.findOneBy(ChallengeEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<ChallengeEntity | null> {
    return ctx.manager.findOne(ChallengeEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The objections against some awards that are neither rejected nor answered, locked. */
  async lockOpen(ctx: Context, awardIds: readonly string[]): Promise<ChallengeEntity[]> {
    return ctx.manager.find(ChallengeEntity, {
      where: { awardId: In([...awardIds]), state: In([...OPEN]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async hasOpen(ctx: Context, awardIds: readonly string[]): Promise<boolean> {
    return ctx.manager.existsBy(ChallengeEntity, {
      awardId: In([...awardIds]),
      state: In([...OPEN]),
    });
  }

  async hasOpenBy(ctx: Context, awardId: string, objectorId: string): Promise<boolean> {
    return ctx.manager.existsBy(ChallengeEntity, { awardId, objectorId, state: In([...OPEN]) });
  }
}
