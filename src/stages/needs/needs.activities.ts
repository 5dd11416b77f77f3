import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProcessTarget, Standing } from '../../kernel/standing';
import type { Context } from '../../platform/database/context';
import { ActivityRegistry } from '../../platform/temporal/activity-registry';
import { activityTrace } from '../../platform/temporal/activity-trace';
import { ProcessSteps } from '../../registers/processes';
import { NeedRepository } from './need.repository';

/** The steps of the workflow needScreening. */
export interface NeedScreeningSteps {
  /** The street has reported its list; until then its needs' clocks remind and escalate. */
  needsReported(target: ProcessTarget): Promise<Standing>;
}

@Injectable()
export class NeedsActivities implements NeedScreeningSteps, OnModuleInit {
  constructor(
    private readonly registry: ActivityRegistry,
    private readonly steps: ProcessSteps,
    private readonly repository: NeedRepository,
  ) {}

  onModuleInit(): void {
    this.registry.register({
      needsReported: (target: ProcessTarget) => this.needsReported(target),
    });
  }

  async needsReported(target: ProcessTarget): Promise<Standing> {
    return this.step(target, 'needsReported', async (ctx) => {
      const cycle = await this.repository.lockCycle(ctx, target.id);
      return cycle !== null && cycle.state !== 'collecting';
    });
  }

  private async step(
    target: ProcessTarget,
    name: string,
    work: (ctx: Context) => Promise<boolean>,
  ): Promise<Standing> {
    return this.steps.take('needScreening', target, name, activityTrace(), work);
  }
}
