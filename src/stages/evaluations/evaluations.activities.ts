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
  /** The mid-term evaluations are graded, or the project is past them. */
  midtermDecided(target: ProcessTarget): Promise<Standing>;
  /** The final ones are, and the project is left to be settled. */
  finalDecided(target: ProcessTarget): Promise<Standing>;
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
      midtermDecided: (target: ProcessTarget) => this.midtermDecided(target),
      finalDecided: (target: ProcessTarget) => this.finalDecided(target),
    });
  }

  async evaluationsPlanned(target: ProcessTarget): Promise<Standing> {
    return this.step(target, 'evaluationsPlanned', (ctx) =>
      this.planEvaluations.execute(ctx, target.id),
    );
  }

  async midtermDecided(target: ProcessTarget): Promise<Standing> {
    return this.step(target, 'midtermDecided', (ctx) =>
      this.decideEvaluations.midterm(ctx, target.id),
    );
  }

  async finalDecided(target: ProcessTarget): Promise<Standing> {
    return this.step(target, 'finalDecided', (ctx) => this.decideEvaluations.final(ctx, target.id));
  }

  private async step(
    target: ProcessTarget,
    name: string,
    work: (ctx: Context) => Promise<boolean>,
  ): Promise<Standing> {
    return this.steps.take('project', target, name, activityTrace(), work);
  }
}
