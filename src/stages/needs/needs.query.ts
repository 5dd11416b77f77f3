import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { CycleEntity } from './cycle.entity';
import { NeedEntity } from './need.entity';
import type { NeedState } from './need.transitions';

/** What a list of needs may be narrowed to. */
export interface NeedFilter {
  readonly cycleId?: string;
  readonly state?: NeedState;
}

@Injectable()
export class NeedsQuery {
  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, id: string): Promise<NeedEntity> {
    const need = await ctx.manager.findOneBy(NeedEntity, { id });
    if (need === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('need.read', { unitPath: need.unitPath, personId: need.submittedBy });
    return need;
  }

  async list(
    ctx: Context,
    filter: NeedFilter,
    limit: number,
    after?: string,
  ): Promise<NeedEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(NeedEntity, 'need')
      .orderBy('need.id')
      .limit(limit);
    withinReach(query, ctx.reach('need.list'), {
      unitPath: 'need.unit_path',
      personId: 'need.submitted_by',
    });
    if (filter.cycleId) query.andWhere('need.cycleId = :cycleId', { cycleId: filter.cycleId });
    if (filter.state) query.andWhere('need.state = :state', { state: filter.state });
    if (after !== undefined) query.andWhere('need.id > :after', { after });
    return query.getMany();
  }

  async cycles(ctx: Context, limit: number, after?: string): Promise<CycleEntity[]> {
    const query = ctx.manager.createQueryBuilder(CycleEntity, 'c').orderBy('c.id').limit(limit);
    withinReach(query, ctx.reach('cycle.list'), { unitPath: 'c.unit_path' });
    if (after !== undefined) query.andWhere('c.id > :after', { after });
    return query.getMany();
  }
}
