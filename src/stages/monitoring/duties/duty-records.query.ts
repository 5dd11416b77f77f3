import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Attachments } from '../../../registers/attachments';
import { People } from '../../../registers/people';
import { ProjectEntity } from '../project.entity';
import { DutyRecordEntity } from './duty-record.entity';

/** Reads of what was done; whoever may read a project may read it. */
@Injectable()
export class DutyRecordsQuery implements OnModuleInit {
  constructor(
    private readonly people: People,
    private readonly attachments: Attachments,
  ) {}

  onModuleInit(): void {
    this.attachments.readableBy('dutyRecord', async (ctx, id) => {
      const record = requireFound(await ctx.manager.findOneBy(DutyRecordEntity, { id }));
      await this.requireReadable(ctx, record.projectId);
      return () => true;
    });
  }

  /** What was done for a project, in the order in which it was recorded. @throws ACCESS.NOT_FOUND */
  async list(
    ctx: Context,
    projectId: string,
    limit: number,
    after?: string,
  ): Promise<DutyRecordEntity[]> {
    await this.requireReadable(ctx, projectId);
    const query = ctx.manager
      .createQueryBuilder(DutyRecordEntity, 'record')
      .where('record.projectId = :projectId', { projectId })
      .orderBy('record.id')
      .limit(limit);
    if (after !== undefined) query.andWhere('record.id > :after', { after });
    return query.getMany();
  }

  private async requireReadable(ctx: Context, projectId: string): Promise<void> {
    const project = requireFound(await ctx.manager.findOneBy(ProjectEntity, { id: projectId }));
    const { unitPath, roundId, partyId } = project;
    const assignedIds = await this.people.holdersOf(ctx, 'evaluator', projectId);
    ctx.require('dutyRecord.list', { unitPath, roundId, partyIds: [partyId], assignedIds });
  }
}
