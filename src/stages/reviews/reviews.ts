import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { People } from '../../registers/people';
import { panelOf, type Explanation, type RuleSet } from '../../rules';
import { Rounds } from '../rounds';
import { OpenReview } from './panels/open-review';
import type { PanelEntity } from './panels/panel.entity';
import { PanelRepository } from './panels/panel.repository';
import { hasReported } from './panels/panel.transitions';
import type { LotRankingDocument } from './report/assemble-lot-ranking';
import { ReportRepository } from './report/report.repository';
import { refuseReviews } from './reviews.refusals';
import { SeatRepository } from './seats/seat.repository';
import type { LeavingCause } from './seats/seat.transitions';

/** A bid in the ranking of its lot. */
export interface RankedReview {
  readonly bidId: string;
  /** The published score, as decimal text. */
  readonly mean: string;
  readonly passed: boolean;
  /** From 1, among all bids of the lot; null below the pass mark. */
  readonly rank: number | null;
  /** The code of the panel that scored it. */
  readonly panel: string;
  /** How the sheets became the score, and the score the place. */
  readonly explanation: { readonly mean: Explanation; readonly place: Explanation };
}

/** The ranking of a lot by the reports of its panels. */
export interface LotRanking {
  readonly lotId: string;
  /** SHA-256 of the ranking's canonical JSON, in hex. */
  readonly digest: string;
  /** Those that passed in order of rank, then the others. */
  readonly bids: readonly RankedReview[];
}

/** An expert by name, for the notice. */
export interface NamedExpert {
  /** The code of the panel, and of the seat in it, in the rule set. */
  readonly panel: string;
  readonly seatCode: string;
  readonly name: string;
  /** Why somebody who had taken the seat left it to the next of the draw; null for those who signed the report. */
  readonly left: LeavingCause | null;
}

/** The panels of a lot's last review, with who sat on them. */
export interface ReviewedBy {
  readonly panels: readonly { readonly panelId: string; readonly code: string }[];
  readonly experts: readonly NamedExpert[];
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
    private readonly openReview: OpenReview,
  ) {}

  /** Whether a panel of the lot is at work: until all have reported, and again while a re-review runs. */
  async isUnderWay(ctx: Context, lotId: string): Promise<boolean> {
    return !hasReported(await this.panels.newestOf(ctx, lotId));
  }

  /**
   * The ranking by the last review.
   * @throws ACCESS.NOT_FOUND while a panel of it has not reported
   */
  async ranking(ctx: Context, lotId: string): Promise<LotRanking> {
    await this.reportedPanels(ctx, lotId);
    const { document, digest } = (await this.reports.lastOfLot(ctx, lotId))!;
    const { bids } = JSON.parse(document) as LotRankingDocument;
    return { lotId, digest, bids };
  }

  /**
   * Who reviewed the lot last, by name and in the order of the panels and seats, those who left a seat for a cause after they
   * had taken it included: for the public notice, which is what ends the secrecy of the names.
   * @throws ACCESS.NOT_FOUND while a panel of the last review has not reported
   */
  async reviewedBy(ctx: Context, lotId: string): Promise<ReviewedBy> {
    const panels = await this.reportedPanels(ctx, lotId);
    const { roundId } = await this.rounds.lot(ctx, lotId);
    const { ruleSet } = await this.rounds.get(ctx, roundId);
    const experts: NamedExpert[] = [];
    for (const panel of panels) experts.push(...(await this.expertsOf(ctx, panel, ruleSet)));
    return { panels: panels.map(({ id, code }) => ({ panelId: id, code })), experts };
  }

  /**
   * Orders a re-review: further panels are drawn, without those who were called to an earlier one. The earlier ranking stays
   * on the record.
   * @throws ACCESS.NOT_FOUND when there was no review, REVIEWS.UNDER_WAY while one is
   */
  async restart(ctx: Context, lotId: string): Promise<void> {
    const lot = await this.rounds.lockLot(ctx, lotId);
    const panels = await this.panels.newestOf(ctx, lotId);
    const [panel] = panels;
    if (panel === undefined) throw refuseAccess('ACCESS.NOT_FOUND');
    if (!hasReported(panels)) throw refuseReviews('REVIEWS.UNDER_WAY');
    await this.openReview.execute(ctx, lot, panel.no + 1);
  }

  private async expertsOf(
    ctx: Context,
    panel: PanelEntity,
    ruleSet: RuleSet,
  ): Promise<NamedExpert[]> {
    // Whoever never took a seat, having declined or been passed over, has judged nothing and is not named.
    const sat = (await this.seats.ofPanel(ctx, panel.id)).filter(
      ({ state, answeredAt }) => state === 'accepted' || answeredAt !== null,
    );
    const people = await this.people.getMany(
      ctx,
      sat.map(({ personId }) => personId),
    );
    return panelOf(ruleSet, panel.code).seats.flatMap(({ code: seatCode }) =>
      sat
        .filter((seat) => seat.seatCode === seatCode)
        .map(({ personId, cause }) => ({
          panel: panel.code,
          seatCode,
          name: people.find(({ id }) => id === personId)!.name,
          left: cause,
        })),
    );
  }

  private async reportedPanels(ctx: Context, lotId: string): Promise<PanelEntity[]> {
    const panels = await this.panels.newestOf(ctx, lotId);
    if (!hasReported(panels)) throw refuseAccess('ACCESS.NOT_FOUND');
    return panels;
  }
}
