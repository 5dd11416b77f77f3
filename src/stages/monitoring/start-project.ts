import { Injectable } from '@nestjs/common';
import { addDays, dayOf, startOfDay, toDay, type Day } from '../../kernel/day';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { Credit } from '../../registers/credit';
import type { ReportRules, RuleSet } from '../../rules';
import { Contracts, type Contract } from '../contracts';
import { Rounds } from '../rounds';
import { ExpectDuties } from './duties/expect-duties';
import { endOfDay } from './lateness';
import { monitoringWordings } from './monitoring.wordings';
import { audienceOf, ProjectCircle } from './project-circle';
import { ProjectEntity } from './project.entity';
import { ProjectRepository } from './project.repository';
import { projectTransitions } from './project.transitions';
import { REMINDED_DAYS_BEFORE } from './reminders';
import { ReportEntity } from './report.entity';
import { reportTransitions } from './report.transitions';

/** Makes the project of a contract in force, with the reports it owes and the visits it is due. */
@Injectable()
export class StartProject {
  constructor(
    private readonly contracts: Contracts,
    private readonly rounds: Rounds,
    private readonly repository: ProjectRepository,
    private readonly expectDuties: ExpectDuties,
    private readonly clocks: Clocks,
    private readonly credit: Credit,
    private readonly circle: ProjectCircle,
  ) {}

  /** @returns whether the project is there; it is not before its contract is in force */
  async execute(ctx: Context, awardId: string): Promise<boolean> {
    if ((await this.repository.lock(ctx, awardId)) !== null) return true;
    const contract = await this.contracts.ofAward(ctx, awardId);
    const signedAt = contract?.signedAt ?? null;
    if (contract === null || signedAt === null) return false;
    const { unitId } = await this.rounds.get(ctx, contract.roundId);
    const project = newProject(contract, dayOf(signedAt), unitId);
    await this.repository.insert(ctx, project);
    await ctx.record({
      name: 'monitoring.project-started',
      aggregate: { kind: 'project', id: project.id, version: 1 },
      move: null,
      roundId: project.roundId,
      body: { contractId: project.contractId, startedOn: project.startedOn },
      audience: audienceOf(project),
    });
    await this.credit.noteProject(ctx, {
      ...{ partyId: project.partyId, projectId: project.id, fromDay: project.startedOn },
      year: await this.rounds.yearOf(ctx, project.roundId),
    });
    // What was due before there was a contract is not asked for.
    const owed = contract.ruleSet.reports.filter(({ dueOn }) => dueOn >= project.startedOn);
    for (const report of owed) await this.expectReport(ctx, project, report, contract.ruleSet);
    await this.expectVisits(ctx, project, contract.ruleSet);
    await this.expectDuties.execute(ctx, project, contract.ruleSet);
    await this.circle.tell(
      ctx,
      project,
      'applicant',
      monitoringWordings.projectStarted,
      subjectOf(project),
      {
        title: project.title,
        endsOn: project.endsOn,
      },
    );
    return true;
  }

  private async expectReport(
    ctx: Context,
    project: ProjectEntity,
    rules: ReportRules,
    ruleSet: RuleSet,
  ): Promise<void> {
    const report = newReport(project, rules);
    await this.repository.insertReport(ctx, report);
    await ctx.record({
      name: 'monitoring.report-expected',
      aggregate: { kind: 'report', id: report.id, version: 1 },
      move: null,
      roundId: project.roundId,
      body: { projectId: project.id, code: report.code, dueOn: report.dueOn },
      audience: audienceOf(project),
    });
    const wanted = {
      article: `${ruleSet.code}/reports/${report.code}/dueOn`,
      subject: { kind: 'report', id: report.id },
      process: { kind: 'project', id: project.id },
      count: { unit: 'instant' },
    } as const;
    const due = await this.clocks.start(ctx, {
      ...wanted,
      rule: 'report.due',
      from: endOfDay(report.dueOn),
    });
    const remindOn = addDays(report.dueOn, -REMINDED_DAYS_BEFORE);
    if (remindOn > project.startedOn) {
      await this.clocks.start(ctx, {
        ...wanted,
        rule: 'report.reminder',
        from: startOfDay(remindOn),
      });
    }
    await this.circle.ask(ctx, project, 'applicant', {
      kind: monitoringWordings.report,
      subject: wanted.subject,
      dueAt: due.dueAt,
      facts: { title: project.title, report: report.name.zh, dueOn: report.dueOn },
    });
  }

  private async expectVisits(
    ctx: Context,
    project: ProjectEntity,
    ruleSet: RuleSet,
  ): Promise<void> {
    if (project.visitsMin === 0) return;
    const wanted = {
      article: `${ruleSet.code}/visits/min`,
      subject: subjectOf(project),
      process: { kind: 'project', id: project.id },
      count: { unit: 'instant' },
    } as const;
    const due = await this.clocks.start(ctx, {
      ...wanted,
      rule: 'project.visits',
      from: endOfDay(project.endsOn),
    });
    const remindOn = addDays(project.endsOn, -REMINDED_DAYS_BEFORE);
    if (remindOn > project.startedOn) {
      await this.clocks.start(ctx, {
        ...wanted,
        rule: 'project.visitsReminder',
        from: startOfDay(remindOn),
      });
    }
    await this.circle.ask(ctx, project, 'streetOfficer', {
      kind: monitoringWordings.visit,
      subject: wanted.subject,
      dueAt: due.dueAt,
      facts: { title: project.title, min: project.visitsMin, endsOn: project.endsOn },
    });
  }
}

function subjectOf({ id }: ProjectEntity): { kind: 'project'; id: string } {
  return { kind: 'project', id };
}

function newProject(contract: Contract, startedOn: Day, unitId: string): ProjectEntity {
  return {
    id: contract.awardId,
    contractId: contract.id,
    partyId: contract.partyId,
    roundId: contract.roundId,
    unitId,
    unitPath: contract.unitPath,
    title: contract.title,
    startedOn,
    endsOn: toDay(contract.ruleSet.timetable.projectTo),
    visitsMin: contract.ruleSet.visits.min,
    state: projectTransitions.initial,
    version: 1,
  };
}

function newReport(project: ProjectEntity, { code, name, dueOn }: ReportRules): ReportEntity {
  return {
    id: newId(),
    projectId: project.id,
    code,
    name,
    dueOn,
    state: reportTransitions.initial,
    missingSince: null,
    submittedAt: null,
    submittedBy: null,
    text: null,
    activitiesHeld: null,
    headsServed: null,
    spentFen: null,
    acceptedAt: null,
    acceptedBy: null,
    acceptedFen: null,
    version: 1,
  };
}
