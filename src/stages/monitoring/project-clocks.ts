import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Facts } from '../../kernel/refusal';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { monitoringWordings } from './monitoring.wordings';
import { audienceOf, ProjectCircle } from './project-circle';
import type { ProjectEntity } from './project.entity';
import { ProjectRepository } from './project.repository';
import type { ReportEntity } from './report.entity';
import { reportTransitions } from './report.transitions';

/** What happens when a report or the visits do not come: people are reminded, then those in charge are told. */
@Injectable()
export class ProjectClocks implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly circle: ProjectCircle,
    private readonly repository: ProjectRepository,
  ) {}

  onModuleInit(): void {
    this.clocks.whenPassed('report.reminder', (ctx, { subjectId }) =>
      this.remindOfReport(ctx, subjectId),
    );
    this.clocks.whenPassed('report.due', (ctx, { subjectId }) => this.missReport(ctx, subjectId));
    this.clocks.whenPassed('project.visitsReminder', (ctx, { subjectId }) =>
      this.remindOfVisits(ctx, subjectId),
    );
    this.clocks.whenPassed('project.visits', (ctx, { subjectId }) =>
      this.missVisits(ctx, subjectId),
    );
  }

  private async remindOfReport(ctx: Context, reportId: string): Promise<void> {
    const report = await this.repository.lockReport(ctx, { id: reportId });
    if (report?.state !== 'expected') return;
    const project = await this.projectOf(ctx, report);
    const subject = { kind: 'report', id: reportId };
    const facts = factsOf(project, report);
    await this.circle.tell(
      ctx,
      project,
      'applicant',
      monitoringWordings.reportReminder,
      subject,
      facts,
    );
  }

  private async missReport(ctx: Context, reportId: string): Promise<void> {
    const report = await this.repository.lockReport(ctx, { id: reportId });
    if (report === null || !reportTransitions.can(report.state, 'miss')) return;
    report.state = reportTransitions.next(report.state, 'miss');
    report.version += 1;
    await this.repository.updateReport(ctx, report);
    const project = await this.projectOf(ctx, report);
    await ctx.record({
      name: 'monitoring.report-missed',
      aggregate: { kind: 'report', id: report.id, version: report.version },
      move: 'miss',
      roundId: project.roundId,
      body: { projectId: project.id, code: report.code, dueOn: report.dueOn },
      audience: audienceOf(project),
    });
    await this.escalateReport(ctx, project, report);
  }

  private async escalateReport(
    ctx: Context,
    project: ProjectEntity,
    report: ReportEntity,
  ): Promise<void> {
    const subject = { kind: 'report', id: report.id };
    const facts = factsOf(project, report);
    const { reportMissed, reportOverdue } = monitoringWordings;
    await this.circle.tell(ctx, project, 'applicant', reportMissed, subject, facts);
    await this.circle.ask(ctx, project, 'organizer', { kind: reportOverdue, subject, facts });
    await this.circle.tell(ctx, project, 'organizer', reportOverdue, subject, facts);
  }

  private async remindOfVisits(ctx: Context, projectId: string): Promise<void> {
    const missing = await this.missingVisits(ctx, projectId);
    if (missing === null) return;
    const { project, facts, subject } = missing;
    await this.circle.tell(
      ctx,
      project,
      'streetOfficer',
      monitoringWordings.visitReminder,
      subject,
      facts,
    );
  }

  private async missVisits(ctx: Context, projectId: string): Promise<void> {
    const missing = await this.missingVisits(ctx, projectId);
    if (missing === null) return;
    const { project, facts, subject } = missing;
    const { visitsMissing } = monitoringWordings;
    await this.circle.ask(ctx, project, 'organizer', { kind: visitsMissing, subject, facts });
    await this.circle.tell(ctx, project, 'organizer', visitsMissing, subject, facts);
  }

  private async missingVisits(
    ctx: Context,
    projectId: string,
  ): Promise<{
    project: ProjectEntity;
    facts: Facts;
    subject: { kind: string; id: string };
  } | null> {
    const project = await this.repository.lock(ctx, projectId);
    if (project === null) return null;
    const { title, endsOn, visitsMin } = project;
    const missing = visitsMin - (await this.repository.countVisits(ctx, projectId));
    const subject = { kind: 'project', id: projectId };
    return missing > 0 ? { project, subject, facts: { title, endsOn, missing } } : null;
  }

  private async projectOf(ctx: Context, report: ReportEntity): Promise<ProjectEntity> {
    const project = await this.repository.find(ctx, report.projectId);
    if (project === null) throw new Error(`report ${report.id} is of no project`);
    return project;
  }
}

function factsOf({ title }: ProjectEntity, { name, dueOn }: ReportEntity): Facts {
  return { title, report: name.zh, dueOn };
}
