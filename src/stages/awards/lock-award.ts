import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Rounds } from '../rounds';
import type { AwardEntity } from './award.entity';
import { AwardRepository } from './award.repository';

/** Locks an award after its lot: whoever changes both takes them in this order and waits for no one in a circle. */
@Injectable()
export class LockAward {
  constructor(
    private readonly repository: AwardRepository,
    private readonly rounds: Rounds,
  ) {}

  /** The award, its lot and itself locked until the caller's transaction ends; null when there is none. */
  async withLot(ctx: Context, awardId: string): Promise<AwardEntity | null> {
    const found = await this.repository.find(ctx, awardId);
    if (found === null) return null;
    if (found.lotId !== null) await this.rounds.lockLot(ctx, found.lotId);
    return this.repository.lock(ctx, awardId);
  }
}
