import { Injectable } from '@nestjs/common';
import { merkleRoot } from '../../platform/crypto/merkle-root';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { BidBook, type CountedBid } from './bid-book';
import { CorrectionBook } from './corrections/correction-book';
import type { LotEntity } from './lot.entity';
import { LotKeeper } from './lot-keeper';
import { isAtOrPast } from './lot.transitions';
import { OpenLots } from './open-lots';
import { RoundRepository } from './round.repository';

/** Closes the lots of a round whose deadline is over, and counts what is in them; until then later lots open. */
@Injectable()
export class CloseLots {
  constructor(
    private readonly repository: RoundRepository,
    private readonly lots: LotKeeper,
    private readonly openLots: OpenLots,
    private readonly clocks: Clocks,
    private readonly bidBook: BidBook,
    private readonly corrections: CorrectionBook,
  ) {}

  /** @returns whether every lot is closed, or past it */
  async whenDue(ctx: Context, roundId: string): Promise<boolean> {
    await this.openLots.whenDue(ctx, roundId);
    let areAllClosed = true;
    for (const { id, state } of await this.repository.lotsOf(ctx, roundId)) {
      if (isAtOrPast(state, 'closed')) continue;
      if (await this.clocks.hasPassed(ctx, 'lot.closes', id)) await this.close(ctx, id);
      else areAllClosed = false;
    }
    return areAllClosed;
  }

  /** Behind the gate nobody bids any more, so what is counted now is what is published and what will be opened. */
  private async close(ctx: Context, lotId: string): Promise<void> {
    await this.repository.shut(ctx, lotId);
    const lot = await this.repository.lockLot(ctx, lotId);
    if (lot?.state !== 'open') return;
    const revisions = await this.corrections.revisionsOfBids(ctx, lot.roundId);
    await this.bidBook.book.lapseOutdated(ctx, lotId, revisions);
    const bids = await this.bidBook.book.counting(ctx, lotId);
    const counted: LotEntity = { ...lot, bidCount: bids.length, bidsRoot: rootOf(bids) };
    await this.lots.move(ctx, counted, 'close', {
      body: { count: counted.bidCount, root: counted.bidsRoot },
      audience: { public: true },
    });
    await this.bidBook.book.closed(ctx, counted);
    await this.corrections.lapseOf(ctx, lot.roundId);
  }
}

/** The RFC 6962 root, in hex, over the digests of the bids' headers in the order of their bids' ids. */
export function rootOf(bids: readonly CountedBid[]): string {
  const inOrder = [...bids].sort((a, b) => (a.bidId < b.bidId ? -1 : 1));
  return merkleRoot(inOrder.map(({ headerDigest }) => Buffer.from(headerDigest, 'hex'))).toString(
    'hex',
  );
}
