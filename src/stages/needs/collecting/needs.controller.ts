import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf } from '../../../platform/http/page.dto';
import { CheckNeed } from './check-need';
import { CompleteNeed } from './complete-need';
import { JoinNeed } from './join-need';
import { LikelyDuplicatesQuery } from './likely-duplicates.query';
import { MergeNeed } from './merge-need';
import {
  CheckNeedRequest,
  LikelyDuplicatesView,
  LikelyDuplicateView,
  ListNeedsRequest,
  MergeNeedRequest,
  NeedContentRequest,
  NeedPage,
  NeedView,
  SubmitNeedRequest,
} from './need.dto';
import { NeedsQuery } from './needs.query';
import { SubmitNeed } from './submit-need';

@ApiTags('needs')
@Controller('v1/needs')
export class NeedsController {
  constructor(
    private readonly submitNeed: SubmitNeed,
    private readonly checkNeed: CheckNeed,
    private readonly completeNeed: CompleteNeed,
    private readonly mergeNeed: MergeNeed,
    private readonly joinNeed: JoinNeed,
    private readonly needs: NeedsQuery,
    private readonly likelyDuplicates: LikelyDuplicatesQuery,
  ) {}

  @Post()
  @Allow('need.submit')
  @Documented({
    summary: 'Submit a need',
    answers: NeedView,
    status: 201,
    refusals: [
      'UNITS.UNKNOWN',
      'UNITS.NONE_OF_KIND',
      'NEEDS.RULES_MISSING',
      'NEEDS.NOT_YET_TAKEN',
      'ATTACHMENTS.UNKNOWN',
      'ATTACHMENTS.DIGEST_DIFFERS',
      'ATTACHMENTS.INCOMPLETE',
      'ATTACHMENTS.BOUND',
    ],
  })
  async submit(@Ctx() ctx: Context, @Body() body: SubmitNeedRequest): Promise<NeedView> {
    const { unitId, attachments = [], ...content } = body;
    return NeedView.of(await this.submitNeed.execute(ctx, unitId, content, attachments));
  }

  @Get()
  @Allow('need.list')
  @Documented({ summary: 'List needs within reach', answers: NeedPage })
  async list(@Ctx() ctx: Context, @Query() request: ListNeedsRequest): Promise<NeedPage> {
    const { limit, cursor, ...filter } = request;
    const { items, nextCursor } = pageOf(
      await this.needs.list(ctx, filter, limit + 1, cursor),
      limit,
    );
    return { items: items.map((need) => NeedView.of(need)), nextCursor };
  }

  @Get(':needId')
  @Allow('need.read')
  @Documented({ summary: 'Read a need', answers: NeedView, refusals: ['ACCESS.NOT_FOUND'] })
  async read(@Ctx() ctx: Context, @IdParam('needId') needId: string): Promise<NeedView> {
    return NeedView.of(await this.needs.get(ctx, needId));
  }

  @Get(':needId/likely-duplicates')
  @Allow('need.duplicates')
  @Documented({
    summary: 'Needs of the same street and service area that read alike',
    answers: LikelyDuplicatesView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async duplicates(
    @Ctx() ctx: Context,
    @IdParam('needId') needId: string,
  ): Promise<LikelyDuplicatesView> {
    const found = await this.likelyDuplicates.of(ctx, needId);
    return { items: found.map((duplicate) => LikelyDuplicateView.of(duplicate)) };
  }

  @Post(':needId/check')
  @Allow('need.check')
  @Documented({
    summary: 'Check a need for the street: forward, return for completion, or reject',
    answers: NeedView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER', 'NEEDS.REASON_REQUIRED'],
  })
  async check(
    @Ctx() ctx: Context,
    @IdParam('needId') needId: string,
    @Body() { verdict, reason }: CheckNeedRequest,
  ): Promise<NeedView> {
    return NeedView.of(await this.checkNeed.execute(ctx, needId, verdict, reason ?? null));
  }

  @Post(':needId/completion')
  @Allow('need.complete')
  @Documented({
    summary: 'Complete one’s need that came back; the time for its check starts anew',
    answers: NeedView,
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
  async complete(
    @Ctx() ctx: Context,
    @IdParam('needId') needId: string,
    @Body() { attachments = [], ...content }: NeedContentRequest,
  ): Promise<NeedView> {
    return NeedView.of(await this.completeNeed.execute(ctx, needId, content, attachments));
  }

  @Post(':needId/merge')
  @Allow('need.merge')
  @Documented({
    summary: 'Merge a need into another that asks for the same',
    answers: NeedView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER', 'NEEDS.MERGE_TARGET'],
  })
  async merge(
    @Ctx() ctx: Context,
    @IdParam('needId') needId: string,
    @Body() { intoNeedId, reason }: MergeNeedRequest,
  ): Promise<NeedView> {
    return NeedView.of(await this.mergeNeed.execute(ctx, needId, intoNeedId, reason));
  }

  @Post(':needId/joiners')
  @Allow('need.join')
  @Documented({
    summary: 'Join a need of one’s unit',
    answers: NeedView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'NEEDS.DECIDED', 'NEEDS.JOINED_ALREADY', 'NEEDS.EXPERT_JOINS'],
  })
  async join(@Ctx() ctx: Context, @IdParam('needId') needId: string): Promise<NeedView> {
    return NeedView.of(await this.joinNeed.execute(ctx, needId));
  }
}
