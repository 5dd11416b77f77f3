import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { dayOf, type Day } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { requireFound } from '../../platform/http/require-found';
import { Attachments } from '../../registers/attachments';
import { People } from '../../registers/people';
import type { CountedDuty } from './duties/duty.dto';
import { DutyRepository } from './duties/duty.repository';
import { ProjectEntity } from './project.entity';
import type { ProjectState } from './project.transitions';
import { ReportEntity } from './report.entity';
import type { SanctionEntity } from './sanctions/sanction.entity';
import { SanctionRepository } from './sanctions/sanction.repository';
import { VisitEntity } from './visit.entity';

/** What a list of projects may be narrowed to. */
export interface ProjectFilter {
  readonly roundId?: string;
  readonly partyId?: string;
  readonly state?: ProjectState;
}

/** A project with what tells of its risk today. */
export interface WatchedProject {
  readonly project: ProjectEntity;
  readonly reports: readonly ReportEntity[];
  readonly today: Day;
}

/** A project with all that monitoring knows of it. */
export interface VisitedProject extends WatchedProject {
  readonly visits: readonly VisitEntity[];
  readonly duties: readonly CountedDuty[];
  readonly sanctions: readonly SanctionEntity[];
}

/** More visits than these are not shown; a project has a handful. */
const MOST_VISITS = 200;

/** Reads of projects, within reach. */
@Injectable()
export class ProjectsQuery implements OnModuleInit {
  constructor(
    private readonly people: People,
    private readonly attachments: Attachments,
    private readonly duties: DutyRepository,
    private readonly sanctions: SanctionRepository,
  ) {}

  onModuleInit(): void {
    for (const [kind, table] of [
      ['report', ReportEntity],
      ['visit', VisitEntity],
    ] as const) {
      this.attachments.readableBy(kind, async (ctx, id) => {
        const { projectId } = requireFound(await ctx.manager.findOneBy(table, { id }));
        await this.get(ctx, projectId);
        return () => true;
      });
    }
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, id: string): Promise<VisitedProject> {
    const project = await ctx.manager.findOneBy(ProjectEntity, { id });
    if (project === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { unitPath, partyId, roundId } = project;
    // Somebody may be commissioned to evaluate this project alone.
    const assignedIds = await this.people.holdersOf(ctx, 'evaluator', id);
    ctx.require('project.read', { unitPath, roundId, partyIds: [partyId], assignedIds });
    const visits = await ctx.manager.find(VisitEntity, {
      where: { projectId: id },
      order: { visitedOn: 'DESC', id: 'DESC' },
      take: MOST_VISITS,
    });
    const counts = await this.duties.counts(ctx, id);
    const duties = await this.duties.ofProject(ctx, id);
    return {
      ...{ project, visits, reports: await reportsOf(ctx, [id]), today: await today(ctx) },
      duties: duties.map((duty) => ({ duty, done: counts.get(duty.id) ?? 0 })),
      sanctions: await this.sanctions.ofProject(ctx, id),
    };
  }

  async list(
    ctx: Context,
    filter: ProjectFilter,
    limit: number,
    after?: string,
  ): Promise<WatchedProject[]> {
    const query = ctx.manager.createQueryBuilder(ProjectEntity, 'p').orderBy('p.id').limit(limit);
    withinReach(query, ctx.reach('project.list'), {
      unitPath: 'p.unit_path',
      partyId: 'p.party_id',
      roundId: 'p.round_id',
    });
    if (filter.roundId) query.andWhere('p.roundId = :roundId', { roundId: filter.roundId });
    if (filter.partyId) query.andWhere('p.partyId = :partyId', { partyId: filter.partyId });
    if (filter.state) query.andWhere('p.state = :state', { state: filter.state });
    if (after !== undefined) query.andWhere('p.id > :after', { after });
    const projects = await query.getMany();
    const reports = await reportsOf(
      ctx,
      projects.map(({ id }) => id),
    );
    const day = await today(ctx);
    return projects.map((project) => ({
      project,
      reports: reports.filter(({ projectId }) => projectId === project.id),
      today: day,
    }));
  }
}

async function reportsOf(ctx: Context, projectIds: readonly string[]): Promise<ReportEntity[]> {
  return ctx.manager.find(ReportEntity, {
    where: { projectId: In([...projectIds]) },
    order: { id: 'ASC' },
  });
}

async function today(ctx: Context): Promise<Day> {
  return dayOf(await ctx.now());
}
