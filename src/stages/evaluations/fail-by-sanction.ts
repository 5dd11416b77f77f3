import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { Inbox } from '../../registers/inbox';
import { audienceOf, Sanctions } from '../monitoring';
import type { EvaluationEntity } from './evaluation.entity';
import { EvaluationRepository } from './evaluation.repository';
import { evaluationTransitions } from './evaluation.transitions';
import { evaluationWordings } from './evaluation.wordings';

/** Fails the evaluation under way of a project that was sanctioned, where the rules say that the sanction does so. */
@Injectable()
export class FailBySanction {
  constructor(
    private readonly sanctions: Sanctions,
    private readonly repository: EvaluationRepository,
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
  ) {}

  /**
   * Each sanction fails one evaluation, the first that nobody has scored; where there is none it fails none.
   * @param all the project's evaluations, locked, in the order of the rule set
   * @source cn-haishu-2020-r9: material late or missing without a reason counts as a failed evaluation
   */
  async execute(ctx: Context, projectId: string, all: readonly EvaluationEntity[]): Promise<void> {
    for (const { id, rules } of await this.sanctions.ofProject(ctx, projectId)) {
      if (rules.failsEvaluation !== true || all.some(({ failedBy }) => failedBy === id)) continue;
      const underWay = all.find(({ state }) => evaluationTransitions.can(state, 'sanction'));
      if (underWay !== undefined) await this.fail(ctx, underWay, id);
    }
  }

  private async fail(ctx: Context, evaluation: EvaluationEntity, failedBy: string): Promise<void> {
    evaluation.state = evaluationTransitions.next(evaluation.state, 'sanction');
    evaluation.failedBy = failedBy;
    evaluation.version += 1;
    await this.repository.update(ctx, evaluation);
    const { id, version, projectId, roundId, code } = evaluation;
    for (const rule of ['opens', 'reminder', 'selfReport', 'due']) {
      await this.clocks.cancel(ctx, `evaluation.${rule}`, id);
    }
    const { selfReport, assign, score, scoreOverdue } = evaluationWordings;
    for (const wording of [selfReport, assign, score, scoreOverdue]) {
      await this.inbox.withdraw(ctx, wording, id);
    }
    await ctx.record({
      name: 'evaluations.evaluation-sanctioned',
      aggregate: { kind: 'evaluation', id, version },
      move: 'sanction',
      roundId,
      body: { projectId, code, failedBy },
      audience: audienceOf(evaluation),
    });
  }
}
