import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { FailureEntity } from './failure.entity';

/** The rows of failed evaluations for which payments wait. */
@Injectable()
export class FailureRepository {
  async insert(ctx: Context, failure: FailureEntity): Promise<void> {
    await ctx.manager.insert(FailureEntity, failure);
  }

  async update(ctx: Context, { id, ...values }: FailureEntity): Promise<void> {
    await ctx.manager.update(FailureEntity, { id }, values);
  }

  async find(ctx: Context, evaluationId: string): Promise<FailureEntity | null> {
    return ctx.manager.findOneBy(FailureEntity, { id: evaluationId });
  }

  async lock(ctx: Context, evaluationId: string): Promise<FailureEntity | null> {
    return ctx.manager.findOne(FailureEntity, {
      where: { id: evaluationId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async ofProject(ctx: Context, projectId: string): Promise<FailureEntity[]> {
    return ctx.manager.find(FailureEntity, { where: { projectId }, order: { id: 'ASC' } });
  }

  /** All of a project, locked, in the order of its evaluations. */
  async lockOfProject(ctx: Context, projectId: string): Promise<FailureEntity[]> {
    return ctx.manager.find(FailureEntity, {
      where: { projectId },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }
}
