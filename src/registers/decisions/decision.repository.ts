import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { insertUnlessThere } from '../../platform/database/insert-unless-there';
import { DecisionAnswerEntity } from './decision-answer.entity';
import { DecisionEntity } from './decision.entity';

/** The rows of decisions and of their answers. */
@Injectable()
export class DecisionRepository {
  /** @returns whether it was not asked before */
  async insert(ctx: Context, decision: DecisionEntity): Promise<boolean> {
    return insertUnlessThere(ctx.manager, DecisionEntity, decision);
  }

  async update(ctx: Context, { id, state, version }: DecisionEntity): Promise<void> {
    await ctx.manager.update(DecisionEntity, { id }, { state, version });
  }

  async lock(ctx: Context, id: string): Promise<DecisionEntity | null> {
    return ctx.manager.findOne(DecisionEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Those about some things that wait for steps or were answered for them, locked, by id. */
  async lockAbout(
    ctx: Context,
    subjectIds: readonly string[],
    steps: readonly string[],
  ): Promise<DecisionEntity[]> {
    return ctx.manager
      .createQueryBuilder(DecisionEntity, 'decision')
      .where(`decision.subjectId = ANY(:subjectIds::uuid[]) AND decision.step = ANY(:steps)`, {
        subjectIds,
        steps,
      })
      .andWhere(`decision.state <> 'withdrawn'`)
      .orderBy('decision.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** What has been asked about some things, whatever became of it. */
  async askedAbout(ctx: Context, subjectIds: readonly string[]): Promise<DecisionEntity[]> {
    return ctx.manager
      .createQueryBuilder(DecisionEntity, 'decision')
      .where('decision.subjectId = ANY(:subjectIds::uuid[])', { subjectIds })
      .getMany();
  }

  /** What has been answered and used about some things. */
  async usedAbout(ctx: Context, subjectIds: readonly string[]): Promise<DecisionEntity[]> {
    return ctx.manager
      .createQueryBuilder(DecisionEntity, 'decision')
      .where(`decision.subjectId = ANY(:subjectIds::uuid[]) AND decision.state = 'used'`, {
        subjectIds,
      })
      .getMany();
  }

  async insertAnswer(ctx: Context, answer: DecisionAnswerEntity): Promise<void> {
    await ctx.manager.insert(DecisionAnswerEntity, answer);
  }

  /** The last answer of each. */
  async lastAnswers(
    ctx: Context,
    decisionIds: readonly string[],
  ): Promise<Map<string, DecisionAnswerEntity>> {
    const answers = await ctx.manager
      .createQueryBuilder(DecisionAnswerEntity, 'answer')
      .distinctOn(['answer.decisionId'])
      .where('answer.decisionId = ANY(:decisionIds::uuid[])', { decisionIds })
      .orderBy('answer.decisionId')
      .addOrderBy('answer.no', 'DESC')
      .getMany();
    return new Map(answers.map((answer) => [answer.decisionId, answer]));
  }
}
