import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { ClockEntity } from './clock.entity';

/** What a list of clocks may be narrowed to. */
export interface ClockFilter {
  readonly subjectId?: string;
  readonly state?: ClockEntity['state'];
}

/** Reads for the list of legal periods, by id. */
@Injectable()
export class ClocksQuery {
  async list(
    ctx: Context,
    filter: ClockFilter,
    limit: number,
    after?: string,
  ): Promise<ClockEntity[]> {
    const query = ctx.manager.createQueryBuilder(ClockEntity, 'c').orderBy('c.id').limit(limit);
    if (filter.subjectId) query.andWhere('c.subjectId = :subjectId', { ...filter });
    if (filter.state) query.andWhere('c.state = :state', { ...filter });
    if (after !== undefined) query.andWhere('c.id > :after', { after });
    return query.getMany();
  }
}
