import { Injectable } from '@nestjs/common';
import { addDays, dayOf, startOfDay, type Day } from '../../kernel/day';
import type { Instant } from '../../kernel/instant';
import type { Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import type { Json, ProcessRef } from '../../platform/record/domain-event';
import { Clocks } from '../../registers/clocks';
import { Credit } from '../../registers/credit';
import { Inbox } from '../../registers/inbox';
import { requireFound } from '../../platform/http/require-found';
import { DutyClocks } from './duties/duty-clocks';
import { endOfDay } from './lateness';
import { monitoringWordings } from './monitoring.wordings';
import { audienceOf } from './project-circle';
import type { ProjectEntity } from './project.entity';
import { ProjectRepository } from './project.repository';
import { REMINDED_DAYS_BEFORE } from './reminders';
import { projectTransitions, type ProjectMove } from './project.transitions';
import { RectificationBook } from './rectifications/rectification-book';
import type { ReportEntity } from './report.entity';
import { reportTransitions } from './report.transitions';

/** A project as later stages see it. */
export type Project = Readonly<ProjectEntity>;

/** A report that a person accepted. */
export interface AcceptedReport {
  readonly id: string;
  /** Its code in the rule set. */
  readonly code: string;
  readonly acceptedAt: Instant;
  /** What was accepted as spent of the grant by then. */
  readonly spentFen: Fen;
}

const factOf: Readonly<Record<ProjectMove, string>> = {
  prolong: 'monitoring.project-prolonged',
  settle: 'monitoring.project-settling',
  stop: 'monitoring.project-stopped',
  close: 'monitoring.project-closed',
};

/** Projects, for the stages after monitoring. */
@Injectable()
export class Projects {
  constructor(
    private readonly repository: ProjectRepository,
    private readonly rectifications: RectificationBook,
    private readonly duties: DutyClocks,
    private readonly clocks: Clocks,
    private readonly credit: Credit,
    private readonly inbox: Inbox,
  ) {}

  /** The project of an award; null before its contract is in force. */
  async get(ctx: Context, projectId: string): Promise<Project | null> {
    return this.repository.find(ctx, projectId);
  }

  /** The same, locked: for whatever depends on its state. */
  async lock(ctx: Context, projectId: string): Promise<Project | null> {
    return this.repository.lock(ctx, projectId);
  }

  /**
   * Moves a locked project on. One that is stopped or closed owes no more reports and gets no more visits.
   * @param body of the event: ids and codes that tell why
   * @throws STATE.OUT_OF_ORDER
   */
  async move(
    ctx: Context,
    project: Project,
    move: ProjectMove,
    body: Readonly<Record<string, Json>> = {},
    nudges: readonly ProcessRef[] = [],
  ): Promise<Project> {
    const moved: ProjectEntity = {
      ...project,
      state: projectTransitions.next(project.state, move),
      version: project.version + 1,
    };
    await this.repository.update(ctx, moved);
    if (move === 'stop' || move === 'close') await this.waiveWhatIsOwed(ctx, moved);
    if (move === 'close') await this.credit.settleProject(ctx, moved.id, dayOf(await ctx.now()));
    await ctx.record({
      name: factOf[move],
      aggregate: { kind: 'project', id: moved.id, version: moved.version },
      move,
      roundId: moved.roundId,
      body,
      audience: audienceOf(moved),
      nudges,
    });
    return moved;
  }

  /**
   * Gives a running project a later last day, by an amendment of its contract. What counts by that day counts anew; reports and
   * evaluations keep the days of the rule set.
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER
   */
  async prolong(ctx: Context, projectId: string, endsOn: Day): Promise<void> {
    const project = requireFound(await this.repository.lock(ctx, projectId));
    await this.move(ctx, { ...project, endsOn }, 'prolong', { endsOn });
    await this.clocks.moveTo(ctx, 'project.visits', projectId, endOfDay(endsOn));
    await this.clocks.moveTo(ctx, 'project.ends', projectId, endOfDay(endsOn));
    const remindOn = addDays(endsOn, -REMINDED_DAYS_BEFORE);
    await this.clocks.moveTo(ctx, 'project.visitsReminder', projectId, startOfDay(remindOn));
  }

  /** The reports of a project that were accepted, in the order of the rule set. */
  async acceptedReports(ctx: Context, projectId: string): Promise<AcceptedReport[]> {
    const reports = await this.repository.reports(ctx, projectId);
    return reports.flatMap(({ id, code, acceptedAt, acceptedFen }) =>
      acceptedAt === null ? [] : [{ id, code, acceptedAt, spentFen: acceptedFen ?? 0n }],
    );
  }

  private async waiveWhatIsOwed(ctx: Context, project: Project): Promise<void> {
    for (const report of await this.repository.lockReports(ctx, project.id)) {
      if (reportTransitions.can(report.state, 'waive')) await this.waive(ctx, project, report);
    }
    await this.rectifications.waiveOf(ctx, project.id);
    await this.duties.stop(ctx, project.id);
    await this.clocks.cancel(ctx, 'project.visits', project.id);
    await this.clocks.cancel(ctx, 'project.visitsReminder', project.id);
    await this.inbox.withdraw(ctx, monitoringWordings.visit, project.id);
    await this.inbox.withdraw(ctx, monitoringWordings.visitsMissing, project.id);
  }

  private async waive(ctx: Context, project: Project, report: ReportEntity): Promise<void> {
    report.state = reportTransitions.next(report.state, 'waive');
    report.version += 1;
    await this.repository.updateReport(ctx, report);
    await this.clocks.cancel(ctx, 'report.due', report.id);
    await this.clocks.cancel(ctx, 'report.reminder', report.id);
    await this.clocks.cancel(ctx, 'report.missing', report.id);
    await this.inbox.withdraw(ctx, monitoringWordings.report, report.id);
    await this.inbox.withdraw(ctx, monitoringWordings.reportOverdue, report.id);
    await this.inbox.withdraw(ctx, monitoringWordings.reportMissing, report.id);
    await ctx.record({
      name: 'monitoring.report-waived',
      aggregate: { kind: 'report', id: report.id, version: report.version },
      move: 'waive',
      roundId: project.roundId,
      body: { projectId: project.id, code: report.code },
      audience: audienceOf(project),
    });
  }
}
