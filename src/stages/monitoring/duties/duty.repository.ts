import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import type { Context } from '../../../platform/database/context';
import type { DutyPeriod } from './duty-periods';
import { DutyRecordEntity } from './duty-record.entity';
import { ProjectDutyEntity } from './project-duty.entity';

/** The rows of duties, and of what was done. */
@Injectable()
export class DutyRepository {
  async insert(ctx: Context, duty: ProjectDutyEntity): Promise<void> {
    await ctx.manager.insert(ProjectDutyEntity, duty);
  }

  async update(ctx: Context, { id, ...values }: ProjectDutyEntity): Promise<void> {
    await ctx.manager.update(ProjectDutyEntity, { id }, values);
  }

  async lock(ctx: Context, id: string): Promise<ProjectDutyEntity | null> {
    return ctx.manager.findOne(ProjectDutyEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async find(ctx: Context, projectId: string, code: string): Promise<ProjectDutyEntity | null> {
    return ctx.manager.findOneBy(ProjectDutyEntity, { projectId, code });
  }

  /** The duties of a project, in the order of the rule set. */
  async ofProject(ctx: Context, projectId: string): Promise<ProjectDutyEntity[]> {
    return ctx.manager.find(ProjectDutyEntity, { where: { projectId }, order: { id: 'ASC' } });
  }

  async insertRecord(ctx: Context, record: DutyRecordEntity): Promise<void> {
    await ctx.manager.insert(DutyRecordEntity, record);
  }

  /** How often each duty of a project was done, by its id. */
  async counts(ctx: Context, projectId: string): Promise<Map<string, number>> {
    const rows: { duty_id: string; done: string }[] = await ctx.manager.query(
      `SELECT duty_id, count(*) AS done FROM duty_records WHERE project_id = $1 GROUP BY duty_id`,
      [projectId],
    );
    return new Map(rows.map(({ duty_id, done }) => [duty_id, Number(done)]));
  }

  /** Whether a duty was done on one of some days. */
  async isDone(ctx: Context, dutyId: string, { from, to }: DutyPeriod): Promise<boolean> {
    return ctx.manager.existsBy(DutyRecordEntity, { dutyId, doneOn: Between(from, to) });
  }
}
