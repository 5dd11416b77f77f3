import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Bids } from '../bids';
import type { AwardEntity } from './award.entity';

/** What an award that came to nothing means for its bid. */
@Injectable()
export class ReleaseBid {
  constructor(private readonly bids: Bids) {}

  /** Not funded; before its lot is confirmed a bid's outcome is not settled, and is left for that. */
  async of(ctx: Context, { id, bidId }: AwardEntity): Promise<void> {
    if (bidId === null) return;
    const bid = await this.bids.lock(ctx, bidId);
    if (bid.state === 'qualified') return;
    await this.bids.move(ctx, bidId, 'notFund', { awardId: id });
  }
}
