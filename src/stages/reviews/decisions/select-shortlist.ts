import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import { figureCodes, shortlist, type FiguredShortlist, type SelectedBid } from '../../../rules';
import { Bids } from '../../bids';
import type { Lot } from '../../rounds';
import type { LotRankingDocument } from '../report/assemble-lot-ranking';
import { ReportRepository } from '../report/report.repository';
import { reviewWordings } from '../reviews.wordings';
import { ReviewDecisions } from './review-decisions';

/** The first selection 入围评选: leaves out the bids that it does not keep; only the others are scored for the award. */
@Injectable()
export class SelectShortlist {
  constructor(
    private readonly bids: Bids,
    private readonly reports: ReportRepository,
    private readonly decisions: ReviewDecisions,
    private readonly inbox: Inbox,
  ) {}

  /** By the scores of the panel whose report was the last. @returns how many are kept */
  async byPanel(ctx: Context, lot: Lot, rules: FiguredShortlist): Promise<number> {
    const { document } = (await this.reports.lastOfLot(ctx, lot.id))!;
    const { bids } = JSON.parse(document) as LotRankingDocument;
    const scored = bids.map(({ bidId, mean: figure }) => ({ bidId, figure }));
    return this.leaveOut(ctx, lot, rules, scored);
  }

  /** By the count of a public vote. @returns how many are kept; null while a count is missing */
  async byVotes(ctx: Context, lot: Lot, rules: FiguredShortlist): Promise<number | null> {
    const answers = await this.decisions.settled(ctx, lot, ['votes']);
    if (answers === null) return null;
    const counted = [...answers].flatMap(([bidId, given]) => {
      const count = given.get(figureCodes.votes)?.count;
      return count === null || count === undefined ? [] : [{ bidId, figure: String(count) }];
    });
    return this.leaveOut(ctx, lot, rules, counted);
  }

  private async leaveOut(
    ctx: Context,
    lot: Lot,
    rules: FiguredShortlist,
    selected: readonly SelectedBid[],
  ): Promise<number> {
    const bids = shortlist(rules, selected);
    const numbers = new Map(
      (await this.bids.qualified(ctx, lot.id)).map(({ bidId, number }) => [bidId, number]),
    );
    const kept = bids.filter(({ isKept }) => isKept).length;
    for (const { bidId, figure, explanation } of bids.filter(({ isKept }) => !isKept)) {
      const { rule, arithmetic } = explanation;
      await this.bids.move(ctx, bidId, 'leaveOut', { figure, kept, rule, arithmetic });
      await this.decisions.withdraw(ctx, bidId);
      const submitter = await this.bids.submitterOf(ctx, bidId);
      const facts = { number: numbers.get(bidId)!, figure, kept };
      const subject = { kind: 'bid', id: bidId };
      await this.inbox.write(ctx, [submitter], reviewWordings.notShortlisted, subject, facts);
    }
    return kept;
  }
}
