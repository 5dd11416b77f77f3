import { Injectable } from '@nestjs/common';
import type { Facts } from '../../kernel/refusal';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { Inbox } from '../../registers/inbox';
import { audienceOf, ProjectCircle, Projects, type Project } from '../monitoring';
import type { EvaluationEntity } from './evaluation.entity';
import { EvaluationRepository } from './evaluation.repository';
import { evaluationTransitions } from './evaluation.transitions';
import { evaluationWordings } from './evaluation.wordings';
import { factsOf } from './facts-of';
import { FailureBook } from './failures/failure-book';
import { ProjectDecisions } from './project-decisions';

const CLOCKS = [
  'evaluation.opens',
  'evaluation.reminder',
  'evaluation.selfReport',
  'evaluation.due',
  'evaluation.result',
] as const;

/** Ends a project whose evaluation was failed for good, or that a change ends; its other evaluations no longer matter. */
@Injectable()
export class StopProject {
  constructor(
    private readonly projects: Projects,
    private readonly repository: EvaluationRepository,
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
    private readonly circle: ProjectCircle,
    private readonly failures: FailureBook,
    private readonly decisions: ProjectDecisions,
  ) {}

  /**
   * Ends it by a change that both sides agreed to, or that one of them told of.
   * @param all the project's evaluations, locked
   * @source cn-binhai-2014: what cannot be carried out is settled by both
   */
  async byChange(
    ctx: Context,
    project: Project,
    changeId: string,
    all: readonly EvaluationEntity[],
  ): Promise<void> {
    await this.projects.move(ctx, project, 'stop', { changeId });
    await this.stopAll(ctx, project, all);
    await this.tell(ctx, project, evaluationWordings.endedByChange, { title: project.title });
  }

  /**
   * @param all the project's evaluations, locked
   * @source cn-haishu-2020-r9: a failed mid-term stops the payments and ends the project
   */
  async execute(
    ctx: Context,
    project: Project,
    failed: EvaluationEntity,
    all: readonly EvaluationEntity[],
  ): Promise<void> {
    await this.projects.move(ctx, project, 'stop', { evaluationId: failed.id });
    await this.stopAll(ctx, project, all);
    await this.tell(ctx, project, evaluationWordings.stopped, factsOf(failed));
  }

  private async stopAll(
    ctx: Context,
    project: Project,
    all: readonly EvaluationEntity[],
  ): Promise<void> {
    for (const evaluation of all) {
      if (evaluationTransitions.can(evaluation.state, 'drop')) await this.drop(ctx, evaluation);
    }
    await this.failures.dropOf(ctx, project.id);
    await this.decisions.withdraw(ctx, project);
  }

  private async tell(ctx: Context, project: Project, wording: string, facts: Facts): Promise<void> {
    const subject = { kind: 'project', id: project.id };
    for (const duty of ['applicant', 'organizer', 'streetOfficer'] as const) {
      await this.circle.tell(ctx, project, duty, wording, subject, facts);
    }
  }

  private async drop(ctx: Context, evaluation: EvaluationEntity): Promise<void> {
    evaluation.state = evaluationTransitions.next(evaluation.state, 'drop');
    evaluation.version += 1;
    await this.repository.update(ctx, evaluation);
    const { id, version, projectId, roundId, code } = evaluation;
    for (const rule of CLOCKS) {
      await this.clocks.cancel(ctx, rule, id);
    }
    const { selfReport, assign, score, scoreOverdue, resultOverdue } = evaluationWordings;
    for (const wording of [selfReport, assign, score, scoreOverdue, resultOverdue]) {
      await this.inbox.withdraw(ctx, wording, id);
    }
    await ctx.record({
      name: 'evaluations.evaluation-dropped',
      aggregate: { kind: 'evaluation', id, version },
      move: 'drop',
      roundId,
      body: { projectId, code },
      audience: audienceOf(evaluation),
    });
  }
}
