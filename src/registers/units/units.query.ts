import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { UnitEntity } from './unit.entity';

/** Reads for the pages of units. */
@Injectable()
export class UnitsQuery {
  /** All units after one, by id. */
  async list(ctx: Context, limit: number, after?: string): Promise<UnitEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(UnitEntity, 'unit')
      .orderBy('unit.id')
      .limit(limit);
    if (after !== undefined) query.where('unit.id > :after', { after });
    return query.getMany();
  }
}
