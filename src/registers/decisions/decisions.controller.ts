import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf } from '../../platform/http/page.dto';
import { AnswerDecision } from './answer-decision';
import {
  AnswerDecisionRequest,
  DecisionPage,
  DecisionView,
  ListDecisionsRequest,
} from './decision.dto';
import { DecisionsQuery } from './decisions.query';

@ApiTags('decisions')
@Controller('v1/decisions')
export class DecisionsController {
  constructor(
    private readonly decisions: DecisionsQuery,
    private readonly answerDecision: AnswerDecision,
  ) {}

  @Get()
  @Allow('decision.list')
  @Documented({
    summary: 'List decisions: all of a round for its officers, otherwise those I may answer',
    answers: DecisionPage,
  })
  async list(
    @Ctx() ctx: Context,
    @Query() { limit, cursor, ...filter }: ListDecisionsRequest,
  ): Promise<DecisionPage> {
    const rows = await this.decisions.list(ctx, filter, limit + 1, cursor);
    const ids = rows.map((answered) => ({ ...answered, id: answered.decision.id }));
    const { items, nextCursor } = pageOf(ids, limit);
    return { items: items.map((answered) => DecisionView.of(answered)), nextCursor };
  }

  @Get(':decisionId')
  @Allow('decision.read')
  @Documented({
    summary: 'Read a decision with its question and its answers',
    answers: DecisionView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(@Ctx() ctx: Context, @IdParam('decisionId') id: string): Promise<DecisionView> {
    return DecisionView.of(await this.decisions.get(ctx, id));
  }

  @Post(':decisionId/answer')
  @Allow('decision.answer')
  @Documented({
    summary: 'Decide, with a reason; until the step goes on the answer may be given anew',
    answers: DecisionView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'DECISIONS.ANSWER_KIND',
      'DECISIONS.OPTION_UNKNOWN',
      'DECISIONS.ABOVE_MOST',
      'DECISIONS.BELOW_LEAST',
      'PEOPLE.DUTIES_CONFLICT',
      'ATTACHMENTS.UNKNOWN',
      'ATTACHMENTS.DIGEST_DIFFERS',
      'ATTACHMENTS.BOUND',
      'ATTACHMENTS.INCOMPLETE',
    ],
  })
  async answer(
    @Ctx() ctx: Context,
    @IdParam('decisionId') id: string,
    @Body() { option, amount, count, points, reason, attachments = [] }: AnswerDecisionRequest,
  ): Promise<DecisionView> {
    const given = { option, amount: amount?.amount, count, points };
    await this.answerDecision.execute(ctx, id, { ...given, reason, attachments });
    return DecisionView.of(await this.decisions.get(ctx, id));
  }
}
