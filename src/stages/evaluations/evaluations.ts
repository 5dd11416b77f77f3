import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import type { DatedOutcome } from '../../rules';
import { EvaluationRepository } from './evaluation.repository';
import type { FailureEntity } from './failures/failure.entity';
import { FailureRepository } from './failures/failure.repository';

/** What a graded evaluation came to. */
export interface GradedEvaluation extends DatedOutcome {
  readonly evaluationId: string;
  /** Its code in the rule set, which the triggers of tranches name. */
  readonly code: string;
  /** Who evaluated, and so may not release what is paid for it; null when nothing was handed in and nobody was named. */
  readonly evaluatorId: string | null;
}

/** Evaluations, for the stages after them. */
@Injectable()
export class Evaluations {
  constructor(
    private readonly repository: EvaluationRepository,
    private readonly failures: FailureRepository,
  ) {}

  /** The graded evaluations of a project, in the order of its rule set; one that is not decided yet is not among them. */
  async outcomes(ctx: Context, projectId: string): Promise<GradedEvaluation[]> {
    const evaluations = await this.repository.ofProject(ctx, projectId);
    const failures = await this.failures.ofProject(ctx, projectId);
    return evaluations.flatMap(({ id, code, state, grade, passed, gradedAt, evaluatorId }) => {
      if (state !== 'graded' || grade === null || passed === null || gradedAt === null) return [];
      const remedy = remedyOf(failures.find((failure) => failure.id === id));
      return [{ evaluationId: id, code, grade, passed, gradedAt, evaluatorId, ...remedy }];
    });
  }

  /** The codes of all evaluations that a project has, decided or not. */
  async codesOf(ctx: Context, projectId: string): Promise<ReadonlySet<string>> {
    return new Set((await this.repository.ofProject(ctx, projectId)).map(({ code }) => code));
  }

  /** The ids of all evaluations of a project, decided or not. */
  async idsOf(ctx: Context, projectId: string): Promise<string[]> {
    return (await this.repository.ofProject(ctx, projectId)).map(({ id }) => id);
  }
}

/** What is left of a failure: whether it may still be made good, and since when it is. */
function remedyOf(
  failure: FailureEntity | undefined,
): Pick<DatedOutcome, 'madeGoodAt' | 'mayBeMadeGood'> {
  const isGood = failure?.state === 'madeGood' && failure.settledAt !== null;
  return {
    mayBeMadeGood: failure?.state === 'open',
    ...(isGood && { madeGoodAt: failure.settledAt! }),
  };
}
