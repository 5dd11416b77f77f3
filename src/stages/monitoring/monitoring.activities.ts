import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProcessTarget, Standing } from '../../kernel/standing';
import { ActivityRegistry } from '../../platform/temporal/activity-registry';
import { activityTrace } from '../../platform/temporal/activity-trace';
import { ProcessSteps } from '../../registers/processes';
import { StartProject } from './start-project';

/** The step of the workflow project that monitoring takes. */
export interface MonitoringSteps {
  /** The contract is in force, and the project stands with what it owes. */
  projectStarted(target: ProcessTarget): Promise<Standing>;
}

/** Takes the step of monitoring for Temporal. */
@Injectable()
export class MonitoringActivities implements MonitoringSteps, OnModuleInit {
  constructor(
    private readonly registry: ActivityRegistry,
    private readonly steps: ProcessSteps,
    private readonly startProject: StartProject,
  ) {}

  onModuleInit(): void {
    this.registry.register({
      projectStarted: (target: ProcessTarget) => this.projectStarted(target),
    });
  }

  async projectStarted(target: ProcessTarget): Promise<Standing> {
    return this.steps.take('project', target, 'projectStarted', activityTrace(), (ctx) =>
      this.startProject.execute(ctx, target.id),
    );
  }
}
