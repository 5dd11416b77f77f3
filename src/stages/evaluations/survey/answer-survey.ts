import { Injectable } from '@nestjs/common';
import { dayOf } from '../../../kernel/day';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { ProjectCircle } from '../../monitoring';
import { requireOpened, requireUnscored } from '../evaluation-days';
import { refuseEvaluations } from '../evaluation.refusals';
import { EvaluationRepository } from '../evaluation.repository';
import { SurveyAnswerEntity } from './survey-answer.entity';
import { SurveyRepository } from './survey.repository';

/** Takes a resident's answer: once, from the first day until the evaluation is scored. */
@Injectable()
export class AnswerSurvey {
  constructor(
    private readonly evaluations: EvaluationRepository,
    private readonly repository: SurveyRepository,
    private readonly circle: ProjectCircle,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, EVALUATIONS.NO_SURVEY, EVALUATIONS.NOT_OPEN, EVALUATIONS.PARTY_CANNOT_ANSWER,
   * EVALUATIONS.ANSWERED_ALREADY
   */
  async execute(
    ctx: Context,
    evaluationId: string,
    satisfaction: number,
    comment: string | null,
  ): Promise<SurveyAnswerEntity> {
    // Whoever answers while the evaluator scores waits, and then comes too late: the answers that counted stay as they were.
    const evaluation = await this.evaluations.hold(ctx, evaluationId);
    if (evaluation === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('survey.answer', { unitPath: evaluation.unitPath });
    if (evaluation.rules.survey === undefined) throw refuseEvaluations('EVALUATIONS.NO_SURVEY');
    requireUnscored(evaluation.state, 'answer');
    const answeredAt = await ctx.now();
    requireOpened(evaluation, dayOf(answeredAt));
    const ofParty = await this.circle.holders(ctx, evaluation, 'applicant');
    if (ofParty.includes(ctx.personId)) throw refuseEvaluations('EVALUATIONS.PARTY_CANNOT_ANSWER');
    const answer: SurveyAnswerEntity = {
      id: newId(),
      evaluationId,
      personId: ctx.personId,
      satisfaction,
      comment,
      answeredAt,
      version: 1,
    };
    if (!(await this.repository.insert(ctx, answer))) {
      throw refuseEvaluations('EVALUATIONS.ANSWERED_ALREADY');
    }
    await ctx.record({
      name: 'evaluations.survey-answered',
      aggregate: { kind: 'surveyAnswer', id: answer.id, version: 1 },
      move: null,
      roundId: evaluation.roundId,
      body: { evaluationId },
      // Whoever is judged does not learn who judged.
      audience: { personIds: [ctx.personId] },
    });
    return answer;
  }
}
