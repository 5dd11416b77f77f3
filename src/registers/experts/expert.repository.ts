import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { ExpertEntity } from './expert.entity';
import { ExpertLeaveEntity } from './expert-leave.entity';
import { ExpertTieEntity } from './expert-tie.entity';

/** The rows of the pool of experts, with ties and leaves. */
@Injectable()
export class ExpertRepository {
  async insert(ctx: Context, expert: ExpertEntity): Promise<void> {
    await ctx.manager.insert(ExpertEntity, expert);
  }

  async update(ctx: Context, { id, ...values }: ExpertEntity): Promise<void> {
    await ctx.manager.update(ExpertEntity, { id }, values);
  }

  async find(ctx: Context, id: string): Promise<ExpertEntity | null> {
    return ctx.manager.findOneBy(ExpertEntity, { id });
  }

  async lock(ctx: Context, id: string): Promise<ExpertEntity | null> {
    return ctx.manager.findOne(ExpertEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The experts who are not away on a day, by id. */
  async notAway(ctx: Context, on: Day): Promise<ExpertEntity[]> {
    return ctx.manager
      .createQueryBuilder(ExpertEntity, 'expert')
      .where(
        `NOT EXISTS (SELECT FROM expert_leaves away
           WHERE away.expert_id = expert.id AND :on::date BETWEEN away.from_day AND away.until_day)`,
        { on },
      )
      .orderBy('expert.id')
      .getMany();
  }

  async byPersons(ctx: Context, personIds: readonly string[]): Promise<ExpertEntity[]> {
    return ctx.manager
      .createQueryBuilder(ExpertEntity, 'expert')
      .where('expert.personId = ANY(:personIds::uuid[])', { personIds })
      .getMany();
  }

  async insertTie(ctx: Context, tie: ExpertTieEntity): Promise<void> {
    await ctx.manager.insert(ExpertTieEntity, tie);
  }

  async insertLeave(ctx: Context, leave: ExpertLeaveEntity): Promise<void> {
    await ctx.manager.insert(ExpertLeaveEntity, leave);
  }

  /** The ties between some experts and some parties that lasted on a day or later. */
  async tiesSince(
    ctx: Context,
    expertIds: readonly string[],
    partyIds: readonly string[],
    since: Day,
  ): Promise<ExpertTieEntity[]> {
    return ctx.manager
      .createQueryBuilder(ExpertTieEntity, 'tie')
      .where('tie.expertId = ANY(:expertIds::uuid[])', { expertIds })
      .andWhere('tie.partyId = ANY(:partyIds::uuid[])', { partyIds })
      .andWhere('(tie.untilDay IS NULL OR tie.untilDay >= :since::date)', { since })
      .orderBy('tie.id')
      .getMany();
  }
}
