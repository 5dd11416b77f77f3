import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { QuestionEntity } from './question.entity';

/** The rows of questions. */
@Injectable()
export class QuestionRepository {
  async insert(ctx: Context, question: QuestionEntity): Promise<void> {
    await ctx.manager.insert(QuestionEntity, question);
  }

  async lock(ctx: Context, id: string): Promise<QuestionEntity | null> {
    return ctx.manager.findOne(QuestionEntity, { where: { id }, ...locked });
  }

  /** Those of a round that are neither answered nor refused, locked. */
  async lockAsked(ctx: Context, roundId: string): Promise<QuestionEntity[]> {
    return ctx.manager.find(QuestionEntity, {
      where: { roundId, state: 'asked' },
      order: { id: 'ASC' },
      ...locked,
    });
  }

  async update(ctx: Context, { id, ...values }: QuestionEntity): Promise<void> {
    await ctx.manager.update(QuestionEntity, { id }, values);
  }
}

const locked = { lock: { mode: 'pessimistic_write' } } as const;
