import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../platform/database/context';
import { NeedJoinerEntity } from './need-joiner.entity';
import { NeedEntity } from './need.entity';

/** A need and whatever was merged into it, directly or by way of another. */
const TREE = `
  WITH RECURSIVE tree AS (
    SELECT id, submitted_by, asked_by FROM needs WHERE id = $1
    UNION ALL
    SELECT n.id, n.submitted_by, n.asked_by FROM needs n JOIN tree t ON n.merged_into = t.id)`;

/** The rows of needs and of who joined them. */
@Injectable()
export class NeedRepository {
  async insert(ctx: Context, need: NeedEntity): Promise<void> {
    await ctx.manager.insert(NeedEntity, need);
  }

  async update(ctx: Context, { id, ...values }: NeedEntity): Promise<void> {
    await ctx.manager.update(NeedEntity, { id }, values);
  }

  async find(ctx: Context, id: string): Promise<NeedEntity | null> {
    return ctx.manager.findOneBy(NeedEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<NeedEntity | null> {
    return ctx.manager.findOne(NeedEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Several needs, locked in the order of their ids, so that two who lock the same ones never wait for each other. */
  async lockMany(ctx: Context, ids: readonly string[]): Promise<NeedEntity[]> {
    return ctx.manager.find(NeedEntity, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The needs of a cycle, locked; lock the cycle first. */
  async lockOfCycle(ctx: Context, cycleId: string): Promise<NeedEntity[]> {
    return ctx.manager.find(NeedEntity, {
      where: { cycleId },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async insertJoiner(ctx: Context, joiner: NeedJoinerEntity): Promise<void> {
    await ctx.manager.insert(NeedJoinerEntity, joiner);
  }

  /** Everyone who submitted or joined a need or one that was merged into it, each once. */
  async followers(ctx: Context, needId: string): Promise<string[]> {
    const rows: { person_id: string }[] = await ctx.manager.query(
      `${TREE} SELECT submitted_by AS person_id FROM tree
       UNION SELECT j.person_id FROM need_joiners j JOIN tree t ON j.need_id = t.id ORDER BY 1`,
      [needId],
    );
    return rows.map((row) => row.person_id);
  }

  /** How many came to a need beyond those its own submitter speaks for; a person who joined it twice by a merger counts once. */
  async countJoined(ctx: Context, needId: string): Promise<number> {
    const rows: { n: number }[] = await ctx.manager.query(
      `${TREE} SELECT least(
         (SELECT coalesce(sum(asked_by), 0) FROM tree WHERE id <> $1)
         + (SELECT count(DISTINCT j.person_id) FROM need_joiners j JOIN tree t ON j.need_id = t.id),
         2000000000)::int AS n`,
      [needId],
    );
    return rows[0]!.n;
  }
}
