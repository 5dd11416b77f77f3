import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Attachments } from '../../../registers/attachments';
import { People } from '../../../registers/people';
import { ProjectEntity } from '../project.entity';
import { RectificationAnswerEntity } from './rectification-answer.entity';
import { RectificationEntity } from './rectification.entity';

/** Reads of orders with their answers; whoever may read a project may read them. */
@Injectable()
export class RectificationsQuery implements OnModuleInit {
  constructor(
    private readonly people: People,
    private readonly attachments: Attachments,
  ) {}

  onModuleInit(): void {
    this.attachments.readableBy('rectificationAnswer', async (ctx, id) => {
      const answer = await ctx.manager.findOneBy(RectificationAnswerEntity, { id });
      await this.get(ctx, requireFound(answer).rectificationId);
      return () => true;
    });
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, id: string): Promise<RectificationEntity> {
    const found = requireFound(await ctx.manager.findOneBy(RectificationEntity, { id }));
    const { unitPath, roundId, partyId, projectId } = found;
    const assignedIds = await this.people.holdersOf(ctx, 'evaluator', projectId);
    ctx.require('rectification.read', { unitPath, roundId, partyIds: [partyId], assignedIds });
    return found;
  }

  /** The orders of a project, in their order. @throws ACCESS.NOT_FOUND */
  async list(
    ctx: Context,
    projectId: string,
    limit: number,
    after?: string,
  ): Promise<RectificationEntity[]> {
    const project = requireFound(await ctx.manager.findOneBy(ProjectEntity, { id: projectId }));
    const { unitPath, roundId, partyId } = project;
    const assignedIds = await this.people.holdersOf(ctx, 'evaluator', projectId);
    ctx.require('rectification.list', { unitPath, roundId, partyIds: [partyId], assignedIds });
    const query = ctx.manager
      .createQueryBuilder(RectificationEntity, 'r')
      .where('r.projectId = :projectId', { projectId })
      .orderBy('r.id')
      .limit(limit);
    if (after !== undefined) query.andWhere('r.id > :after', { after });
    return query.getMany();
  }

  /** The answers to some orders, by order. */
  async answers(
    ctx: Context,
    rectificationIds: readonly string[],
  ): Promise<Map<string, RectificationAnswerEntity[]>> {
    const rows = await ctx.manager.find(RectificationAnswerEntity, {
      where: { rectificationId: In([...rectificationIds]) },
      order: { id: 'ASC' },
    });
    return Map.groupBy(rows, ({ rectificationId }) => rectificationId);
  }
}
