import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import type { Json, ProcessRef } from '../../platform/record/domain-event';
import type { Application } from './application';
import type { BidEntity } from './bid.entity';
import { bidEvents } from './bid-events';
import { BidRepository } from './bid.repository';
import { bidTransitions, type BidMove, type BidState } from './bid.transitions';
import { OpenedBidsQuery, type AnyOpenedBid, type OpenedBid } from './opened-bids.query';

/** A bid as the later stages see it. */
export type Bid = Readonly<BidEntity>;

/** The moves that belong to later stages; those up to the qualification are made here alone. */
export type LaterMove = Extract<BidMove, 'leaveOut' | 'fund' | 'holdInReserve' | 'notFund'>;

const OPENED: readonly BidState[] = [
  'opened',
  'qualified',
  'disqualified',
  'notShortlisted',
  'funded',
  'reserve',
  'notFunded',
];
const QUALIFIED: readonly BidState[] = ['qualified', 'funded', 'reserve', 'notFunded'];

/** Bids after their opening, for the stages after this one. */
@Injectable()
export class Bids {
  constructor(
    private readonly repository: BidRepository,
    private readonly openedBids: OpenedBidsQuery,
  ) {}

  /** Every bid that was opened in a lot, by number, also those whose application could not be read. */
  async opened(ctx: Context, lotId: string): Promise<AnyOpenedBid[]> {
    return this.openedBids.inStates(ctx, lotId, OPENED);
  }

  /** The bids of a lot that passed the qualification check, whatever became of them since, by number. */
  async qualified(ctx: Context, lotId: string): Promise<OpenedBid[]> {
    const bids = await this.openedBids.inStates(ctx, lotId, QUALIFIED);
    return bids.map(requireWhole);
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, bidId: string): Promise<Bid> {
    return found(await this.repository.find(ctx, bidId));
  }

  /** The bid, locked until the caller's transaction ends. @throws ACCESS.NOT_FOUND */
  async lock(ctx: Context, bidId: string): Promise<Bid> {
    return found(await this.repository.lock(ctx, bidId));
  }

  /** What the bid says, whole. @throws ACCESS.NOT_FOUND before the opening, or when it could not be read */
  async application(ctx: Context, bidId: string): Promise<Application> {
    const { content } = found(await this.repository.findApplication(ctx, bidId));
    return found(content);
  }

  /** Who submitted the bid's last version. @throws ACCESS.NOT_FOUND */
  async submitterOf(ctx: Context, bidId: string): Promise<string> {
    const bid = await this.get(ctx, bidId);
    return found(await this.repository.findLastVersion(ctx, bid)).submittedBy;
  }

  /**
   * Moves a bid on, saves it and records its event for its party and the round's officials.
   * @throws STATE.OUT_OF_ORDER, ACCESS.NOT_FOUND
   */
  async move(
    ctx: Context,
    bidId: string,
    move: LaterMove,
    body: Readonly<Record<string, Json>>,
    nudges: readonly ProcessRef[] = [],
  ): Promise<Bid> {
    const bid = await this.lock(ctx, bidId);
    const next: BidEntity = {
      ...bid,
      state: bidTransitions.next(bid.state, move),
      version: bid.version + 1,
    };
    await this.repository.update(ctx, next);
    await ctx.record({
      name: bidEvents[move],
      aggregate: { kind: 'bid', id: bid.id, version: next.version },
      move,
      roundId: bid.roundId,
      body: { lotId: bid.lotId, ...body },
      audience: { unitPaths: [bid.unitPath], partyIds: [bid.partyId] },
      nudges,
    });
    return next;
  }
}

function found<T>(row: T | null): T {
  if (row === null) throw refuseAccess('ACCESS.NOT_FOUND');
  return row;
}

function requireWhole(bid: AnyOpenedBid): OpenedBid {
  const { title, budgetFen, ownFundsFen, requestedFen } = bid;
  if (title === null || budgetFen === null || ownFundsFen === null || requestedFen === null) {
    throw new Error(`the bid ${bid.bidId} qualified without an amount`);
  }
  return { ...bid, title, budgetFen, ownFundsFen, requestedFen };
}
