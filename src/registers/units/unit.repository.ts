import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../platform/database/context';
import { UnitEntity } from './unit.entity';

/** The rows of the tree of units; a unit is added and renamed, never moved or removed. */
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
}
