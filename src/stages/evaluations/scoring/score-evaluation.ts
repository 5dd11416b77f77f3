import { Injectable } from '@nestjs/common';
import { dayOf } from '../../../kernel/day';
import { Refusal, refuse } from '../../../kernel/refusal';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import {
  gradeScore,
  type EvaluationRules,
  type GivenScores,
  type GradedScore,
} from '../../../rules';
import { audienceOf } from '../../monitoring';
import { requireReviewOpened } from '../evaluation-days';
import type { EvaluationEntity } from '../evaluation.entity';
import { refuseEvaluations } from '../evaluation.refusals';
import { EvaluationRepository } from '../evaluation.repository';
import { evaluationTransitions } from '../evaluation.transitions';
import { evaluationWordings } from '../evaluation.wordings';
import { SurveyQuery } from '../survey/survey.query';
import { EvaluatorFitness } from './evaluator-fitness';

/** Takes the evaluator's sheet and works out the score and its grade; the project's process draws the consequences. */
@Injectable()
export class ScoreEvaluation {
  constructor(
    private readonly repository: EvaluationRepository,
    private readonly surveys: SurveyQuery,
    private readonly fitness: EvaluatorFitness,
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, EVALUATIONS.REVIEW_NOT_OPEN, EVALUATIONS.METHOD_UNKNOWN,
   * EVALUATIONS.ANSWERS_MISSING, SCORES.MISSING, SCORES.UNKNOWN,
   * SCORES.NOT_A_SCORE, SCORES.ABOVE_MOST and what `EvaluatorFitness` refuses
   */
  async execute(
    ctx: Context,
    evaluationId: string,
    scores: GivenScores,
    comment: string,
    methods: NonNullable<EvaluationRules['methods']> = [],
  ): Promise<EvaluationEntity> {
    const evaluation = await this.repository.lock(ctx, evaluationId);
    if (evaluation === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { evaluatorId, rules } = evaluation;
    ctx.require('evaluation.score', { assignedIds: evaluatorId === null ? [] : [evaluatorId] });
    ctx.matches(evaluation.version);
    evaluation.state = evaluationTransitions.next(evaluation.state, 'score');
    const scoredAt = await ctx.now();
    requireReviewOpened(evaluation, rules, dayOf(scoredAt));
    requireMethods(rules, methods);
    await this.fitness.require(ctx, evaluation, ctx.personId);
    await this.requireAnswers(ctx, evaluation);
    const { score = null, grade, passed, explanation } = gradeSheet(rules, scores);
    Object.assign(evaluation, {
      scores,
      methods,
      comment,
      scoredAt,
      score,
      grade,
      passed,
      explanation,
    });
    evaluation.version += 1;
    await this.repository.update(ctx, evaluation);
    await this.settle(ctx, evaluation);
    await ctx.record({
      name: 'evaluations.evaluation-scored',
      aggregate: { kind: 'evaluation', id: evaluation.id, version: evaluation.version },
      move: 'score',
      roundId: evaluation.roundId,
      body: { projectId: evaluation.projectId, code: evaluation.code, scores, score, grade },
      audience: audienceOf(evaluation),
      nudges: [{ kind: 'project', id: evaluation.projectId }],
    });
    return evaluation;
  }

  private async requireAnswers(ctx: Context, { id, rules }: EvaluationEntity): Promise<void> {
    if (rules.survey === undefined) return;
    const { minAnswers } = rules.survey;
    const { answers } = await this.surveys.tally(ctx, id);
    if (answers < minAnswers) {
      throw refuseEvaluations('EVALUATIONS.ANSWERS_MISSING', { minAnswers, answers });
    }
  }

  private async settle(ctx: Context, { id }: EvaluationEntity): Promise<void> {
    await this.clocks.meet(ctx, 'evaluation.due', id);
    await this.inbox.done(ctx, evaluationWordings.score, id);
    await this.inbox.done(ctx, evaluationWordings.scoreOverdue, id);
  }
}

/** Doubtful things are looked into by the methods that the rules name, and by no other. */
function requireMethods(
  { methods = [] }: EvaluationRules,
  used: NonNullable<EvaluationRules['methods']>,
): void {
  used.forEach((method, index) => {
    if (methods.includes(method)) return;
    throw refuseEvaluations('EVALUATIONS.METHOD_UNKNOWN', { method }, `/methods/${index}`);
  });
}

/** What the engine finds at fault stands in the request below `/scores`. */
function gradeSheet(rules: EvaluationRules, scores: GivenScores): GradedScore {
  try {
    return gradeScore(rules, scores);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw refuse(error.code, error.facts, `/scores${error.pointer ?? ''}`);
  }
}
