import { Injectable } from '@nestjs/common';
import { dayOf } from '../../kernel/day';
import type { Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Attachments, type NamedAttachment } from '../../registers/attachments';
import { Clocks } from '../../registers/clocks';
import { Inbox } from '../../registers/inbox';
import { People } from '../../registers/people';
import { Rounds } from '../rounds';
import { accountedReports } from './accounted-reports';
import { daysLate, isLate } from './lateness';
import { refuseMonitoring } from './monitoring.refusals';
import { monitoringWordings } from './monitoring.wordings';
import { audienceOf, ProjectCircle } from './project-circle';
import type { ProjectEntity } from './project.entity';
import { ProjectRepository } from './project.repository';
import type { ReportEntity } from './report.entity';
import { reportTransitions } from './report.transitions';

/** What a report says. */
export interface ReportContent {
  readonly text: string;
  readonly activitiesHeld: number;
  readonly headsServed: number;
  readonly spentFen: Fen;
}

/** Takes a report that a project owes, in time or late. */
@Injectable()
export class SubmitReport {
  constructor(
    private readonly repository: ProjectRepository,
    private readonly attachments: Attachments,
    private readonly people: People,
    private readonly clocks: Clocks,
    private readonly rounds: Rounds,
    private readonly circle: ProjectCircle,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, MONITORING.REPORT_UNKNOWN, STATE.OUT_OF_ORDER, and what Attachments.bind refuses */
  async execute(
    ctx: Context,
    projectId: string,
    code: string,
    content: ReportContent,
    attachments: readonly NamedAttachment[],
  ): Promise<ReportEntity> {
    const project = await this.repository.find(ctx, projectId);
    if (project === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('report.submit', { partyIds: [project.partyId] });
    const report = await this.repository.lockReport(ctx, { projectId, code });
    if (report === null) throw refuseMonitoring('MONITORING.REPORT_UNKNOWN', { code }, '/code');
    report.state = reportTransitions.next(report.state, 'submit');
    const submittedAt = await ctx.now();
    Object.assign(report, { ...content, submittedAt, submittedBy: ctx.personId });
    report.version += 1;
    await this.repository.updateReport(ctx, report);
    await this.attach(ctx, report, project.partyId, attachments);
    const late = isLate(report.dueOn, submittedAt);
    // The clock of a late one passes, or has: that it was missed stays on the record.
    if (!late) await this.clocks.meet(ctx, 'report.due', report.id);
    await this.clocks.cancel(ctx, 'report.reminder', report.id);
    await this.clocks.cancel(ctx, 'report.missing', report.id);
    await this.inbox.done(ctx, monitoringWordings.report, report.id);
    await this.inbox.done(ctx, monitoringWordings.reportOverdue, report.id);
    await this.inbox.done(ctx, monitoringWordings.reportMissing, report.id);
    await ctx.record({
      name: 'monitoring.report-submitted',
      aggregate: { kind: 'report', id: report.id, version: report.version },
      move: 'submit',
      roundId: project.roundId,
      body: { projectId, code, late, daysLate: daysLate(report, dayOf(submittedAt)) },
      audience: audienceOf(project),
    });
    await this.askToAccept(ctx, project, report);
    return report;
  }

  private async askToAccept(
    ctx: Context,
    project: ProjectEntity,
    { id, code, name }: ReportEntity,
  ): Promise<void> {
    const { ruleSet } = await this.rounds.get(ctx, project.roundId);
    if (!accountedReports(ruleSet).has(code)) return;
    await this.circle.ask(ctx, project, 'organizer', {
      kind: monitoringWordings.acceptReport,
      subject: { kind: 'report', id },
      facts: { title: project.title, report: name.zh },
    });
  }

  /** Whoever acts for the party may have uploaded it. */
  private async attach(
    ctx: Context,
    { id }: ReportEntity,
    partyId: string,
    named: readonly NamedAttachment[],
  ): Promise<void> {
    if (named.length === 0) return;
    const uploaders = await this.people.holdersOf(ctx, 'applicant', partyId);
    await this.attachments.bind(ctx, { kind: 'report', id }, named, uploaders);
  }
}
