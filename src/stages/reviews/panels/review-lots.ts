import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Rounds, type Lot } from '../../rounds';
import type { LotRankingDocument } from '../report/assemble-lot-ranking';
import { ReportRepository } from '../report/report.repository';
import { OpenReview } from './open-review';
import type { PanelEntity } from './panel.entity';
import { PanelRepository } from './panel.repository';
import { hasReported, isAtOrPast } from './panel.transitions';

/** Lots that have nothing to review, for good. */
const OVER: readonly Lot['state'][] = ['failed', 'cancelled', 'ended'];
const NOT_YET: readonly Lot['state'][] = ['planned', 'open', 'closed', 'opened'];

/** The review of a round's lots, as its process sees it. */
@Injectable()
export class ReviewLots {
  constructor(
    private readonly rounds: Rounds,
    private readonly panels: PanelRepository,
    private readonly reports: ReportRepository,
    private readonly openReview: OpenReview,
  ) {}

  /** Gives every qualified lot its panels. @returns whether all panels of the round have their members */
  async seatPanels(ctx: Context, roundId: string): Promise<boolean> {
    let areSeated = true;
    for (const lot of await this.underReview(ctx, roundId)) {
      const panels = await this.panelsOf(ctx, lot);
      areSeated &&= panels.length > 0 && panels.every(({ state }) => isAtOrPast(state, 'seated'));
    }
    return areSeated;
  }

  /** Moves on every lot whose panels have all reported. @returns whether all lots of the round are past the review */
  async closeReviews(ctx: Context, roundId: string): Promise<boolean> {
    let areReviewed = true;
    for (const lot of await this.underReview(ctx, roundId)) {
      const panels = await this.panels.newestOf(ctx, lot.id);
      if (!hasReported(panels)) areReviewed = false;
      else await this.closeReview(ctx, lot.id, panels);
    }
    return areReviewed;
  }

  private async underReview(ctx: Context, roundId: string): Promise<Lot[]> {
    const lots = await this.rounds.lotsOf(ctx, roundId);
    return lots.filter(({ state }) => !OVER.includes(state));
  }

  private async panelsOf(ctx: Context, { id }: Lot): Promise<PanelEntity[]> {
    const lot = await this.rounds.lockLot(ctx, id);
    const panels = await this.panels.newestOf(ctx, id);
    if (panels.length > 0 || NOT_YET.includes(lot.state)) return panels;
    return this.openReview.execute(ctx, lot, 1);
  }

  private async closeReview(
    ctx: Context,
    lotId: string,
    panels: readonly PanelEntity[],
  ): Promise<void> {
    const lot = await this.rounds.lockLot(ctx, lotId);
    if (lot.state !== 'qualified') return;
    const ranking = (await this.reports.lastOfLot(ctx, lotId))!;
    const { bids } = JSON.parse(ranking.document) as LotRankingDocument;
    if (bids.some(({ passed }) => passed)) {
      const body = { panelIds: panels.map(({ id }) => id), digest: ranking.digest };
      await this.rounds.moveLot(ctx, lot, 'review', { body });
    } else {
      await this.rounds.failLot(ctx, lot, 'none-passed');
    }
  }
}
