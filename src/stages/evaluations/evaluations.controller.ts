import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf } from '../../platform/http/page.dto';
import { ProjectConductQuery } from '../monitoring';
import {
  AssignEvaluatorRequest,
  EvaluationFailureView,
  EvaluationItemView,
  EvaluationPage,
  EvaluationView,
  ExcuseEvaluationRequest,
  JudgeFailureRequest,
  ListEvaluationsRequest,
  ScoreEvaluationRequest,
  SubmitSelfReportRequest,
} from './evaluation.dto';
import { EvaluationsQuery } from './evaluations.query';
import { ExcuseEvaluation } from './excuse-evaluation';
import { JudgeFailure } from './failures/judge-failure';
import { AssignEvaluator } from './scoring/assign-evaluator';
import { ScoreEvaluation } from './scoring/score-evaluation';
import { SurveyQuery } from './survey/survey.query';
import { SubmitSelfReport } from './submit-self-report';

@ApiTags('evaluations')
@Controller('v1/evaluations')
export class EvaluationsController {
  constructor(
    private readonly evaluations: EvaluationsQuery,
    private readonly assignEvaluator: AssignEvaluator,
    private readonly submitSelfReport: SubmitSelfReport,
    private readonly scoreEvaluation: ScoreEvaluation,
    private readonly excuseEvaluation: ExcuseEvaluation,
    private readonly judgeFailure: JudgeFailure,
    private readonly surveys: SurveyQuery,
    private readonly conducts: ProjectConductQuery,
  ) {}

  @Get()
  @Allow('evaluation.list')
  @Documented({ summary: 'List evaluations within reach', answers: EvaluationPage })
  async list(
    @Ctx() ctx: Context,
    @Query() { limit, cursor, ...filter }: ListEvaluationsRequest,
  ): Promise<EvaluationPage> {
    const rows = await this.evaluations.list(ctx, filter, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map((item) => EvaluationItemView.of(item)), nextCursor };
  }

  @Get(':evaluationId')
  @Allow('evaluation.read')
  @Documented({
    summary: 'Read an evaluation, with what monitoring tells of the project',
    answers: EvaluationView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(
    @Ctx() ctx: Context,
    @IdParam('evaluationId') evaluationId: string,
  ): Promise<EvaluationView> {
    const evaluation = await this.evaluations.get(ctx, evaluationId);
    const tally = await this.surveys.tally(ctx, evaluationId);
    const conduct = await this.conducts.of(ctx, evaluation.projectId);
    const failure = await this.evaluations.failureOf(ctx, evaluation);
    return EvaluationView.with(evaluation, tally, conduct, failure);
  }

  @Post(':evaluationId/assignment')
  @Allow('evaluation.assign')
  @Documented({
    summary: 'Name the evaluator, or another one until it is scored',
    answers: EvaluationItemView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'PEOPLE.UNKNOWN',
      'EVALUATIONS.NOT_AN_EVALUATOR',
      'EVALUATIONS.EVALUATOR_OF_PARTY',
      'EVALUATIONS.EVALUATOR_IN_CHARGE',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async assign(
    @Ctx() ctx: Context,
    @IdParam('evaluationId') evaluationId: string,
    @Body() { personId }: AssignEvaluatorRequest,
  ): Promise<EvaluationItemView> {
    return EvaluationItemView.of(await this.assignEvaluator.execute(ctx, evaluationId, personId));
  }

  @Post(':evaluationId/self-report')
  @Allow('evaluation.selfReport')
  @Documented({
    summary: 'Hand in the self-report of the party, from the first day to the last',
    answers: EvaluationItemView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'EVALUATIONS.NOT_OPEN',
      'EVALUATIONS.DUE_PASSED',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async selfReport(
    @Ctx() ctx: Context,
    @IdParam('evaluationId') evaluationId: string,
    @Body() { text }: SubmitSelfReportRequest,
  ): Promise<EvaluationItemView> {
    return EvaluationItemView.of(await this.submitSelfReport.execute(ctx, evaluationId, text));
  }

  @Post(':evaluationId/sheet')
  @Allow('evaluation.score')
  @Documented({
    summary: 'Score the indicators; the grade follows from the score as it is, not rounded',
    answers: EvaluationItemView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'EVALUATIONS.REVIEW_NOT_OPEN',
      'EVALUATIONS.METHOD_UNKNOWN',
      'EVALUATIONS.ANSWERS_MISSING',
      'SCORES.MISSING',
      'SCORES.UNKNOWN',
      'SCORES.NOT_A_SCORE',
      'SCORES.ABOVE_MOST',
      'EVALUATIONS.NOT_AN_EVALUATOR',
      'EVALUATIONS.EVALUATOR_OF_PARTY',
      'EVALUATIONS.EVALUATOR_IN_CHARGE',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async score(
    @Ctx() ctx: Context,
    @IdParam('evaluationId') evaluationId: string,
    @Body() { scores, comment, methods }: ScoreEvaluationRequest,
  ): Promise<EvaluationItemView> {
    return EvaluationItemView.of(
      await this.scoreEvaluation.execute(ctx, evaluationId, scores, comment, methods),
    );
  }

  @Post(':evaluationId/excuse')
  @Allow('evaluation.excuse')
  @Documented({
    summary: 'Let the self-report come later, for a reason, with a new last day',
    answers: EvaluationItemView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'EVALUATIONS.DUE_PASSED',
      'EVALUATIONS.UNTIL_OUTSIDE',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async excuse(
    @Ctx() ctx: Context,
    @IdParam('evaluationId') evaluationId: string,
    @Body() { reason, until }: ExcuseEvaluationRequest,
  ): Promise<EvaluationItemView> {
    return EvaluationItemView.of(
      await this.excuseEvaluation.execute(ctx, evaluationId, reason, until),
    );
  }

  @Post(':evaluationId/failure-judgement')
  @Allow('evaluation.judgeFailure')
  @Documented({
    summary:
      'Say whether what a failed evaluation found is put right, where payments wait for that; what is given up ends the project',
    answers: EvaluationFailureView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'EVALUATIONS.NOTHING_TO_PUT_RIGHT',
      'STATE.OUT_OF_ORDER',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async judge(
    @Ctx() ctx: Context,
    @IdParam('evaluationId') evaluationId: string,
    @Body() { isPutRight, findings }: JudgeFailureRequest,
  ): Promise<EvaluationFailureView> {
    return EvaluationFailureView.of(
      await this.judgeFailure.execute(ctx, evaluationId, isPutRight, findings),
    );
  }
}
