import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import type { EvaluationOutcome } from '../../rules';
import { EvaluationRepository } from './evaluation.repository';

/** What a graded evaluation came to. */
export interface GradedEvaluation extends EvaluationOutcome {
  readonly evaluationId: string;
  /** Its code in the rule set, which the triggers of tranches name. */
  readonly code: string;
  readonly gradedAt: Instant;
  /** Who evaluated, and so may not release what is paid for it; null when nothing was handed in and nobody was named. */
  readonly evaluatorId: string | null;
}

/** Evaluations, for the stages after them. */
@Injectable()
export class Evaluations {
  constructor(private readonly repository: EvaluationRepository) {}

  /** The graded evaluations of a project, in the order of its rule set; one that is not decided yet is not among them. */
  async outcomes(ctx: Context, projectId: string): Promise<GradedEvaluation[]> {
    const evaluations = await this.repository.ofProject(ctx, projectId);
    return evaluations.flatMap(({ id, code, state, grade, passed, gradedAt, evaluatorId }) =>
      state === 'graded' && grade !== null && passed !== null && gradedAt !== null
        ? [{ evaluationId: id, code, grade, passed, gradedAt, evaluatorId }]
        : [],
    );
  }

  /** The ids of all evaluations of a project, decided or not. */
  async idsOf(ctx: Context, projectId: string): Promise<string[]> {
    return (await this.repository.ofProject(ctx, projectId)).map(({ id }) => id);
  }
}
