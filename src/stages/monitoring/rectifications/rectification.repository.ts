import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../../platform/database/context';
import { ReportEntity } from '../report.entity';
import { VisitEntity } from '../visit.entity';
import { RectificationAnswerEntity } from './rectification-answer.entity';
import { RectificationEntity, type RectificationCause } from './rectification.entity';

const locked = { lock: { mode: 'pessimistic_write' } } as const;

/** The rows of orders and of the answers to them. */
@Injectable()
export class RectificationRepository {
  async insert(ctx: Context, rectification: RectificationEntity): Promise<void> {
    await ctx.manager.insert(RectificationEntity, rectification);
  }

  async update(ctx: Context, { id, ...values }: RectificationEntity): Promise<void> {
    await ctx.manager.update(RectificationEntity, { id }, values);
  }

  async find(ctx: Context, id: string): Promise<RectificationEntity | null> {
    return ctx.manager.findOneBy(RectificationEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<RectificationEntity | null> {
    return ctx.manager.findOne(RectificationEntity, { where: { id }, ...locked });
  }

  /** Those of a project that are neither accepted nor waived, locked. */
  async lockOpen(ctx: Context, projectId: string): Promise<RectificationEntity[]> {
    return ctx.manager.find(RectificationEntity, {
      where: { projectId, state: In(['ordered', 'overdue', 'answered', 'refused']) },
      order: { id: 'ASC' },
      ...locked,
    });
  }

  /** Whether the project has this visit or report. */
  async hasCause(
    ctx: Context,
    projectId: string,
    { kind, id }: { readonly kind: RectificationCause; readonly id: string },
  ): Promise<boolean> {
    return ctx.manager.existsBy(kind === 'visit' ? VisitEntity : ReportEntity, { id, projectId });
  }

  async insertAnswer(ctx: Context, answer: RectificationAnswerEntity): Promise<void> {
    await ctx.manager.insert(RectificationAnswerEntity, answer);
  }
}
