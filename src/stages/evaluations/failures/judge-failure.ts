import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { People } from '../../../registers/people';
import { refuseEvaluations } from '../evaluation.refusals';
import { EvaluationRepository } from '../evaluation.repository';
import { evaluationWordings } from '../evaluation.wordings';
import { FailureBook } from './failure-book';
import type { FailureEntity } from './failure.entity';
import { FailureRepository } from './failure.repository';

/**
 * An approver finds that what an evaluation failed is put right, so that the payments go on, or that it will not be. What that ends
 * is for the project's process.
 * @source cn-zhongshan-2013-r1: what does not pass the acceptance is paid later
 */
@Injectable()
export class JudgeFailure {
  constructor(
    private readonly evaluations: EvaluationRepository,
    private readonly repository: FailureRepository,
    private readonly book: FailureBook,
    private readonly people: People,
  ) {}

  /** @throws ACCESS.NOT_FOUND, EVALUATIONS.NOTHING_TO_PUT_RIGHT, STATE.OUT_OF_ORDER, PEOPLE.DUTIES_CONFLICT */
  async execute(
    ctx: Context,
    evaluationId: string,
    isPutRight: boolean,
    findings: string,
  ): Promise<FailureEntity> {
    const evaluation = requireFound(await this.evaluations.hold(ctx, evaluationId));
    const { unitPath, roundId } = evaluation;
    ctx.require('evaluation.judgeFailure', { unitPath, roundId });
    const failure = await this.repository.lock(ctx, evaluationId);
    if (failure?.effect !== 'delay') throw refuseEvaluations('EVALUATIONS.NOTHING_TO_PUT_RIGHT');
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    failure.judgedBy = ctx.personId;
    failure.findings = findings;
    await this.book.settle(ctx, failure, isPutRight ? 'makeGood' : 'giveUp');
    const { madeGood, givenUp } = evaluationWordings;
    await this.book.tell(ctx, evaluation, isPutRight ? madeGood : givenUp);
    return failure;
  }
}
