import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProcessTarget, Standing } from '../../../kernel/standing';
import { ActivityRegistry } from '../../../platform/temporal/activity-registry';
import { activityTrace } from '../../../platform/temporal/activity-trace';
import { ProcessSteps } from '../../../registers/processes';
import { ChallengeRepository } from './challenge.repository';
import { challengeTransitions, type ChallengeState } from './challenge.transitions';

/** The steps of the workflow challenge. Its clocks remind and escalate at every look. */
export interface ChallengeSteps {
  /** The objection is admitted; a rejected one ends the process. */
  challengeAdmitted(target: ProcessTarget): Promise<Standing>;
  /** It is answered, which ends the process. */
  challengeAnswered(target: ProcessTarget): Promise<Standing>;
}

/** The steps of objections, as the worker takes them. */
@Injectable()
export class ChallengesActivities implements ChallengeSteps, OnModuleInit {
  constructor(
    private readonly registry: ActivityRegistry,
    private readonly steps: ProcessSteps,
    private readonly repository: ChallengeRepository,
  ) {}

  onModuleInit(): void {
    this.registry.register({
      challengeAdmitted: (target: ProcessTarget) => this.challengeAdmitted(target),
      challengeAnswered: (target: ProcessTarget) => this.challengeAnswered(target),
    });
  }

  async challengeAdmitted(target: ProcessTarget): Promise<Standing> {
    return this.step(target, 'challengeAdmitted', (state) => state !== 'submitted');
  }

  async challengeAnswered(target: ProcessTarget): Promise<Standing> {
    return this.step(target, 'challengeAnswered', (state) =>
      challengeTransitions.final.includes(state),
    );
  }

  private async step(
    target: ProcessTarget,
    name: string,
    isReached: (state: ChallengeState) => boolean,
  ): Promise<Standing> {
    return this.steps.take('challenge', target, name, activityTrace(), async (ctx) => {
      const challenge = await this.repository.find(ctx, target.id);
      return challenge !== null && isReached(challenge.state);
    });
  }
}
