import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProcessTarget, Standing } from '../../kernel/standing';
import type { Context } from '../../platform/database/context';
import type { ProcessKind } from '../../platform/record/domain-event';
import { ActivityRegistry } from '../../platform/temporal/activity-registry';
import { activityTrace } from '../../platform/temporal/activity-trace';
import { ProcessSteps } from '../../registers/processes';
import { ReviewLots } from './panels/review-lots';
import { WorkPanel } from './panels/work-panel';
import type { PanelState } from './panels/panel.transitions';

/** The steps of the workflow panelReview. */
export interface PanelReviewSteps {
  /** The pool and the seats are frozen and on the record; until the pool is large enough the organizer is asked for more. */
  poolFrozen(target: ProcessTarget): Promise<Standing>;
  /** The seed is made and the orders are drawn. */
  panelDrawn(target: ProcessTarget): Promise<Standing>;
  /** Every seat is taken by an expert who declared to have no tie. */
  panelSeated(target: ProcessTarget): Promise<Standing>;
  /** Every member has scored every bid. */
  sheetsIn(target: ProcessTarget): Promise<Standing>;
  /** Every sheet that strays is confirmed, and the bids are ranked. */
  deviationsConfirmed(target: ProcessTarget): Promise<Standing>;
  /** Every member has signed the report, dissented, or let the time go by. */
  reportSigned(target: ProcessTarget): Promise<Standing>;
}

/** The steps of the workflow round that belong to the review. */
export interface RoundReviewSteps {
  /** Every qualified lot has a panel, and every panel its members. */
  panelsSeated(target: ProcessTarget): Promise<Standing>;
  /** Every panel has reported; lots in which a bid passed are reviewed, the others have failed. */
  lotsReviewed(target: ProcessTarget): Promise<Standing>;
}

/** How far a panel is when a step of its process is done. */
const reachedBy: Readonly<Record<keyof PanelReviewSteps, PanelState>> = {
  poolFrozen: 'frozen',
  panelDrawn: 'drawn',
  panelSeated: 'seated',
  sheetsIn: 'scored',
  deviationsConfirmed: 'ranked',
  reportSigned: 'reported',
};

/** Takes the steps of panels, and those of rounds that belong to the review. */
@Injectable()
export class ReviewsActivities implements PanelReviewSteps, RoundReviewSteps, OnModuleInit {
  constructor(
    private readonly registry: ActivityRegistry,
    private readonly steps: ProcessSteps,
    private readonly workPanel: WorkPanel,
    private readonly reviewLots: ReviewLots,
  ) {}

  onModuleInit(): void {
    this.registry.register({
      poolFrozen: (target: ProcessTarget) => this.poolFrozen(target),
      panelDrawn: (target: ProcessTarget) => this.panelDrawn(target),
      panelSeated: (target: ProcessTarget) => this.panelSeated(target),
      sheetsIn: (target: ProcessTarget) => this.sheetsIn(target),
      deviationsConfirmed: (target: ProcessTarget) => this.deviationsConfirmed(target),
      reportSigned: (target: ProcessTarget) => this.reportSigned(target),
      panelsSeated: (target: ProcessTarget) => this.panelsSeated(target),
      lotsReviewed: (target: ProcessTarget) => this.lotsReviewed(target),
    });
  }

  async poolFrozen(target: ProcessTarget): Promise<Standing> {
    return this.panelStep(target, 'poolFrozen');
  }

  async panelDrawn(target: ProcessTarget): Promise<Standing> {
    return this.panelStep(target, 'panelDrawn');
  }

  async panelSeated(target: ProcessTarget): Promise<Standing> {
    return this.panelStep(target, 'panelSeated');
  }

  async sheetsIn(target: ProcessTarget): Promise<Standing> {
    return this.panelStep(target, 'sheetsIn');
  }

  async deviationsConfirmed(target: ProcessTarget): Promise<Standing> {
    return this.panelStep(target, 'deviationsConfirmed');
  }

  async reportSigned(target: ProcessTarget): Promise<Standing> {
    return this.panelStep(target, 'reportSigned');
  }

  async panelsSeated(target: ProcessTarget): Promise<Standing> {
    return this.take('round', target, 'panelsSeated', (ctx) =>
      this.reviewLots.seatPanels(ctx, target.id),
    );
  }

  async lotsReviewed(target: ProcessTarget): Promise<Standing> {
    return this.take('round', target, 'lotsReviewed', (ctx) =>
      this.reviewLots.closeReviews(ctx, target.id),
    );
  }

  private async panelStep(target: ProcessTarget, name: keyof PanelReviewSteps): Promise<Standing> {
    return this.take('panelReview', target, name, (ctx) =>
      this.workPanel.until(ctx, target.id, reachedBy[name]),
    );
  }

  private async take(
    kind: ProcessKind,
    target: ProcessTarget,
    name: string,
    work: (ctx: Context) => Promise<boolean>,
  ): Promise<Standing> {
    return this.steps.take(kind, target, name, activityTrace(), work);
  }
}
