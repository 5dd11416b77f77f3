import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Rounds, type Lot } from '../../rounds';
import type { RankingDocument } from '../report/assemble-ranking';
import { ReportRepository } from '../report/report.repository';
import { OpenPanel } from './open-panel';
import type { PanelEntity } from './panel.entity';
import { PanelRepository } from './panel.repository';
import { isAtOrPast } from './panel.transitions';

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
    private readonly openPanel: OpenPanel,
  ) {}

  /** Gives every qualified lot a panel. @returns whether all panels of the round have their members */
  async seatPanels(ctx: Context, roundId: string): Promise<boolean> {
    let areSeated = true;
    for (const lot of await this.underReview(ctx, roundId)) {
      const panel = await this.panelOf(ctx, lot);
      areSeated &&= panel !== null && isAtOrPast(panel.state, 'seated');
    }
    return areSeated;
  }

  /** Moves on every lot whose panel has reported. @returns whether all lots of the round are past the review */
  async closeReviews(ctx: Context, roundId: string): Promise<boolean> {
    let areReviewed = true;
    for (const lot of await this.underReview(ctx, roundId)) {
      const panel = await this.panels.newestOf(ctx, lot.id);
      if (panel?.state !== 'reported') areReviewed = false;
      else await this.closeReview(ctx, lot.id, panel);
    }
    return areReviewed;
  }

  private async underReview(ctx: Context, roundId: string): Promise<Lot[]> {
    const lots = await this.rounds.lotsOf(ctx, roundId);
    return lots.filter(({ state }) => !OVER.includes(state));
  }

  private async panelOf(ctx: Context, { id }: Lot): Promise<PanelEntity | null> {
    const lot = await this.rounds.lockLot(ctx, id);
    const panel = await this.panels.newestOf(ctx, id);
    if (panel !== null || NOT_YET.includes(lot.state)) return panel;
    return this.openPanel.execute(ctx, lot, 1);
  }

  private async closeReview(ctx: Context, lotId: string, panel: PanelEntity): Promise<void> {
    const lot = await this.rounds.lockLot(ctx, lotId);
    if (lot.state !== 'qualified') return;
    const ranking = (await this.reports.findRanking(ctx, panel.id))!;
    const { bids } = JSON.parse(ranking.document) as RankingDocument;
    if (bids.some(({ passed }) => passed)) {
      const body = { panelId: panel.id, digest: ranking.digest };
      await this.rounds.moveLot(ctx, lot, 'review', { body });
    } else {
      await this.rounds.failLot(ctx, lot, 'none-passed');
    }
  }
}
