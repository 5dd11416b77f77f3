import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProcessTarget, Standing } from '../../kernel/standing';
import type { Context } from '../../platform/database/context';
import { ActivityRegistry } from '../../platform/temporal/activity-registry';
import { activityTrace } from '../../platform/temporal/activity-trace';
import { ProcessSteps } from '../../registers/processes';
import { isAtOrPast, Rounds } from '../rounds';
import { QualifyBids } from './qualify-bids';
import { TooFewBids } from './too-few-bids';

/** The steps of the workflow round between its close and the review. */
export interface BidSteps {
  /** Two officers have opened every lot; a lot with fewer bids than it needs has failed. */
  lotsOpened(target: ProcessTarget): Promise<Standing>;
  /** Every opened bid has passed the qualification check or is out; a lot of which too few are left has failed. */
  bidsQualified(target: ProcessTarget): Promise<Standing>;
}

/** Takes the steps of a round between its close and the review. */
@Injectable()
export class BidsActivities implements BidSteps, OnModuleInit {
  constructor(
    private readonly registry: ActivityRegistry,
    private readonly steps: ProcessSteps,
    private readonly rounds: Rounds,
    private readonly qualify: QualifyBids,
    private readonly tooFew: TooFewBids,
  ) {}

  onModuleInit(): void {
    this.registry.register({
      lotsOpened: (target: ProcessTarget) => this.lotsOpened(target),
      bidsQualified: (target: ProcessTarget) => this.bidsQualified(target),
    });
  }

  async lotsOpened(target: ProcessTarget): Promise<Standing> {
    return this.step(target, 'lotsOpened', (ctx) => this.openedOrFailed(ctx, target.id));
  }

  async bidsQualified(target: ProcessTarget): Promise<Standing> {
    return this.step(target, 'bidsQualified', (ctx) => this.qualify.ofRound(ctx, target.id));
  }

  /** Opening is an act of two people; what this does by itself is to let a lot fail that too few have bid for. */
  private async openedOrFailed(ctx: Context, roundId: string): Promise<boolean> {
    let areOpened = true;
    for (const { id, state } of await this.rounds.lotsOf(ctx, roundId)) {
      if (isAtOrPast(state, 'opened')) continue;
      const lot = await this.rounds.lockLot(ctx, id);
      if (isAtOrPast(lot.state, 'opened')) continue;
      const hasFailed = lot.state === 'closed' && (await this.tooFew.failsAtClose(ctx, lot));
      areOpened &&= hasFailed;
    }
    return areOpened;
  }

  private async step(
    target: ProcessTarget,
    name: string,
    work: (ctx: Context) => Promise<boolean>,
  ): Promise<Standing> {
    return this.steps.take('round', target, name, activityTrace(), work);
  }
}
