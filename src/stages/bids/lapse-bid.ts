import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { bidEvents } from './bid-events';
import type { BidEntity } from './bid.entity';
import { BidRepository } from './bid.repository';
import { bidTransitions } from './bid.transitions';

/** A bid comes to nothing before it was opened: its party is told, and nobody else learns that there was one. */
@Injectable()
export class LapseBid {
  constructor(private readonly repository: BidRepository) {}

  /** @param bid locked by the caller @throws STATE.OUT_OF_ORDER */
  async execute(ctx: Context, bid: BidEntity): Promise<void> {
    bid.state = bidTransitions.next(bid.state, 'lapse');
    bid.version += 1;
    await this.repository.update(ctx, bid);
    await ctx.record({
      name: bidEvents.lapse,
      aggregate: { kind: 'bid', id: bid.id, version: bid.version },
      move: 'lapse',
      roundId: bid.roundId,
      body: { lotId: bid.lotId },
      audience: { partyIds: [bid.partyId] },
    });
  }
}
