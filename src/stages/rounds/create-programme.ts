import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import { Units } from '../../registers/units';
import type { ProgrammeEntity, Stream } from './programme.entity';
import { refuseRounds } from './round.refusals';
import { RoundRepository } from './round.repository';

/** What is told of a new programme. */
export interface NewProgramme {
  readonly unitId: string;
  readonly year: number;
  readonly stream: Stream;
  readonly name: string;
}

/** Sets up a programme 项目计划 of a unit for a year. */
@Injectable()
export class CreateProgramme {
  constructor(
    private readonly units: Units,
    private readonly repository: RoundRepository,
  ) {}

  /** @throws UNITS.UNKNOWN, ACCESS.NOT_FOUND, ROUNDS.PROGRAMME_TAKEN */
  async execute(ctx: Context, wanted: NewProgramme): Promise<ProgrammeEntity> {
    const unit = await this.units.get(ctx, wanted.unitId);
    ctx.require('programme.create', { unitPath: unit.path });
    const programme: ProgrammeEntity = {
      ...wanted,
      id: newId(),
      unitPath: unit.path,
      createdBy: ctx.personId,
      createdAt: await ctx.now(),
      version: 1,
    };
    if (!(await this.repository.insertProgramme(ctx, programme))) {
      throw refuseRounds('ROUNDS.PROGRAMME_TAKEN', { year: wanted.year }, '/name');
    }
    await ctx.record({
      name: 'rounds.programme-created',
      aggregate: { kind: 'programme', id: programme.id, version: 1 },
      move: null,
      body: { unitId: unit.id, year: wanted.year, stream: wanted.stream },
      audience: { unitPaths: [unit.path] },
    });
    return programme;
  }
}
