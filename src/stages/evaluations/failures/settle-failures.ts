import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import type { EvaluationEntity } from '../evaluation.entity';
import { evaluationWordings } from '../evaluation.wordings';
import { FailureBook } from './failure-book';
import { outlookOf } from './failure-outlook';
import { FailureRepository } from './failure.repository';

/** How the failures of a project stand: one is open, one was given up and ends the project, or none is in the way. */
export type FailuresStanding =
  | { readonly state: 'open' | 'none' }
  | { readonly state: 'givenUp'; readonly evaluation: EvaluationEntity };

/** Lets later evaluations make good, or give up, what an earlier one failed. */
@Injectable()
export class SettleFailures {
  constructor(
    private readonly repository: FailureRepository,
    private readonly book: FailureBook,
  ) {}

  /** @param all the project's evaluations, locked, in the order of the rule set */
  async execute(ctx: Context, all: readonly EvaluationEntity[]): Promise<FailuresStanding> {
    const [{ projectId } = { projectId: null }] = all;
    if (projectId === null) return { state: 'none' };
    const failures = await this.repository.lockOfProject(ctx, projectId);
    for (const failure of failures) {
      if (failure.state !== 'open' || failure.effect !== 'stop-payments') continue;
      const outlook = outlookOf(failure, all);
      if (outlook === 'waits') continue;
      await this.book.settle(ctx, failure, outlook);
      if (outlook === 'makeGood') {
        const evaluation = all.find(({ id }) => id === failure.id)!;
        await this.book.tell(ctx, evaluation, evaluationWordings.madeGood);
      }
    }
    const givenUp = failures.find(({ state }) => state === 'givenUp');
    if (givenUp !== undefined) {
      return { state: 'givenUp', evaluation: all.find(({ id }) => id === givenUp.id)! };
    }
    return { state: failures.some(({ state }) => state === 'open') ? 'open' : 'none' };
  }
}
