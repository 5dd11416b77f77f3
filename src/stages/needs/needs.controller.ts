import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../platform/http/page.dto';
import { CheckNeed } from './check-need';
import {
  CheckNeedRequest,
  CyclePage,
  CycleView,
  ListNeedsRequest,
  NeedPage,
  NeedView,
  PublishScreeningRulesRequest,
  ScreeningRulesView,
  SubmitNeedRequest,
} from './need.dto';
import { NeedsQuery } from './needs.query';
import { PublishScreeningRules } from './publish-screening-rules';
import { ReportNeeds } from './report-needs';
import { SubmitNeed } from './submit-need';

@ApiTags('needs')
@Controller('v1')
export class NeedsController {
  constructor(
    private readonly submitNeed: SubmitNeed,
    private readonly checkNeed: CheckNeed,
    private readonly reportNeeds: ReportNeeds,
    private readonly publishRules: PublishScreeningRules,
    private readonly needs: NeedsQuery,
  ) {}

  @Post('screening-rules')
  @Allow('screeningRules.publish')
  @Documented({
    summary: 'Publish the rules by which needs are checked and screened',
    answers: ScreeningRulesView,
    status: 201,
    refusals: ['RULES.INVALID'],
  })
  async publish(
    @Ctx() ctx: Context,
    @Body() body: PublishScreeningRulesRequest,
  ): Promise<ScreeningRulesView> {
    return ScreeningRulesView.of(await this.publishRules.execute(ctx, body.document));
  }

  @Post('needs')
  @Allow('need.submit')
  @Documented({
    summary: 'Submit a need',
    answers: NeedView,
    status: 201,
    refusals: ['UNITS.UNKNOWN', 'UNITS.NONE_OF_KIND', 'NEEDS.RULES_MISSING', 'NEEDS.NOT_YET_TAKEN'],
  })
  async submit(@Ctx() ctx: Context, @Body() body: SubmitNeedRequest): Promise<NeedView> {
    const { unitId, ...content } = body;
    return NeedView.of(await this.submitNeed.execute(ctx, unitId, content));
  }

  @Get('needs')
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

  @Get('needs/:needId')
  @Allow('need.read')
  @Documented({ summary: 'Read a need', answers: NeedView, refusals: ['ACCESS.NOT_FOUND'] })
  async read(@Ctx() ctx: Context, @IdParam('needId') needId: string): Promise<NeedView> {
    return NeedView.of(await this.needs.get(ctx, needId));
  }

  @Post('needs/:needId/check')
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

  @Get('screening-cycles')
  @Allow('cycle.list')
  @Documented({ summary: 'List screening cycles of streets', answers: CyclePage })
  async cycles(@Ctx() ctx: Context, @Query() page: PageRequest): Promise<CyclePage> {
    const rows = await this.needs.cycles(ctx, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(rows, page.limit);
    return { items: items.map((cycle) => CycleView.of(cycle)), nextCursor };
  }

  @Post('screening-cycles/:cycleId/report')
  @Allow('needList.report')
  @Documented({
    summary: 'Report a street’s service-needs list to the district',
    answers: CycleView,
    status: 201,
    refusals: ['STATE.OUT_OF_ORDER', 'NEEDS.UNCHECKED_LEFT', 'NEEDS.LIST_EMPTY'],
  })
  async report(@Ctx() ctx: Context, @IdParam('cycleId') cycleId: string): Promise<CycleView> {
    return CycleView.of(await this.reportNeeds.execute(ctx, cycleId));
  }
}
