import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../platform/database/context';
import { UnitEntity } from './unit.entity';

@Injectable()
export class UnitRepository {
  async insert(ctx: Context, unit: UnitEntity): Promise<void> {
    await ctx.manager.insert(UnitEntity, unit);
  }

  async find(ctx: Context, id: string): Promise<UnitEntity | null> {
    return ctx.manager.findOneBy(UnitEntity, { id });
  }

  async hasCode(ctx: Context, code: string): Promise<boolean> {
    return ctx.manager.existsBy(UnitEntity, { code });
  }

  /** Units by their paths, in no order. */
  async byPaths(ctx: Context, paths: readonly string[]): Promise<UnitEntity[]> {
    return ctx.manager.findBy(UnitEntity, { path: In([...paths]) });
  }

  /** All units after one, by id. */
  async list(ctx: Context, limit: number, after?: string): Promise<UnitEntity[]> {
    const query = ctx.manager.createQueryBuilder(UnitEntity, 'unit').orderBy('unit.id').limit(limit);
    if (after !== undefined) query.where('unit.id > :after', { after });
    return query.getMany();
  }
}
