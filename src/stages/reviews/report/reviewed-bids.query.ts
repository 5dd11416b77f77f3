import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { panelsOf, type BilingualText } from '../../../rules';
import { Bids } from '../../bids';
import { Rounds } from '../../rounds';
import { Disclosure } from '../disclosure';
import { refuseReviews } from '../reviews.refusals';
import { SheetEntity } from '../sheets/sheet.entity';
import type { LotEntry, LotRankingDocument } from './assemble-lot-ranking';
import type { LotRankingEntity } from './lot-ranking.entity';
import { ReportRepository } from './report.repository';

/** What the review came to for one bid. */
export interface ReviewOfBid {
  readonly entry: LotEntry;
  /** The name of the panel that scored it, where there were several. */
  readonly panel: BilingualText | null;
  readonly passMark: string;
  /** How many bids passed. */
  readonly passed: number;
  readonly digest: string;
  /** The sheets that counted, without names. */
  readonly sheets: readonly SheetEntity[];
}

/** Reads of what the review of a lot came to, for all of its bids or one. */
@Injectable()
export class ReviewedBidsQuery {
  constructor(
    private readonly bids: Bids,
    private readonly rounds: Rounds,
    private readonly disclosure: Disclosure,
    private readonly reports: ReportRepository,
  ) {}

  /**
   * The ranking of all bids of a lot by the review that was over last, for those who run and watch the round.
   * @throws ACCESS.NOT_FOUND, also before there is one
   */
  async ofLot(ctx: Context, lotId: string): Promise<LotRankingEntity> {
    const { unitPath, roundId } = await this.rounds.lot(ctx, lotId);
    ctx.require('lotRanking.read', { unitPath, roundId });
    return found(await this.reports.lastOfLot(ctx, lotId));
  }

  /**
   * Why a bid came where it came, for its bidder, by the last review of which a notice has told.
   * @throws ACCESS.NOT_FOUND, also when the bid was not reviewed; REVIEWS.NOT_YET_PUBLISHED
   */
  async ofBid(ctx: Context, bidId: string): Promise<ReviewOfBid> {
    const { lotId, roundId, partyId } = await this.bids.get(ctx, bidId);
    ctx.require('review.read', { partyIds: [partyId] });
    if ((await this.disclosure.toldAt(ctx, lotId)) === null)
      throw refuseReviews('REVIEWS.NOT_YET_PUBLISHED');
    const { document, digest } = found(await this.disclosure.ranking(ctx, lotId));
    const { bids, passMark } = JSON.parse(document) as LotRankingDocument;
    const entry = found(bids.find((one) => one.bidId === bidId));
    const ids = entry.sheets.map(({ sheetId }) => sheetId);
    const sheets = await ctx.manager
      .createQueryBuilder(SheetEntity, 'sheet')
      .where('sheet.id = ANY(:ids)', { ids })
      .orderBy('sheet.id')
      .getMany();
    const passed = bids.filter((one) => one.passed).length;
    const { ruleSet } = await this.rounds.get(ctx, roundId);
    const panel = panelsOf(ruleSet).find(({ code }) => code === entry.panel)?.name ?? null;
    return { entry, panel, passMark, passed, digest, sheets };
  }
}

function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw refuseAccess('ACCESS.NOT_FOUND');
  return thing;
}
