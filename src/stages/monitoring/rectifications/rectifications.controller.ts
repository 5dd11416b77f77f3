import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../../platform/http/page.dto';
import { AnswerRectification } from './answer-rectification';
import { JudgeRectification } from './judge-rectification';
import { OrderRectification } from './order-rectification';
import {
  AnswerRectificationRequest,
  JudgeRectificationRequest,
  OrderRectificationRequest,
  RectificationPage,
  RectificationView,
} from './rectification.dto';
import type { RectificationEntity } from './rectification.entity';
import { RectificationsQuery } from './rectifications.query';

@ApiTags('monitoring')
@Controller('v1')
export class RectificationsController {
  constructor(
    private readonly rectifications: RectificationsQuery,
    private readonly orderRectification: OrderRectification,
    private readonly answerRectification: AnswerRectification,
    private readonly judgeRectification: JudgeRectification,
  ) {}

  @Get('projects/:projectId/rectifications')
  @Allow('rectification.list')
  @Documented({
    summary: 'List the orders to put something right that a project was given',
    answers: RectificationPage,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async list(
    @Ctx() ctx: Context,
    @IdParam('projectId') projectId: string,
    @Query() { limit, cursor }: PageRequest,
  ): Promise<RectificationPage> {
    const rows = await this.rectifications.list(ctx, projectId, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: await this.views(ctx, items), nextCursor };
  }

  @Get('rectifications/:rectificationId')
  @Allow('rectification.read')
  @Documented({
    summary: 'Read an order with its answers',
    answers: RectificationView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(
    @Ctx() ctx: Context,
    @IdParam('rectificationId') id: string,
  ): Promise<RectificationView> {
    return this.view(ctx, await this.rectifications.get(ctx, id));
  }

  @Post('projects/:projectId/rectifications')
  @Allow('rectification.order')
  @Documented({
    summary:
      'Order a party to put right what a visit or a report has shown, within the rules’ time',
    answers: RectificationView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'MONITORING.CAUSE_UNKNOWN',
      'PEOPLE.DUTIES_CONFLICT',
      'CALENDAR.YEAR_UNKNOWN',
    ],
  })
  async order(
    @Ctx() ctx: Context,
    @IdParam('projectId') projectId: string,
    @Body() { cause, findings }: OrderRectificationRequest,
  ): Promise<RectificationView> {
    return this.view(ctx, await this.orderRectification.execute(ctx, projectId, cause, findings));
  }

  @Post('rectifications/:rectificationId/answers')
  @Allow('rectification.answer')
  @Documented({
    summary: 'Tell how what was ordered was put right; a late answer is taken',
    answers: RectificationView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'ATTACHMENTS.UNKNOWN',
      'ATTACHMENTS.DIGEST_DIFFERS',
      'ATTACHMENTS.INCOMPLETE',
      'ATTACHMENTS.BOUND',
    ],
  })
  async answer(
    @Ctx() ctx: Context,
    @IdParam('rectificationId') id: string,
    @Body() { text, attachments = [] }: AnswerRectificationRequest,
  ): Promise<RectificationView> {
    return this.view(ctx, await this.answerRectification.execute(ctx, id, text, attachments));
  }

  @Post('rectifications/:rectificationId/acceptance')
  @Allow('rectification.accept')
  @Documented({
    summary: 'Find that what was ordered is put right; payments that it held go on',
    answers: RectificationView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER', 'PEOPLE.DUTIES_CONFLICT'],
  })
  async accept(
    @Ctx() ctx: Context,
    @IdParam('rectificationId') id: string,
    @Body() { judgement }: JudgeRectificationRequest,
  ): Promise<RectificationView> {
    return this.view(ctx, await this.judgeRectification.accept(ctx, id, judgement));
  }

  @Post('rectifications/:rectificationId/refusal')
  @Allow('rectification.refuse')
  @Documented({
    summary: 'Find that it is not put right; it is to be answered again within the same time',
    answers: RectificationView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'PEOPLE.DUTIES_CONFLICT',
      'CALENDAR.YEAR_UNKNOWN',
    ],
  })
  async refuse(
    @Ctx() ctx: Context,
    @IdParam('rectificationId') id: string,
    @Body() { judgement }: JudgeRectificationRequest,
  ): Promise<RectificationView> {
    return this.view(ctx, await this.judgeRectification.refuse(ctx, id, judgement));
  }

  private async view(ctx: Context, rectification: RectificationEntity): Promise<RectificationView> {
    return (await this.views(ctx, [rectification]))[0]!;
  }

  private async views(
    ctx: Context,
    rectifications: readonly RectificationEntity[],
  ): Promise<RectificationView[]> {
    const ids = rectifications.map(({ id }) => id);
    const answers = await this.rectifications.answers(ctx, ids);
    return rectifications.map((rectification) =>
      RectificationView.of(rectification, answers.get(rectification.id) ?? []),
    );
  }
}
