import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dayOf } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { MoneyRequest } from '../../platform/http/money.dto';
import { pageOf } from '../../platform/http/page.dto';
import { AcceptReport } from './accept-report';
import {
  AcceptReportRequest,
  ListProjectsRequest,
  ProjectItemView,
  ProjectPage,
  ProjectView,
  RecordVisitRequest,
  ProjectReportView,
  SubmitProjectReportRequest,
  VisitView,
} from './monitoring.dto';
import { ProjectsQuery } from './projects.query';
import { RecordVisit } from './record-visit';
import { SubmitReport } from './submit-report';

@ApiTags('monitoring')
@Controller('v1')
export class MonitoringController {
  constructor(
    private readonly projects: ProjectsQuery,
    private readonly submitReport: SubmitReport,
    private readonly acceptReport: AcceptReport,
    private readonly recordVisit: RecordVisit,
  ) {}

  @Get('projects')
  @Allow('project.list')
  @Documented({ summary: 'List projects within reach', answers: ProjectPage })
  async list(@Ctx() ctx: Context, @Query() request: ListProjectsRequest): Promise<ProjectPage> {
    const { limit, cursor, ...filter } = request;
    const rows = await this.projects.list(ctx, filter, limit + 1, cursor);
    const { items, nextCursor } = pageOf(
      rows.map((row) => ProjectItemView.of(row)),
      limit,
    );
    return { items: [...items], nextCursor };
  }

  @Get('projects/:projectId')
  @Allow('project.read')
  @Documented({
    summary: 'Read a project with its reports, visits and signs of risk',
    answers: ProjectView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(@Ctx() ctx: Context, @IdParam('projectId') projectId: string): Promise<ProjectView> {
    return ProjectView.of(await this.projects.get(ctx, projectId));
  }

  @Post('projects/:projectId/reports')
  @Allow('report.submit')
  @Documented({
    summary: 'Hand in a report that the project owes; a late one is taken and marked late',
    answers: ProjectReportView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'MONITORING.REPORT_UNKNOWN',
      'STATE.OUT_OF_ORDER',
      'ATTACHMENTS.UNKNOWN',
      'ATTACHMENTS.DIGEST_DIFFERS',
      'ATTACHMENTS.INCOMPLETE',
      'ATTACHMENTS.BOUND',
    ],
  })
  async submit(
    @Ctx() ctx: Context,
    @IdParam('projectId') projectId: string,
    @Body() { code, text, figures, attachments = [] }: SubmitProjectReportRequest,
  ): Promise<ProjectReportView> {
    const { activitiesHeld, headsServed, spent } = figures;
    const content = { text, activitiesHeld, headsServed, spentFen: MoneyRequest.fenOf(spent) };
    const report = await this.submitReport.execute(ctx, projectId, code, content, attachments);
    return ProjectReportView.of(report, dayOf(report.submittedAt!));
  }

  @Post('projects/:projectId/report-acceptances')
  @Allow('report.accept')
  @Documented({
    summary:
      'Accept a report that was handed in, with what its accounts show as spent of the grant',
    answers: ProjectReportView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'MONITORING.REPORT_UNKNOWN',
      'STATE.OUT_OF_ORDER',
      'MONITORING.ACCEPTED_ABOVE_REPORTED',
      'PEOPLE.DUTIES_CONFLICT',
    ],
  })
  async accept(
    @Ctx() ctx: Context,
    @IdParam('projectId') projectId: string,
    @Body() { code, spent }: AcceptReportRequest,
  ): Promise<ProjectReportView> {
    const acceptedFen = MoneyRequest.fenOf(spent);
    const report = await this.acceptReport.execute(ctx, projectId, code, acceptedFen);
    return ProjectReportView.of(report, dayOf(report.acceptedAt!));
  }

  @Post('projects/:projectId/visits')
  @Allow('visit.record')
  @Documented({
    summary: 'Record a site visit',
    answers: VisitView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'STATE.OUT_OF_ORDER',
      'MONITORING.VISIT_DAY_OUTSIDE',
      'PEOPLE.DUTIES_CONFLICT',
      'ATTACHMENTS.UNKNOWN',
      'ATTACHMENTS.DIGEST_DIFFERS',
      'ATTACHMENTS.INCOMPLETE',
      'ATTACHMENTS.BOUND',
    ],
  })
  async visit(
    @Ctx() ctx: Context,
    @IdParam('projectId') projectId: string,
    @Body() { visitedOn, findings, headsServed, attachments = [] }: RecordVisitRequest,
  ): Promise<VisitView> {
    const content = { visitedOn, findings, headsServed };
    return VisitView.of(await this.recordVisit.execute(ctx, projectId, content, attachments));
  }
}
