import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../../platform/http/page.dto';
import { AnswerSurvey } from './answer-survey';
import { AnswerSurveyRequest, SurveyAnswerPage, SurveyAnswerView } from './survey.dto';
import { SurveyQuery } from './survey.query';

@ApiTags('evaluations')
@Controller('v1/evaluations')
export class SurveyController {
  constructor(
    private readonly answerSurvey: AnswerSurvey,
    private readonly answers: SurveyQuery,
  ) {}

  @Post(':evaluationId/answers')
  @Allow('survey.answer')
  @Documented({
    summary: 'Answer the satisfaction survey of an evaluation, once',
    answers: SurveyAnswerView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'EVALUATIONS.NO_SURVEY',
      'EVALUATIONS.NOT_OPEN',
      'EVALUATIONS.PARTY_CANNOT_ANSWER',
      'EVALUATIONS.ANSWERED_ALREADY',
    ],
  })
  async answer(
    @Ctx() ctx: Context,
    @IdParam('evaluationId') evaluationId: string,
    @Body() { satisfaction, comment }: AnswerSurveyRequest,
  ): Promise<SurveyAnswerView> {
    return SurveyAnswerView.of(
      await this.answerSurvey.execute(ctx, evaluationId, satisfaction, comment ?? null),
    );
  }

  @Get(':evaluationId/answers')
  @Allow('surveyAnswer.list')
  @Documented({
    summary: 'List the answers to a survey, without who gave them',
    answers: SurveyAnswerPage,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async list(
    @Ctx() ctx: Context,
    @IdParam('evaluationId') evaluationId: string,
    @Query() { limit, cursor }: PageRequest,
  ): Promise<SurveyAnswerPage> {
    const rows = await this.answers.list(ctx, evaluationId, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map((answer) => SurveyAnswerView.of(answer)), nextCursor };
  }
}
