import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Inbox } from '../../registers/inbox';
import { People } from '../../registers/people';
import {
  BidBook,
  Rounds,
  type ClosingCount,
  type CountedBid,
  type Lot,
  type RevisionsOfBids,
} from '../rounds';
import { BidRepository } from './bid.repository';
import { bidWordings } from './bid.wordings';
import { LapseBid } from './lapse-bid';
import { OutdatedBids } from './outdated-bids';
import { TooFewBids } from './too-few-bids';

/** Answers what rounds must ask of bids, which come after them. */
@Injectable()
export class KeepBidBook implements ClosingCount, OnModuleInit {
  constructor(
    private readonly bidBook: BidBook,
    private readonly rounds: Rounds,
    private readonly repository: BidRepository,
    private readonly outdated: OutdatedBids,
    private readonly lapseBid: LapseBid,
    private readonly tooFew: TooFewBids,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.bidBook.keptBy(this);
  }

  async counting(ctx: Context, lotId: string): Promise<CountedBid[]> {
    return this.repository.counting(ctx, lotId);
  }

  async bidders(ctx: Context, roundId: string): Promise<string[]> {
    return this.repository.bidders(ctx, roundId);
  }

  async corrected(ctx: Context, roundId: string, revisions: RevisionsOfBids): Promise<void> {
    await this.outdated.ask(ctx, roundId, revisions);
  }

  async lapseOutdated(ctx: Context, lotId: string, revisions: RevisionsOfBids): Promise<void> {
    await this.outdated.close(ctx, lotId, revisions);
  }

  async lapse(ctx: Context, lotId: string): Promise<void> {
    for (const bid of await this.repository.lockInState(ctx, lotId, 'submitted')) {
      await this.lapseBid.execute(ctx, bid);
      await this.outdated.end(ctx, bid.id, 'withdraw');
    }
  }

  async closed(ctx: Context, lot: Lot): Promise<void> {
    if (await this.tooFew.isShort(ctx, lot)) return;
    const { id, roundId, unitPath } = lot;
    const { code, unitId } = await this.rounds.get(ctx, roundId);
    const subject = { kind: 'lot', id };
    const facts = { round: code };
    await this.inbox.open(ctx, {
      kind: bidWordings.open,
      subject,
      to: { duty: 'organizer', scope: { kind: 'unit', id: unitId } },
      facts,
    });
    const organizers = await this.people.holdersAtUnit(ctx, 'organizer', unitPath);
    await this.inbox.write(ctx, organizers, bidWordings.open, subject, facts);
  }
}
