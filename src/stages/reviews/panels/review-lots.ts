import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { panelsOf, shortlistPanel, SHORTLIST_PANEL, type RuleSet } from '../../../rules';
import { Rounds, type Lot, type Round } from '../../rounds';
import { ReviewDecisions } from '../decisions/review-decisions';
import { SelectShortlist } from '../decisions/select-shortlist';
import type { LotRankingDocument } from '../report/assemble-lot-ranking';
import { RankLot } from '../report/rank-lot';
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
    private readonly rankLot: RankLot,
    private readonly decisions: ReviewDecisions,
    private readonly shortlist: SelectShortlist,
  ) {}

  /** Gives every qualified lot its panels. @returns whether all panels of the round have their members */
  async seatPanels(ctx: Context, roundId: string): Promise<boolean> {
    let areSeated = true;
    const round = await this.rounds.get(ctx, roundId);
    for (const lot of await this.underReview(ctx, roundId)) {
      areSeated = (await this.isSeated(ctx, round, lot)) && areSeated;
    }
    return areSeated;
  }

  /** Moves on every lot whose review is over. @returns whether all lots of the round are past the review */
  async closeReviews(ctx: Context, roundId: string): Promise<boolean> {
    let areReviewed = true;
    const round = await this.rounds.get(ctx, roundId);
    for (const { id } of await this.underReview(ctx, roundId)) {
      const lot = await this.rounds.lockLot(ctx, id);
      areReviewed = (await this.isReviewed(ctx, round, lot)) && areReviewed;
    }
    return areReviewed;
  }

  private async underReview(ctx: Context, roundId: string): Promise<Lot[]> {
    const lots = await this.rounds.lotsOf(ctx, roundId);
    return lots.filter(({ state }) => !OVER.includes(state));
  }

  private async isSeated(ctx: Context, round: Round, { id }: Lot): Promise<boolean> {
    const lot = await this.rounds.lockLot(ctx, id);
    if (NOT_YET.includes(lot.state)) return false;
    let panels = await this.panels.newestOf(ctx, id);
    if (panels.length === 0 && lot.state === 'qualified')
      panels = await this.begin(ctx, round, lot);
    if (panels.length === 0) return !hasPanels(round.ruleSet);
    return panels.every(({ state }) => isAtOrPast(state, 'seated'));
  }

  /** The first panels of a lot: of the first selection where a panel makes it, otherwise of the award. */
  private async begin(ctx: Context, round: Round, lot: Lot): Promise<PanelEntity[]> {
    const { shortlist } = round.ruleSet;
    const selecting = shortlistPanel(round.ruleSet);
    if (selecting !== null) return this.openReview.forShortlist(ctx, lot, selecting);
    if (shortlist?.by.variant === 'votes') {
      await this.decisions.ask(ctx, round, lot, ['votes']);
      const kept = await this.shortlist.byVotes(ctx, lot, { ...shortlist, by: shortlist.by });
      if (kept === null) return [];
    }
    return this.score(ctx, round, lot, 1);
  }

  /** Has the bids of a lot scored for the award, and asks what persons have to decide and enter about them. */
  private async score(ctx: Context, round: Round, lot: Lot, no: number): Promise<PanelEntity[]> {
    await this.decisions.ask(ctx, round, lot);
    return this.openReview.execute(ctx, lot, no);
  }

  private async isReviewed(ctx: Context, round: Round, lot: Lot): Promise<boolean> {
    const panels = await this.panels.newestOf(ctx, lot.id);
    const [first] = panels;
    if (first !== undefined && !hasReported(panels)) return false;
    if (lot.state !== 'qualified') return true;
    if (first?.code === SHORTLIST_PANEL) {
      await this.select(ctx, round, lot, first.no);
      return false;
    }
    if (first === undefined && hasPanels(round.ruleSet)) return false;
    return this.closeReview(ctx, round, lot, panels);
  }

  private async select(ctx: Context, round: Round, lot: Lot, no: number): Promise<void> {
    const { shortlist } = round.ruleSet;
    if (shortlist?.by.variant !== 'panel') throw new Error('the rules have no panel that selects');
    await this.shortlist.byPanel(ctx, lot, { ...shortlist, by: shortlist.by });
    await this.score(ctx, round, lot, no + 1);
  }

  /** @returns false while persons still have to decide on a bid */
  private async closeReview(
    ctx: Context,
    round: Round,
    lot: Lot,
    panels: readonly PanelEntity[],
  ): Promise<boolean> {
    if (!(await this.rankLot.execute(ctx, round, lot, panels))) return false;
    if (await this.decisions.endsLot(ctx, lot)) {
      await this.rounds.failLot(ctx, lot, 'ended-by-decision');
      return true;
    }
    const ranking = (await this.reports.lastOfLot(ctx, lot.id))!;
    const { bids } = JSON.parse(ranking.document) as LotRankingDocument;
    if (bids.some(({ passed }) => passed)) {
      const body = { panelIds: panels.map(({ id }) => id), digest: ranking.digest };
      await this.rounds.moveLot(ctx, lot, 'review', { body });
    } else {
      await this.rounds.failLot(ctx, lot, 'none-passed');
    }
    return true;
  }
}

/** Whether panels score for the award. */
function hasPanels(rules: RuleSet): boolean {
  return panelsOf(rules).length > 0;
}
