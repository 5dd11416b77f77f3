import { Injectable } from '@nestjs/common';
import type { Act } from '../../../access/access-table';
import type { Context } from '../../../platform/database/context';
import { withinReach } from '../../../platform/database/within-reach';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Bids, type Application, type OpenedBid } from '../../bids';
import { PanelBids } from '../panels/panel-bids';
import { PanelEntity } from '../panels/panel.entity';
import { refuseReviews } from '../reviews.refusals';
import { SheetEntity } from '../sheets/sheet.entity';
import { BiddersLists, type BiddersList } from './bidders-list';
import { SeatEntity } from './seat.entity';

/** A bid as an expert reads it: what it says, not who says it. */
export interface BidToScore {
  /** The bid's id, for paging. */
  readonly id: string;
  readonly bid: OpenedBid;
  readonly application: Application;
  /** The expert's own sheet, when it is in. */
  readonly sheetId: string | null;
}

/** Reads of an expert's own seats and of what is to be scored. */
@Injectable()
export class SeatsQuery {
  constructor(
    private readonly bids: Bids,
    private readonly panelBids: PanelBids,
    private readonly lists: BiddersLists,
  ) {}

  async mine(ctx: Context, limit: number, after?: string): Promise<SeatEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(SeatEntity, 'seat')
      .orderBy('seat.id')
      .limit(limit);
    withinReach(query, ctx.reach('seat.list'), { personId: 'seat.person_id' });
    if (after !== undefined) query.andWhere('seat.id > :after', { after });
    return query.getMany();
  }

  /** The bidders on whom an invited expert declares. @throws ACCESS.NOT_FOUND */
  async bidders(ctx: Context, seatId: string): Promise<BiddersList & { seat: SeatEntity }> {
    const seat = await this.own(ctx, 'seat.bidders', seatId);
    return { ...(await this.lists.of(ctx, await panelOfSeat(ctx, seat))), seat };
  }

  /** The bids that a member scores, which are those of the panel, by id. @throws ACCESS.NOT_FOUND, REVIEWS.NOT_SEATED */
  async bidsToScore(
    ctx: Context,
    seatId: string,
    limit: number,
    after?: string,
  ): Promise<BidToScore[]> {
    const seat = await this.own(ctx, 'seat.bids', seatId);
    if (seat.state !== 'accepted') throw refuseReviews('REVIEWS.NOT_SEATED', { state: seat.state });
    const sheets = await ctx.manager.findBy(SheetEntity, { seatId });
    const page = (await this.panelBids.qualified(ctx, await panelOfSeat(ctx, seat)))
      .sort((a, b) => (a.bidId < b.bidId ? -1 : 1))
      .filter(({ bidId }) => after === undefined || bidId > after)
      .slice(0, limit);
    const found: BidToScore[] = [];
    for (const bid of page) {
      const application = await this.bids.application(ctx, bid.bidId);
      const sheetId = sheets.find(({ bidId }) => bidId === bid.bidId)?.id ?? null;
      found.push({ id: bid.bidId, bid, application, sheetId });
    }
    return found;
  }

  private async own(ctx: Context, act: Act, seatId: string): Promise<SeatEntity> {
    const seat = await ctx.manager.findOneBy(SeatEntity, { id: seatId });
    if (seat === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require(act, { assignedIds: [seat.personId] });
    return seat;
  }
}

async function panelOfSeat(ctx: Context, { panelId }: SeatEntity): Promise<PanelEntity> {
  return ctx.manager.findOneByOrFail(PanelEntity, { id: panelId });
}
