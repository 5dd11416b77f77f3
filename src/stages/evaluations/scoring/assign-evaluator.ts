import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { audienceOf, endOfDay } from '../../monitoring';
import { requireUnscored } from '../evaluation-days';
import type { EvaluationEntity } from '../evaluation.entity';
import { EvaluationRepository } from '../evaluation.repository';
import { evaluationWordings } from '../evaluation.wordings';
import { factsOf } from '../facts-of';
import { EvaluatorFitness } from './evaluator-fitness';

/** Names the person who evaluates; another one may be named until the evaluation is scored. */
@Injectable()
export class AssignEvaluator {
  constructor(
    private readonly repository: EvaluationRepository,
    private readonly fitness: EvaluatorFitness,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PEOPLE.UNKNOWN, EVALUATIONS.NOT_AN_EVALUATOR, EVALUATIONS.EVALUATOR_OF_PARTY,
   * EVALUATIONS.EVALUATOR_IN_CHARGE, PEOPLE.DUTIES_CONFLICT
   */
  async execute(ctx: Context, evaluationId: string, personId: string): Promise<EvaluationEntity> {
    const evaluation = await this.repository.lock(ctx, evaluationId);
    if (evaluation === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { unitPath, roundId } = evaluation;
    ctx.require('evaluation.assign', { unitPath, roundId });
    ctx.matches(evaluation.version);
    requireUnscored(evaluation.state, 'assign');
    await this.people.get(ctx, personId);
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    await this.fitness.require(ctx, evaluation, personId);
    evaluation.evaluatorId = personId;
    evaluation.version += 1;
    await this.repository.update(ctx, evaluation);
    await this.moveTask(ctx, evaluation, personId);
    const { id, version, projectId, code } = evaluation;
    await ctx.record({
      name: 'evaluations.evaluator-assigned',
      aggregate: { kind: 'evaluation', id, version },
      move: null,
      roundId,
      body: { projectId, code, personId },
      audience: { ...audienceOf(evaluation), personIds: [personId] },
    });
    return evaluation;
  }

  private async moveTask(
    ctx: Context,
    evaluation: EvaluationEntity,
    personId: string,
  ): Promise<void> {
    const { assign, score } = evaluationWordings;
    await this.inbox.done(ctx, assign, evaluation.id);
    await this.inbox.withdraw(ctx, score, evaluation.id);
    await this.inbox.open(ctx, {
      kind: score,
      subject: { kind: 'evaluation', id: evaluation.id },
      to: { personId },
      facts: factsOf(evaluation),
      dueAt: endOfDay(evaluation.dueOn),
    });
  }
}
