import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '../../kernel/day';
import type { Instant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { requireFound } from '../../platform/http/require-found';
import type { BilingualText } from '../../rules';
import { DutyRepository } from './duties/duty.repository';
import { daysLate } from './lateness';
import { ProjectEntity } from './project.entity';
import { RectificationEntity } from './rectifications/rectification.entity';
import type { RectificationState } from './rectifications/rectification.transitions';
import { ReportEntity } from './report.entity';
import type { ReportState } from './report.transitions';
import { VisitEntity } from './visit.entity';

/** What monitoring has to tell of a project when it is evaluated. */
export interface ProjectConduct {
  readonly reports: readonly {
    readonly code: string;
    readonly name: BilingualText;
    readonly dueOn: Day;
    readonly state: ReportState;
    readonly daysLate: number;
    /** Since when it has counted as missing by the rule set. */
    readonly missingSince: Instant | null;
  }[];
  readonly visits: { readonly made: number; readonly min: number };
  readonly duties: readonly {
    readonly code: string;
    readonly name: BilingualText;
    readonly done: number;
    /** In how many periods it was not done. */
    readonly missed: number;
  }[];
  readonly rectifications: readonly { readonly id: string; readonly state: RectificationState }[];
}

/** Gathers the conduct of projects, for the stages after monitoring. */
@Injectable()
export class ProjectConductQuery {
  constructor(private readonly duties: DutyRepository) {}

  /** @throws ACCESS.NOT_FOUND */
  async of(ctx: Context, projectId: string): Promise<ProjectConduct> {
    const where = { projectId };
    const order = { id: 'ASC' } as const;
    const project = requireFound(await ctx.manager.findOneBy(ProjectEntity, { id: projectId }));
    const reports = await ctx.manager.find(ReportEntity, { where, order });
    const rectifications = await ctx.manager.find(RectificationEntity, { where, order });
    const today = dayOf(await ctx.now());
    const duties = await this.duties.ofProject(ctx, projectId);
    const counts = await this.duties.counts(ctx, projectId);
    return {
      reports: reports.map((report) => {
        const { code, name, dueOn, state, missingSince } = report;
        return { code, name, dueOn, state, missingSince, daysLate: daysLate(report, today) };
      }),
      visits: { made: await ctx.manager.countBy(VisitEntity, where), min: project.visitsMin },
      duties: duties.map(({ id, rules: { code, name }, missed }) => ({
        ...{ code, name, missed },
        done: counts.get(id) ?? 0,
      })),
      rectifications: rectifications.map(({ id, state }) => ({ id, state })),
    };
  }
}
