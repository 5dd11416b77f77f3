import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { ExpertEntity } from './expert.entity';
import { ExpertLeaveEntity } from './expert-leave.entity';
import { ExpertTieEntity } from './expert-tie.entity';

/** Reads for the pages of experts. */
@Injectable()
export class ExpertsQuery {
  /** The experts within reach after one, by id. */
  async list(ctx: Context, limit: number, after?: string): Promise<ExpertEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(ExpertEntity, 'expert')
      .orderBy('expert.id')
      .limit(limit);
    withinReach(query, ctx.reach('expert.list'), {
      unitPath: 'expert.unit_path',
      personId: 'expert.person_id',
    });
    if (after !== undefined) query.andWhere('expert.id > :after', { after });
    return query.getMany();
  }

  async ties(ctx: Context, expertIds: readonly string[]): Promise<ExpertTieEntity[]> {
    return ctx.manager
      .createQueryBuilder(ExpertTieEntity, 'tie')
      .where('tie.expertId = ANY(:expertIds::uuid[])', { expertIds })
      .orderBy('tie.id')
      .getMany();
  }

  async leaves(ctx: Context, expertIds: readonly string[]): Promise<ExpertLeaveEntity[]> {
    return ctx.manager
      .createQueryBuilder(ExpertLeaveEntity, 'away')
      .where('away.expertId = ANY(:expertIds::uuid[])', { expertIds })
      .orderBy('away.id')
      .getMany();
  }
}
