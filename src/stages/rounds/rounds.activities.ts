import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProcessTarget, Standing } from '../../kernel/standing';
import type { Context } from '../../platform/database/context';
import { ActivityRegistry } from '../../platform/temporal/activity-registry';
import { activityTrace } from '../../platform/temporal/activity-trace';
import { ProcessSteps } from '../../registers/processes';
import { AnnounceRound } from './announce-round';
import { CloseLots } from './close-lots';

/** The steps of the workflow round until its call has closed. */
export interface RoundSteps {
  /** The call has opened: the round is announced, and its lots take bids. */
  roundAnnounced(target: ProcessTarget): Promise<Standing>;
  /** The deadline is over: the lots are closed, and what they hold is counted. */
  lotsClosed(target: ProcessTarget): Promise<Standing>;
}

/** Takes the steps of a round until its call has closed. */
@Injectable()
export class RoundsActivities implements RoundSteps, OnModuleInit {
  constructor(
    private readonly registry: ActivityRegistry,
    private readonly steps: ProcessSteps,
    private readonly announce: AnnounceRound,
    private readonly close: CloseLots,
  ) {}

  onModuleInit(): void {
    this.registry.register({
      roundAnnounced: (target: ProcessTarget) => this.roundAnnounced(target),
      lotsClosed: (target: ProcessTarget) => this.lotsClosed(target),
    });
  }

  async roundAnnounced(target: ProcessTarget): Promise<Standing> {
    return this.step(target, 'roundAnnounced', (ctx) => this.announce.whenDue(ctx, target.id));
  }

  async lotsClosed(target: ProcessTarget): Promise<Standing> {
    return this.step(target, 'lotsClosed', (ctx) => this.close.whenDue(ctx, target.id));
  }

  private async step(
    target: ProcessTarget,
    name: string,
    work: (ctx: Context) => Promise<boolean>,
  ): Promise<Standing> {
    return this.steps.take('round', target, name, activityTrace(), work);
  }
}
