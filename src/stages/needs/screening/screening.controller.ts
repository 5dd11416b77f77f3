import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../../platform/http/page.dto';
import { ReportNeeds } from '../collecting/report-needs';
import { AssignExperts } from './assign-experts';
import { HandInSheet } from './hand-in-sheet';
import { PublishScreeningRules } from './publish-screening-rules';
import {
  AssignExpertsRequest,
  CyclePage,
  CycleView,
  HandInSheetRequest,
  PublishScreeningRulesRequest,
  ScreenedNeedView,
  ScreeningResultPage,
  ScreeningRulesView,
  ScreeningSheetView,
  SheetToFillPage,
  SheetToFillView,
} from './screening.dto';
import { ScreeningQuery } from './screening.query';

@ApiTags('screening')
@Controller('v1')
export class ScreeningController {
  constructor(
    private readonly publishRules: PublishScreeningRules,
    private readonly reportNeeds: ReportNeeds,
    private readonly assignExperts: AssignExperts,
    private readonly handInSheet: HandInSheet,
    private readonly screening: ScreeningQuery,
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

  @Get('screening-cycles')
  @Allow('cycle.list')
  @Documented({ summary: 'List screening cycles of streets', answers: CyclePage })
  async cycles(@Ctx() ctx: Context, @Query() page: PageRequest): Promise<CyclePage> {
    const rows = await this.screening.cycles(ctx, page.limit + 1, page.cursor);
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

  @Post('screening-cycles/:cycleId/experts')
  @Allow('screening.assign')
  @Documented({
    summary: 'Name the experts who screen a reported list, or replace those who have not finished',
    answers: CycleView,
    status: 201,
    refusals: [
      'STATE.OUT_OF_ORDER',
      'SCREENING.PANEL_SIZE',
      'SCREENING.NOT_AN_EXPERT',
      'SCREENING.EXPERT_INVOLVED',
      'SCREENING.EXPERT_DONE',
      'SCREENING.REASON_REQUIRED',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async assign(
    @Ctx() ctx: Context,
    @IdParam('cycleId') cycleId: string,
    @Body() { personIds, reason }: AssignExpertsRequest,
  ): Promise<CycleView> {
    return CycleView.of(await this.assignExperts.execute(ctx, cycleId, personIds, reason ?? null));
  }

  @Get('screening-cycles/:cycleId/result')
  @Allow('screening.result')
  @Documented({
    summary: 'What the experts made of a street’s list; not before all sheets are in',
    answers: ScreeningResultPage,
    refusals: ['ACCESS.NOT_FOUND', 'SCREENING.NOT_DECIDED'],
  })
  async result(
    @Ctx() ctx: Context,
    @IdParam('cycleId') cycleId: string,
    @Query() page: PageRequest,
  ): Promise<ScreeningResultPage> {
    const rows = await this.screening.result(ctx, cycleId, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(rows, page.limit);
    return { items: items.map((row) => ScreenedNeedView.of(row)), nextCursor };
  }

  @Get('screening-sheets')
  @Allow('screeningSheet.list')
  @Documented({ summary: 'The needs that I am to score, with my sheets', answers: SheetToFillPage })
  async mySheets(@Ctx() ctx: Context, @Query() page: PageRequest): Promise<SheetToFillPage> {
    const rows = await this.screening.sheetsToFill(ctx, page.limit + 1, page.cursor);
    const { items, nextCursor } = pageOf(rows, page.limit);
    return { items: items.map((row) => SheetToFillView.of(row)), nextCursor };
  }

  @Post('needs/:needId/screening-sheets')
  @Allow('screeningSheet.submit')
  @Documented({
    summary: 'Hand in one’s sheet for a need, for good',
    answers: ScreeningSheetView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'SCREENING.SHEET_IN_ALREADY',
      'SCORES.MISSING',
      'SCORES.UNKNOWN',
      'SCORES.NOT_A_SCORE',
      'SCORES.ABOVE_MOST',
    ],
  })
  async handIn(
    @Ctx() ctx: Context,
    @IdParam('needId') needId: string,
    @Body() { scores, comment }: HandInSheetRequest,
  ): Promise<ScreeningSheetView> {
    return ScreeningSheetView.of(await this.handInSheet.execute(ctx, needId, scores, comment));
  }
}
