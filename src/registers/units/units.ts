import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import type { UnitEntity } from './unit.entity';
import { UnitRepository } from './unit.repository';
import { refuseUnits } from './unit.refusals';

/** A unit as other modules see it. */
export type Unit = Readonly<
  Pick<UnitEntity, 'id' | 'kind' | 'code' | 'name' | 'path' | 'parentId'>
>;

/** The tree of units, for other modules. */
@Injectable()
export class Units {
  constructor(private readonly repository: UnitRepository) {}

  /** @throws UNITS.UNKNOWN */
  async get(ctx: Context, unitId: string): Promise<Unit> {
    const unit = await this.repository.find(ctx, unitId);
    if (unit === null) throw refuseUnits('UNITS.UNKNOWN', {});
    return unit;
  }

  /**
   * The unit itself or the nearest above it of a kind, such as the street of a community.
   * @throws UNITS.NONE_OF_KIND
   */
  async atOrAbove(ctx: Context, unit: Unit, kind: UnitEntity['kind']): Promise<Unit> {
    const labels = unit.path.split('.');
    const paths = labels.map((_, i) => labels.slice(0, i + 1).join('.'));
    const found = (await this.repository.byPaths(ctx, paths))
      .filter((candidate) => candidate.kind === kind)
      .sort((a, b) => b.path.length - a.path.length);
    if (found[0] === undefined) throw refuseUnits('UNITS.NONE_OF_KIND', { kind });
    return found[0];
  }

  /** The top unit, which is the tenant. */
  async top(ctx: Context): Promise<Unit> {
    return this.get(ctx, ctx.tenantId);
  }
}
