import { Injectable } from '@nestjs/common';
import { printAmount, type Fen } from '../../kernel/money';
import { refuse } from '../../kernel/refusal';
import type { Context } from '../../platform/database/context';
import { requireFound } from '../../platform/http/require-found';
import { Inbox } from '../../registers/inbox';
import { People } from '../../registers/people';
import { refuseMonitoring } from './monitoring.refusals';
import { monitoringWordings } from './monitoring.wordings';
import { audienceOf, ProjectCircle } from './project-circle';
import { ProjectRepository } from './project.repository';
import type { ReportEntity } from './report.entity';
import { reportTransitions } from './report.transitions';

/**
 * A person accepts a report and says how much of the grant its accounts show as spent. Whoever is not content with it orders that it
 * be put right instead, and accepts it then.
 */
@Injectable()
export class AcceptReport {
  constructor(
    private readonly repository: ProjectRepository,
    private readonly people: People,
    private readonly circle: ProjectCircle,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @param acceptedFen what is accepted as spent of the grant so far
   * @throws ACCESS.NOT_FOUND, MONITORING.REPORT_UNKNOWN, STATE.OUT_OF_ORDER, MONITORING.ACCEPTED_ABOVE_REPORTED,
   * PEOPLE.DUTIES_CONFLICT
   * @source il-gif-payments: a payment waits for the financial report; eu-two-instalments: after approval of the final report
   */
  async execute(
    ctx: Context,
    projectId: string,
    code: string,
    acceptedFen: Fen,
  ): Promise<ReportEntity> {
    const project = requireFound(await this.repository.lock(ctx, projectId));
    const { unitPath, roundId, state } = project;
    ctx.require('report.accept', { unitPath, roundId });
    if (state !== 'active' && state !== 'settling') {
      throw refuse('STATE.OUT_OF_ORDER', { thing: 'project', state, act: 'acceptReport' });
    }
    const report = await this.repository.lockReport(ctx, { projectId, code });
    if (report === null) throw refuseMonitoring('MONITORING.REPORT_UNKNOWN', { code }, '/code');
    report.state = reportTransitions.next(report.state, 'accept');
    requireReported(report, acceptedFen);
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    const acceptedAt = await ctx.now();
    Object.assign(report, { acceptedAt, acceptedBy: ctx.personId, acceptedFen });
    report.version += 1;
    await this.repository.updateReport(ctx, report);
    await ctx.record({
      name: 'monitoring.report-accepted',
      aggregate: { kind: 'report', id: report.id, version: report.version },
      move: 'accept',
      roundId,
      body: { projectId, code, acceptedFen: acceptedFen.toString() },
      audience: audienceOf(project),
      // A tranche may have waited for it.
      nudges: [{ kind: 'project', id: projectId }],
    });
    await this.inbox.done(ctx, monitoringWordings.acceptReport, report.id);
    const subject = { kind: 'report', id: report.id };
    const { reportAccepted } = monitoringWordings;
    const facts = {
      title: project.title,
      report: report.name.zh,
      amount: printAmount(acceptedFen),
    };
    await this.circle.tell(ctx, project, 'applicant', reportAccepted, subject, facts);
    return report;
  }
}

/** Own funds are in what the report says, so of the grant no more can have been spent. */
function requireReported({ spentFen }: ReportEntity, acceptedFen: Fen): void {
  const reportedFen = spentFen ?? 0n;
  if (acceptedFen <= reportedFen) return;
  const facts = { accepted: printAmount(acceptedFen), reported: printAmount(reportedFen) };
  throw refuseMonitoring('MONITORING.ACCEPTED_ABOVE_REPORTED', facts, '/spent');
}
