import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProcessTarget, Standing } from '../../kernel/standing';
import type { Context } from '../../platform/database/context';
import { ActivityRegistry } from '../../platform/temporal/activity-registry';
import { activityTrace } from '../../platform/temporal/activity-trace';
import { ProcessSteps } from '../../registers/processes';
import { DecideEvaluations } from './decide-evaluations';
import { PlanEvaluations } from './plan-evaluations';

/** The steps of the workflow project that evaluations take. */
export interface EvaluationSteps {
  /** The evaluations of the rule set stand, each with its days. */
  evaluationsPlanned(target: ProcessTarget): Promise<Standing>;
  /** Every evaluation is graded and the project is left to be settled, or one of them has ended it. */
  evaluationsDecided(target: ProcessTarget): Promise<Standing>;
}

/** Takes the steps of evaluations for Temporal. */
@Injectable()
export class EvaluationsActivities implements EvaluationSteps, OnModuleInit {
  constructor(
    private readonly registry: ActivityRegistry,
    private readonly steps: ProcessSteps,
    private readonly planEvaluations: PlanEvaluations,
    private readonly decideEvaluations: DecideEvaluations,
  ) {}

  onModuleInit(): void {
    this.registry.register({
      evaluationsPlanned: (target: ProcessTarget) => this.evaluationsPlanned(target),
      evaluationsDecided: (target: ProcessTarget) => this.evaluationsDecided(target),
    });
  }

  async evaluationsPlanned(target: ProcessTarget): Promise<Standing> {
    return this.step(target, 'evaluationsPlanned', (ctx) =>
      this.planEvaluations.execute(ctx, target.id),
    );
  }

  async evaluationsDecided(target: ProcessTarget): Promise<Standing> {
    return this.step(target, 'evaluationsDecided', (ctx) =>
      this.decideEvaluations.execute(ctx, target.id),
    );
  }

  private async step(
    target: ProcessTarget,
    name: string,
    work: (ctx: Context) => Promise<boolean>,
  ): Promise<Standing> {
    return this.steps.take('project', target, name, activityTrace(), work);
  }
}
