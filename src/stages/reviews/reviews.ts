import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { People } from '../../registers/people';
import type { Explanation } from '../../rules';
import { Rounds } from '../rounds';
import { OpenPanel } from './panels/open-panel';
import { PanelRepository } from './panels/panel.repository';
import type { RankingDocument } from './report/assemble-ranking';
import { ReportRepository } from './report/report.repository';
import { refuseReviews } from './reviews.refusals';
import { SeatRepository } from './seats/seat.repository';

/** A bid in the ranking of its lot. */
export interface RankedReview {
  readonly bidId: string;
  /** The published score, as decimal text. */
  readonly mean: string;
  readonly passed: boolean;
  /** From 1; null below the pass mark. */
  readonly rank: number | null;
  /** How the sheets became the score, and the score the place. */
  readonly explanation: { readonly mean: Explanation; readonly place: Explanation };
}

/** The ranking of a lot as its panel signed it. */
export interface LotRanking {
  readonly lotId: string;
  readonly panelId: string;
  /** SHA-256 of the ranking's canonical JSON, in hex. */
  readonly digest: string;
  /** Those that passed in order of rank, then the others. */
  readonly bids: readonly RankedReview[];
}

/** An expert by name, for the notice. */
export interface NamedExpert {
  /** The code of the seat in the rule set. */
  readonly seatCode: string;
  readonly name: string;
}

/** Reviews, for the stages after this one. */
@Injectable()
export class Reviews {
  constructor(
    private readonly rounds: Rounds,
    private readonly people: People,
    private readonly panels: PanelRepository,
    private readonly seats: SeatRepository,
    private readonly reports: ReportRepository,
    private readonly openPanel: OpenPanel,
  ) {}

  /** Whether a panel of the lot is at work: before its first report, and again while a re-review runs. */
  async isUnderWay(ctx: Context, lotId: string): Promise<boolean> {
    const panel = await this.panels.newestOf(ctx, lotId);
    return panel?.state !== 'reported';
  }

  /**
   * The ranking by the panel that reported last.
   * @throws ACCESS.NOT_FOUND while the newest panel has not reported
   */
  async ranking(ctx: Context, lotId: string): Promise<LotRanking> {
    const panelId = await this.reportedPanel(ctx, lotId);
    const { document, digest } = (await this.reports.findRanking(ctx, panelId))!;
    const { bids } = JSON.parse(document) as RankingDocument;
    return { lotId, panelId, digest, bids };
  }

  /**
   * Who sat on the panel that reported last, by name and in the order of the seats: for the public notice, which is what ends
   * the secrecy of the names.
   * @throws ACCESS.NOT_FOUND while the newest panel has not reported
   */
  async experts(ctx: Context, lotId: string): Promise<NamedExpert[]> {
    const panelId = await this.reportedPanel(ctx, lotId);
    const seated = await this.seats.seated(ctx, panelId);
    const { roundId } = await this.rounds.lot(ctx, lotId);
    const { ruleSet } = await this.rounds.get(ctx, roundId);
    const people = await this.people.getMany(
      ctx,
      seated.map(({ personId }) => personId),
    );
    return ruleSet.panel.seats.flatMap(({ code }) =>
      seated
        .filter(({ seatCode }) => seatCode === code)
        .map(({ personId }) => ({
          seatCode: code,
          name: people.find(({ id }) => id === personId)!.name,
        })),
    );
  }

  /**
   * Orders a re-review: a further panel is drawn, without those who were called to an earlier one. The earlier ranking stays
   * on the record.
   * @throws ACCESS.NOT_FOUND when there was no review, REVIEWS.UNDER_WAY while one is
   */
  async restart(ctx: Context, lotId: string): Promise<void> {
    const lot = await this.rounds.lockLot(ctx, lotId);
    const panel = await this.panels.newestOf(ctx, lotId);
    if (panel === null) throw refuseAccess('ACCESS.NOT_FOUND');
    if (panel.state !== 'reported') throw refuseReviews('REVIEWS.UNDER_WAY');
    await this.openPanel.execute(ctx, lot, panel.no + 1);
  }

  private async reportedPanel(ctx: Context, lotId: string): Promise<string> {
    const panel = await this.panels.newestOf(ctx, lotId);
    if (panel?.state !== 'reported') throw refuseAccess('ACCESS.NOT_FOUND');
    return panel.id;
  }
}
