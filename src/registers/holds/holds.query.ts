import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { HoldEntity } from './hold.entity';
import type { HoldState } from './hold.transitions';

/** Reads for the pages of holds. */
@Injectable()
export class HoldsQuery {
  /** The holds within reach after one, by id. */
  async list(
    ctx: Context,
    state: HoldState | undefined,
    limit: number,
    after?: string,
  ): Promise<HoldEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(HoldEntity, 'hold')
      .orderBy('hold.id')
      .limit(limit);
    withinReach(query, ctx.reach('hold.list'), { unitPath: 'hold.unit_path' });
    if (state !== undefined) query.andWhere('hold.state = :state', { state });
    if (after !== undefined) query.andWhere('hold.id > :after', { after });
    return query.getMany();
  }
}
