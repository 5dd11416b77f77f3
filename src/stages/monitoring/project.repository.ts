import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { ProjectEntity } from './project.entity';
import { ReportEntity } from './report.entity';
import { VisitEntity } from './visit.entity';

/** The rows of projects, of the reports they owe and of the visits paid to them. */
@Injectable()
export class ProjectRepository {
  async insert(ctx: Context, project: ProjectEntity): Promise<void> {
    await ctx.manager.insert(ProjectEntity, project);
  }

  async update(ctx: Context, { id, ...values }: ProjectEntity): Promise<void> {
    await ctx.manager.update(ProjectEntity, { id }, values);
  }

  async find(ctx: Context, id: string): Promise<ProjectEntity | null> {
    return ctx.manager.findOneBy(ProjectEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<ProjectEntity | null> {
    return ctx.manager.findOne(ProjectEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async insertReport(ctx: Context, report: ReportEntity): Promise<void> {
    await ctx.manager.insert(ReportEntity, report);
  }

  async updateReport(ctx: Context, { id, ...values }: ReportEntity): Promise<void> {
    await ctx.manager.update(ReportEntity, { id }, values);
  }

  /** The report with this id, or of this code of this project, locked. */
  async lockReport(
    ctx: Context,
    which: { readonly id: string } | { readonly projectId: string; readonly code: string },
  ): Promise<ReportEntity | null> {
    return ctx.manager.findOne(ReportEntity, {
      where: which,
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** All reports of a project, in the order of the rule set. */
  async reports(ctx: Context, projectId: string): Promise<ReportEntity[]> {
    return ctx.manager.find(ReportEntity, { where: { projectId }, order: { id: 'ASC' } });
  }

  /** All reports of a project, locked, in the order of the rule set. */
  async lockReports(ctx: Context, projectId: string): Promise<ReportEntity[]> {
    return ctx.manager.find(ReportEntity, {
      where: { projectId },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async insertVisit(ctx: Context, visit: VisitEntity): Promise<void> {
    await ctx.manager.insert(VisitEntity, visit);
  }

  async countVisits(ctx: Context, projectId: string): Promise<number> {
    return ctx.manager.countBy(VisitEntity, { projectId });
  }
}
