import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { EvaluationEntity } from './evaluation.entity';

/** The rows of evaluations. */
@Injectable()
export class EvaluationRepository {
  async insert(ctx: Context, evaluation: EvaluationEntity): Promise<void> {
    await ctx.manager.insert(EvaluationEntity, evaluation);
  }

  async update(ctx: Context, { id, ...values }: EvaluationEntity): Promise<void> {
    await ctx.manager.update(EvaluationEntity, { id }, values);
  }

  async lock(ctx: Context, id: string): Promise<EvaluationEntity | null> {
    return ctx.manager.findOne(EvaluationEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The evaluation, held in its state: many may hold it at once, and none of them moves it. */
  async hold(ctx: Context, id: string): Promise<EvaluationEntity | null> {
    return ctx.manager.findOne(EvaluationEntity, {
      where: { id },
      lock: { mode: 'pessimistic_read' },
    });
  }

  /** All evaluations of a project, locked, in the order of the rule set. */
  async lockOfProject(ctx: Context, projectId: string): Promise<EvaluationEntity[]> {
    return ctx.manager.find(EvaluationEntity, {
      where: { projectId },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async ofProject(ctx: Context, projectId: string): Promise<EvaluationEntity[]> {
    return ctx.manager.find(EvaluationEntity, { where: { projectId }, order: { id: 'ASC' } });
  }
}
