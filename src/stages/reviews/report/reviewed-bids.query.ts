import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Bids } from '../../bids';
import { Disclosure } from '../disclosure';
import { PanelEntity } from '../panels/panel.entity';
import { refuseReviews } from '../reviews.refusals';
import { SheetEntity } from '../sheets/sheet.entity';
import type { RankedEntry, RankingDocument } from './assemble-ranking';
import { RankingEntity } from './ranking.entity';

/** What the review came to for one bid. */
export interface ReviewOfBid {
  readonly entry: RankedEntry;
  readonly passMark: string;
  /** How many bids passed. */
  readonly passed: number;
  readonly digest: string;
  /** The sheets that counted, without names. */
  readonly sheets: readonly SheetEntity[];
}

/** Reads of a bid's own review. */
@Injectable()
export class ReviewedBidsQuery {
  constructor(
    private readonly bids: Bids,
    private readonly disclosure: Disclosure,
  ) {}

  /**
   * Why a bid came where it came, for its bidder, by the panel that reported last.
   * @throws ACCESS.NOT_FOUND, also when the bid was not reviewed; REVIEWS.NOT_YET_PUBLISHED
   */
  async ofBid(ctx: Context, bidId: string): Promise<ReviewOfBid> {
    const { lotId, partyId } = await this.bids.get(ctx, bidId);
    ctx.require('review.read', { partyIds: [partyId] });
    if (!(await this.disclosure.isOpen(ctx, lotId)))
      throw refuseReviews('REVIEWS.NOT_YET_PUBLISHED');
    const { document, digest } = await this.lastRanking(ctx, lotId);
    const { bids, passMark } = JSON.parse(document) as RankingDocument;
    const entry = bids.find((one) => one.bidId === bidId);
    if (entry === undefined) throw refuseAccess('ACCESS.NOT_FOUND');
    const ids = entry.sheets.map(({ sheetId }) => sheetId);
    const sheets = await ctx.manager
      .createQueryBuilder(SheetEntity, 'sheet')
      .where('sheet.id = ANY(:ids)', { ids })
      .orderBy('sheet.id')
      .getMany();
    const passed = bids.filter((one) => one.passed).length;
    return { entry, passMark, passed, digest, sheets };
  }

  private async lastRanking(ctx: Context, lotId: string): Promise<RankingEntity> {
    const [panel] = await ctx.manager.find(PanelEntity, {
      where: { lotId, state: 'reported' },
      order: { no: 'DESC' },
      take: 1,
    });
    if (panel === undefined) throw refuseAccess('ACCESS.NOT_FOUND');
    return ctx.manager.findOneByOrFail(RankingEntity, { panelId: panel.id });
  }
}
