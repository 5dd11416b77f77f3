import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../../platform/http/page.dto';
import { AnswerQuestion } from './answer-question';
import { AskQuestion } from './ask-question';
import {
  AnswerQuestionRequest,
  AskQuestionRequest,
  PublicAnswerPage,
  PublicAnswerView,
  QuestionPage,
  QuestionView,
  RefuseQuestionRequest,
} from './question.dto';
import type { QuestionEntity } from './question.entity';
import { QuestionsQuery } from './questions.query';
import { RefuseQuestion } from './refuse-question';

@ApiTags('questions')
@Controller('v1')
export class QuestionsController {
  constructor(
    private readonly questions: QuestionsQuery,
    private readonly askQuestion: AskQuestion,
    private readonly answerQuestion: AnswerQuestion,
    private readonly refuseQuestion: RefuseQuestion,
  ) {}

  @Post('rounds/:roundId/questions')
  @Allow('question.ask')
  @Documented({
    summary:
      'Ask a question on an announced call; who asks is known to the officers of the round alone',
    answers: QuestionView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'QUESTIONS.CALL_CANCELLED',
      'QUESTIONS.TOO_LATE',
      'PEOPLE.DUTIES_CONFLICT',
      'CALENDAR.YEAR_UNKNOWN',
    ],
  })
  async ask(
    @Ctx() ctx: Context,
    @IdParam('roundId') roundId: string,
    @Body() body: AskQuestionRequest,
  ): Promise<QuestionView> {
    return this.view(ctx, await this.askQuestion.execute(ctx, roundId, body));
  }

  @Get('rounds/:roundId/questions')
  @Allow('question.list')
  @Documented({
    summary: 'List the questions on a call: all of them for its officers, otherwise my own',
    answers: QuestionPage,
  })
  async list(
    @Ctx() ctx: Context,
    @IdParam('roundId') roundId: string,
    @Query() { limit, cursor }: PageRequest,
  ): Promise<QuestionPage> {
    const rows = await this.questions.list(ctx, roundId, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    const named = await this.questions.named(ctx, items);
    return { items: named.map((question) => QuestionView.of(question)), nextCursor };
  }

  @Get('questions/:questionId')
  @Allow('question.read')
  @Documented({
    summary: 'Read a question',
    answers: QuestionView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(@Ctx() ctx: Context, @IdParam('questionId') id: string): Promise<QuestionView> {
    return this.view(ctx, await this.questions.get(ctx, id));
  }

  @Post('questions/:questionId/answer')
  @Allow('question.answer')
  @Documented({
    summary: 'Answer a question for everybody; published without who asked',
    answers: QuestionView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'QUESTIONS.NAMES_ASKER',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async answer(
    @Ctx() ctx: Context,
    @IdParam('questionId') id: string,
    @Body() body: AnswerQuestionRequest,
  ): Promise<QuestionView> {
    return this.view(ctx, await this.answerQuestion.execute(ctx, id, body));
  }

  @Post('questions/:questionId/refusal')
  @Allow('question.refuse')
  @Documented({
    summary: 'Do not answer a question, with a reason for who asked; nothing is published',
    answers: QuestionView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER', 'PEOPLE.DUTIES_CONFLICT'],
  })
  async refuse(
    @Ctx() ctx: Context,
    @IdParam('questionId') id: string,
    @Body() { reason }: RefuseQuestionRequest,
  ): Promise<QuestionView> {
    return this.view(ctx, await this.refuseQuestion.execute(ctx, id, reason));
  }

  @Get('public/:tenant/rounds/:roundId/answers')
  @Allow('question.listAnswered')
  @ApiParam({ name: 'tenant', description: 'The code of the top unit' })
  @Documented({
    summary: 'The answered questions on a call, as anyone may read them',
    answers: PublicAnswerPage,
  })
  async listAnswered(
    @Ctx() ctx: Context,
    @IdParam('roundId') roundId: string,
    @Query() { limit, cursor }: PageRequest,
  ): Promise<PublicAnswerPage> {
    const rows = await this.questions.answered(ctx, roundId, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map((question) => PublicAnswerView.of(question)), nextCursor };
  }

  private async view(ctx: Context, question: QuestionEntity): Promise<QuestionView> {
    const [named] = await this.questions.named(ctx, [question]);
    return QuestionView.of(named!);
  }
}
