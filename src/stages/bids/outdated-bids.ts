import { Injectable } from '@nestjs/common';
import { printInstant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { requireFound } from '../../platform/http/require-found';
import { Inbox } from '../../registers/inbox';
import { Rounds, type RevisionsOfBids } from '../rounds';
import { BidRepository, type OutdatedBid } from './bid.repository';
import { bidWordings } from './bid.wordings';
import { LapseBid } from './lapse-bid';

const TASKS = [bidWordings.lookAgain, bidWordings.replace] as const;

/**
 * Bids that name a revision of the rules which a correction has gone beyond. Their parties alone are asked and told; a task of a
 * party is seen by those who represent it and by nobody else.
 */
@Injectable()
export class OutdatedBids {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: BidRepository,
    private readonly lapseBid: LapseBid,
    private readonly inbox: Inbox,
  ) {}

  /** Asks for another look, or for another version, until the deadline as it stands now; what was asked before is asked anew. */
  async ask(
    ctx: Context,
    roundId: string,
    { changedBy, demandedBy }: RevisionsOfBids,
  ): Promise<void> {
    const { code } = await this.rounds.get(ctx, roundId);
    for (const { id: lotId, closesAt } of await this.rounds.lotsOf(ctx, roundId)) {
      const outdated = await this.repository.namingEarlier(ctx, lotId, changedBy);
      for (const { bidId, partyId, named } of outdated) {
        await this.end(ctx, bidId, 'withdraw');
        await this.inbox.open(ctx, {
          kind: named < demandedBy ? bidWordings.replace : bidWordings.lookAgain,
          subject: { kind: 'bid', id: bidId },
          to: { duty: 'applicant', scope: { kind: 'party', id: partyId } },
          dueAt: closesAt,
          facts: { round: code, named, current: changedBy, closesAt: printInstant(closesAt) },
        });
      }
    }
  }

  /** At the close: nobody is asked any more, and where another version was demanded and not sent in, the bid lapses. */
  async close(
    ctx: Context,
    lotId: string,
    { changedBy, demandedBy }: RevisionsOfBids,
  ): Promise<void> {
    for (const outdated of await this.repository.namingEarlier(ctx, lotId, changedBy)) {
      await this.end(ctx, outdated.bidId, 'lapse');
      if (outdated.named < demandedBy) await this.lapse(ctx, outdated, demandedBy);
    }
  }

  /** Ends what a bid's party was asked for. */
  async end(ctx: Context, bidId: string, how: 'done' | 'withdraw' | 'lapse'): Promise<void> {
    for (const task of TASKS) await this.inbox[how](ctx, task, bidId);
  }

  private async lapse(
    ctx: Context,
    { bidId, submittedBy, named }: OutdatedBid,
    current: number,
  ): Promise<void> {
    const bid = requireFound(await this.repository.lock(ctx, bidId));
    await this.lapseBid.execute(ctx, bid);
    const { code } = await this.rounds.get(ctx, bid.roundId);
    const facts = { round: code, named, current };
    const subject = { kind: 'bid', id: bidId };
    await this.inbox.write(ctx, [submittedBy], bidWordings.lapsed, subject, facts);
  }
}
