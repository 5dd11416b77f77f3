import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProcessTarget, Standing } from '../../kernel/standing';
import type { Context } from '../../platform/database/context';
import { ActivityRegistry } from '../../platform/temporal/activity-registry';
import { activityTrace } from '../../platform/temporal/activity-trace';
import { ProcessSteps } from '../../registers/processes';
import { CycleRepository } from './cycle.repository';
import { GiveFeedback } from './screening/give-feedback';
import { ScreenCycle } from './screening/screen-cycle';

/** The steps of the workflow needScreening. */
export interface NeedScreeningSteps {
  /** The street has reported its list; until then its needs' clocks remind and escalate. */
  needsReported(target: ProcessTarget): Promise<Standing>;
  /** Every need on the list is decided by its experts' sheets; until all are in, the experts' clock reminds and escalates. */
  needsScreened(target: ProcessTarget): Promise<Standing>;
  /** Everyone who submitted or joined a need knows why and where it goes next; the cycle is closed. */
  feedbackGiven(target: ProcessTarget): Promise<Standing>;
}

/** Takes the steps of needScreening for Temporal. */
@Injectable()
export class NeedsActivities implements NeedScreeningSteps, OnModuleInit {
  constructor(
    private readonly registry: ActivityRegistry,
    private readonly steps: ProcessSteps,
    private readonly cycles: CycleRepository,
    private readonly screenCycle: ScreenCycle,
    private readonly giveFeedback: GiveFeedback,
  ) {}

  onModuleInit(): void {
    this.registry.register({
      needsReported: (target: ProcessTarget) => this.needsReported(target),
      needsScreened: (target: ProcessTarget) => this.needsScreened(target),
      feedbackGiven: (target: ProcessTarget) => this.feedbackGiven(target),
    });
  }

  async needsReported(target: ProcessTarget): Promise<Standing> {
    return this.step(target, 'needsReported', async (ctx) => {
      const cycle = await this.cycles.lock(ctx, target.id);
      return cycle !== null && cycle.state !== 'collecting';
    });
  }

  async needsScreened(target: ProcessTarget): Promise<Standing> {
    return this.step(target, 'needsScreened', (ctx) => this.screenCycle.execute(ctx, target.id));
  }

  async feedbackGiven(target: ProcessTarget): Promise<Standing> {
    return this.step(target, 'feedbackGiven', (ctx) => this.giveFeedback.execute(ctx, target.id));
  }

  private async step(
    target: ProcessTarget,
    name: string,
    work: (ctx: Context) => Promise<boolean>,
  ): Promise<Standing> {
    return this.steps.take('needScreening', target, name, activityTrace(), work);
  }
}
