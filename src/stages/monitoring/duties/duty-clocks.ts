import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, dayOf, type Day } from '../../../kernel/day';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Clocks, type ClockEntity } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import { Rounds } from '../../rounds';
import { endOfDay } from '../lateness';
import { monitoringWordings } from '../monitoring.wordings';
import { audienceOf, ProjectCircle } from '../project-circle';
import type { ProjectEntity } from '../project.entity';
import { ProjectRepository } from '../project.repository';
import { doerOf } from './duty-doers';
import { periodOf, type DutyPeriod } from './duty-periods';
import { DutyRepository } from './duty.repository';
import type { ProjectDutyEntity } from './project-duty.entity';

/** What happens when a period of a duty ends: one that was not done in it is told of and counted, and the next one begins. */
@Injectable()
export class DutyClocks implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly projects: ProjectRepository,
    private readonly repository: DutyRepository,
    private readonly rounds: Rounds,
    private readonly circle: ProjectCircle,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.clocks.whenPassed('duty.due', (ctx, clock) => this.endPeriod(ctx, clock));
  }

  /** Lets the period run in which a day lies; does nothing where a duty has none, or the project is over by then. */
  async start(
    ctx: Context,
    project: ProjectEntity,
    { id, code, rules }: ProjectDutyEntity,
    from: Day,
    ruleSet: string,
  ): Promise<void> {
    const period = periodOf(rules.every, from, daysOf(project));
    if (period === null) return;
    await this.clocks.start(ctx, {
      rule: 'duty.due',
      article: `${ruleSet}/monitoring/duties/${code}/every`,
      subject: { kind: 'duty', id },
      process: { kind: 'project', id: project.id },
      from: endOfDay(period.to),
      count: { unit: 'instant' },
    });
  }

  /** The project was stopped or closed: its duties are over. */
  async stop(ctx: Context, projectId: string): Promise<void> {
    for (const { id } of await this.repository.ofProject(ctx, projectId)) {
      await this.clocks.cancel(ctx, 'duty.due', id);
      await this.inbox.withdraw(ctx, monitoringWordings.dutyMissed, id);
    }
  }

  private async endPeriod(ctx: Context, { subjectId, dueAt }: ClockEntity): Promise<void> {
    const duty = requireFound(await this.repository.lock(ctx, subjectId));
    const project = requireFound(await this.projects.find(ctx, duty.projectId));
    const lastDay = addDays(dayOf(dueAt), -1);
    const period = periodOf(duty.rules.every, lastDay, daysOf(project))!;
    const { code } = (await this.rounds.get(ctx, project.roundId)).ruleSet;
    // The project was given a later end since: what is done once has until then.
    if (period.to > lastDay) {
      await this.start(ctx, project, duty, lastDay, code);
      return;
    }
    if (!(await this.repository.isDone(ctx, duty.id, period))) {
      await this.miss(ctx, project, duty, period);
    }
    await this.start(ctx, project, duty, addDays(period.to, 1), code);
  }

  private async miss(
    ctx: Context,
    project: ProjectEntity,
    duty: ProjectDutyEntity,
    { from, to }: DutyPeriod,
  ): Promise<void> {
    duty.missed += 1;
    duty.version += 1;
    await this.repository.update(ctx, duty);
    await ctx.record({
      name: 'monitoring.duty-missed',
      aggregate: { kind: 'duty', id: duty.id, version: duty.version },
      move: null,
      roundId: project.roundId,
      body: { projectId: project.id, code: duty.code, from, to },
      audience: audienceOf(project),
    });
    const subject = { kind: 'duty', id: duty.id };
    const facts = { title: project.title, duty: duty.rules.name.zh, from, to };
    const { dutyMissed } = monitoringWordings;
    await this.circle.tell(ctx, project, doerOf(duty.rules), dutyMissed, subject, facts);
    await this.circle.tell(ctx, project, 'organizer', dutyMissed, subject, facts);
    await this.circle.ask(ctx, project, 'organizer', { kind: dutyMissed, subject, facts });
  }
}

function daysOf({ startedOn, endsOn }: ProjectEntity): DutyPeriod {
  return { from: startedOn, to: endsOn };
}
