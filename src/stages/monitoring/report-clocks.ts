import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Facts } from '../../kernel/refusal';
import type { Context } from '../../platform/database/context';
import { Clocks, type ClockEntity } from '../../registers/clocks';
import { Rounds } from '../rounds';
import { monitoringWordings } from './monitoring.wordings';
import { audienceOf, ProjectCircle } from './project-circle';
import type { ProjectEntity } from './project.entity';
import { ProjectRepository } from './project.repository';
import type { ReportEntity } from './report.entity';
import { reportTransitions } from './report.transitions';
import { SuggestSanction } from './sanctions/suggest-sanction';

/**
 * What happens when a report does not come: the party is reminded, those in charge are told, and after the time that the rule set
 * gives it counts as missing.
 */
@Injectable()
export class ReportClocks implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly circle: ProjectCircle,
    private readonly repository: ProjectRepository,
    private readonly rounds: Rounds,
    private readonly suggestSanction: SuggestSanction,
  ) {}

  onModuleInit(): void {
    this.clocks.whenPassed('report.reminder', (ctx, { subjectId }) => this.remind(ctx, subjectId));
    this.clocks.whenPassed('report.due', (ctx, { subjectId }) => this.miss(ctx, subjectId));
    this.clocks.whenPassed('report.missing', (ctx, clock) => this.countMissing(ctx, clock));
  }

  private async remind(ctx: Context, reportId: string): Promise<void> {
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

  private async miss(ctx: Context, reportId: string): Promise<void> {
    const report = await this.repository.lockReport(ctx, { id: reportId });
    if (report === null || !reportTransitions.can(report.state, 'miss')) return;
    const project = await this.move(ctx, report, 'miss', 'monitoring.report-missed');
    await this.startMissing(ctx, project, report);
    await this.suggest(ctx, project, 'material-late');
    await this.escalate(ctx, project, report);
  }

  private async suggest(
    ctx: Context,
    project: ProjectEntity,
    cause: 'material-late' | 'material-missing',
  ): Promise<void> {
    await this.suggestSanction.execute(ctx, { ...project, projectId: project.id }, cause);
  }

  private async escalate(
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

  private async startMissing(
    ctx: Context,
    project: ProjectEntity,
    { id, dueOn }: ReportEntity,
  ): Promise<void> {
    const { ruleSet } = await this.rounds.get(ctx, project.roundId);
    const rules = ruleSet.monitoring?.reports;
    if (rules === undefined) return;
    await this.clocks.start(ctx, {
      rule: 'report.missing',
      article: `${ruleSet.code}/monitoring/reports/missingAfterWorkingDays`,
      subject: { kind: 'report', id },
      process: { kind: 'project', id: project.id },
      from: dueOn,
      count: { unit: 'workingDays', n: rules.missingAfterWorkingDays },
      calendar: ruleSet.calendar,
    });
  }

  private async countMissing(ctx: Context, { subjectId, dueAt }: ClockEntity): Promise<void> {
    const report = await this.repository.lockReport(ctx, { id: subjectId });
    if (report?.state !== 'overdue') return;
    report.missingSince = dueAt;
    const project = await this.move(ctx, report, 'countMissing', 'monitoring.report-missing');
    await this.suggest(ctx, project, 'material-missing');
    const subject = { kind: 'report', id: report.id };
    const facts = factsOf(project, report);
    const { reportMissing } = monitoringWordings;
    await this.circle.tell(ctx, project, 'applicant', reportMissing, subject, facts);
    await this.circle.tell(ctx, project, 'organizer', reportMissing, subject, facts);
    await this.circle.ask(ctx, project, 'supervisor', { kind: reportMissing, subject, facts });
    await this.circle.tell(ctx, project, 'supervisor', reportMissing, subject, facts);
  }

  /** @returns the report's project */
  private async move(
    ctx: Context,
    report: ReportEntity,
    move: 'miss' | 'countMissing',
    name: string,
  ): Promise<ProjectEntity> {
    report.state = reportTransitions.next(report.state, move);
    report.version += 1;
    await this.repository.updateReport(ctx, report);
    const project = await this.projectOf(ctx, report);
    await ctx.record({
      name,
      aggregate: { kind: 'report', id: report.id, version: report.version },
      move,
      roundId: project.roundId,
      body: { projectId: project.id, code: report.code, dueOn: report.dueOn },
      audience: audienceOf(project),
    });
    return project;
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
