import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import { UnitEntity, type UnitKind } from './unit.entity';
import { UnitRepository } from './unit.repository';
import { refuseUnits } from './unit.refusals';
import { Units } from './units';

/** Under which kinds a kind may stand. */
const parentsOf: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  city: [],
  district: ['city'],
  bureau: ['city', 'district'],
  street: ['city', 'district'],
  centre: ['city', 'district', 'street'],
  community: ['street'],
  station: ['community'],
  grid: ['community'],
};

/** What is told of a new unit. */
export interface NewUnit {
  readonly parentId: string;
  readonly kind: UnitKind;
  readonly code: string;
  readonly name: string;
}

/** Adds a unit to the tree. */
@Injectable()
export class CreateUnit {
  constructor(
    private readonly units: Units,
    private readonly repository: UnitRepository,
  ) {}

  /** @throws UNITS.UNKNOWN, UNITS.KIND_MISPLACED, UNITS.CODE_TAKEN */
  async execute(ctx: Context, wanted: NewUnit): Promise<UnitEntity> {
    ctx.require('unit.create', {});
    const parent = await this.units.get(ctx, wanted.parentId);
    if (!parentsOf[wanted.kind].includes(parent.kind)) {
      throw refuseUnits('UNITS.KIND_MISPLACED', { kind: wanted.kind, parentKind: parent.kind });
    }
    if (await this.repository.hasCode(ctx, wanted.code)) {
      throw refuseUnits('UNITS.CODE_TAKEN', { code: wanted.code });
    }
    const id = newId();
    const unit = Object.assign(new UnitEntity(), {
      ...wanted,
      id,
      path: `${parent.path}.${labelOf(id)}`,
      version: 1,
    });
    await this.repository.insert(ctx, unit);
    await ctx.record({
      name: 'units.unit-created',
      aggregate: { kind: 'unit', id, version: 1 },
      move: null,
      body: { parentId: unit.parentId, kind: unit.kind, code: unit.code },
      audience: { unitPaths: [unit.path] },
    });
    return unit;
  }
}

/** An id as a label of ltree, which takes no hyphens. */
function labelOf(id: string): string {
  return id.replaceAll('-', '');
}
