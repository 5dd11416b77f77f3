import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context';
import { Allow } from '../../../platform/http/allow.decorator';
import { Ctx } from '../../../platform/http/ctx.decorator';
import { Documented } from '../../../platform/http/documented.decorator';
import { IdParam } from '../../../platform/http/id-param.decorator';
import { pageOf, PageRequest } from '../../../platform/http/page.dto';
import { DrawProofView } from '../draw/draw.dto';
import { ReportView, SignatureView, SignReportRequest } from '../report/report.dto';
import { SignReport } from '../report/sign-report';
import { SheetPage, SheetView } from '../sheets/sheet.dto';
import { SheetsQuery } from '../sheets/sheets.query';
import { EnlargePool } from './enlarge-pool';
import { ListPanelsRequest, NamedPanelView, PanelPage, PanelView } from './panel.dto';
import { PanelsQuery } from './panels.query';

@ApiTags('reviews')
@Controller('v1/panels')
export class PanelsController {
  constructor(
    private readonly panels: PanelsQuery,
    private readonly sheets: SheetsQuery,
    private readonly enlargePool: EnlargePool,
    private readonly signReport: SignReport,
  ) {}

  @Get()
  @Allow('panel.list')
  @Documented({ summary: 'List panels within reach, without names', answers: PanelPage })
  async list(@Ctx() ctx: Context, @Query() request: ListPanelsRequest): Promise<PanelPage> {
    const { limit, cursor, lotId } = request;
    const rows = await this.panels.list(ctx, lotId, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map((panel) => PanelView.of(panel)), nextCursor };
  }

  @Get(':panelId')
  @Allow('panel.read')
  @Documented({
    summary: 'Read a panel with its experts by name, which stay secret until the public notice',
    answers: NamedPanelView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(@Ctx() ctx: Context, @IdParam('panelId') panelId: string): Promise<NamedPanelView> {
    return NamedPanelView.withNames(await this.panels.get(ctx, panelId));
  }

  @Get(':panelId/draw')
  @Allow('panel.proof')
  @Documented({
    summary: 'Everything that is needed to draw a panel again; who was called, from the notice on',
    answers: DrawProofView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async proof(@Ctx() ctx: Context, @IdParam('panelId') panelId: string): Promise<DrawProofView> {
    return DrawProofView.of(await this.panels.proof(ctx, panelId));
  }

  @Post(':panelId/pool')
  @Allow('panel.enlarge')
  @Documented({
    summary: 'Say that the pool has been enlarged, so that the draw that waits for it goes on',
    answers: NamedPanelView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'STATE.OUT_OF_ORDER', 'REVIEWS.POOL_TOO_SMALL'],
  })
  async enlarge(@Ctx() ctx: Context, @IdParam('panelId') panelId: string): Promise<NamedPanelView> {
    const panel = await this.enlargePool.execute(ctx, panelId);
    return NamedPanelView.withNames(await this.panels.whole(ctx, panel));
  }

  @Get(':panelId/sheets')
  @Allow('sheet.list')
  @Documented({
    summary: 'The sheets of a panel; before all are in, everybody sees their own alone',
    answers: SheetPage,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async listSheets(
    @Ctx() ctx: Context,
    @IdParam('panelId') panelId: string,
    @Query() { limit, cursor }: PageRequest,
  ): Promise<SheetPage> {
    const { sheets, areAllIn } = await this.sheets.ofPanel(ctx, panelId, limit + 1, cursor);
    const { items, nextCursor } = pageOf(sheets, limit);
    return { items: items.map((sheet) => SheetView.of(sheet)), areAllIn, nextCursor };
  }

  @Get(':panelId/report')
  @Allow('panelReport.read')
  @Documented({
    summary: 'The report of a panel: the ranking and the signatures under it',
    answers: ReportView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async report(@Ctx() ctx: Context, @IdParam('panelId') panelId: string): Promise<ReportView> {
    return ReportView.of(await this.panels.report(ctx, panelId));
  }

  @Post(':panelId/signature')
  @Allow('panelReport.sign')
  @Documented({
    summary: 'Sign the report as a member of the panel, or dissent with reasons',
    answers: SignatureView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'REVIEWS.ALREADY_SIGNED',
      'REVIEWS.DISSENT_REQUIRED',
      'REVIEWS.DISSENT_UNCLEAR',
    ],
  })
  async sign(
    @Ctx() ctx: Context,
    @IdParam('panelId') panelId: string,
    @Body() { agrees, dissent }: SignReportRequest,
  ): Promise<SignatureView> {
    return SignatureView.of(await this.signReport.execute(ctx, panelId, agrees, dissent ?? null));
  }
}
