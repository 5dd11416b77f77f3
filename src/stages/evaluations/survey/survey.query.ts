import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { EvaluationEntity } from '../evaluation.entity';
import { SurveyAnswerEntity } from './survey-answer.entity';

/** How a survey stands. */
export interface SurveyTally {
  readonly answers: number;
  /** Those who gave at least 4 of 5. */
  readonly satisfied: number;
}

/** Reads of survey answers, which never tell who gave them. */
@Injectable()
export class SurveyQuery {
  /** @throws ACCESS.NOT_FOUND */
  async list(
    ctx: Context,
    evaluationId: string,
    limit: number,
    after?: string,
  ): Promise<SurveyAnswerEntity[]> {
    const evaluation = await ctx.manager.findOneBy(EvaluationEntity, { id: evaluationId });
    if (evaluation === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { unitPath, roundId, evaluatorId } = evaluation;
    const assignedIds = evaluatorId === null ? [] : [evaluatorId];
    ctx.require('surveyAnswer.list', { unitPath, roundId, assignedIds });
    const query = ctx.manager
      .createQueryBuilder(SurveyAnswerEntity, 'answer')
      .where('answer.evaluationId = :evaluationId', { evaluationId })
      .orderBy('answer.id')
      .limit(limit);
    if (after !== undefined) query.andWhere('answer.id > :after', { after });
    return query.getMany();
  }

  /** How many have answered so far, and how many of them are satisfied. */
  async tally(ctx: Context, evaluationId: string): Promise<SurveyTally> {
    const rows: SurveyTally[] = await ctx.manager.query(
      `SELECT count(*)::int AS answers, (count(*) FILTER (WHERE satisfaction >= 4))::int AS satisfied
       FROM survey_answers WHERE evaluation_id = $1`,
      [evaluationId],
    );
    return rows[0]!;
  }
}
