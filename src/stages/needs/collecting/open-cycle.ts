import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import { Processes } from '../../../registers/processes';
import type { Unit } from '../../../registers/units';
import { CycleEntity } from '../cycle.entity';
import { CycleRepository } from '../cycle.repository';
import { cycleTransitions } from '../cycle.transitions';
import { ScreeningRulesQuery } from '../screening/screening-rules.query';

/** Finds the street's collecting cycle, or opens one with the rules in force. */
@Injectable()
export class OpenCycle {
  constructor(
    private readonly cycles: CycleRepository,
    private readonly rules: ScreeningRulesQuery,
    private readonly processes: Processes,
  ) {}

  /** @throws NEEDS.RULES_MISSING */
  async forStreet(ctx: Context, street: Unit): Promise<CycleEntity> {
    await this.cycles.lockStreet(ctx, street.id);
    const collecting = await this.cycles.lockCollecting(ctx, street.id);
    if (collecting !== null) return collecting;
    const cycle = Object.assign(new CycleEntity(), {
      id: newId(),
      streetId: street.id,
      unitPath: street.path,
      rules: await this.rules.inForce(ctx),
      state: cycleTransitions.initial,
      openedAt: await ctx.now(),
      reportedAt: null,
      reportedBy: null,
      version: 1,
    });
    await this.cycles.insert(ctx, cycle);
    await this.processes.begin(ctx, { kind: 'needScreening', id: cycle.id });
    await ctx.record({
      name: 'needs.cycle-opened',
      aggregate: { kind: 'cycle', id: cycle.id, version: 1 },
      move: null,
      body: { streetId: street.id, rules: cycle.rules.code },
      audience: { unitPaths: [street.path] },
      nudges: [{ kind: 'needScreening', id: cycle.id }],
    });
    return cycle;
  }
}
