import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Processes } from '../../../registers/processes';
import type { CycleEntity } from '../cycle.entity';
import { CycleRepository } from '../cycle.repository';
import { cycleTransitions } from '../cycle.transitions';
import { NeedRepository } from '../need.repository';
import { TellFollowers } from '../tell-followers';
import { ScreeningRepository } from './screening.repository';
import { screeningWordings } from './screening.wordings';

/** Tells everyone behind a screened need why it came out as it did and where it goes next, and closes the cycle. */
@Injectable()
export class GiveFeedback {
  constructor(
    private readonly cycles: CycleRepository,
    private readonly needs: NeedRepository,
    private readonly screening: ScreeningRepository,
    private readonly tellFollowers: TellFollowers,
    private readonly processes: Processes,
  ) {}

  /** @returns whether everyone has their feedback, now or since before */
  async execute(ctx: Context, cycleId: string): Promise<boolean> {
    const cycle = await this.cycles.lock(ctx, cycleId);
    if (cycle === null) return false;
    if (!cycleTransitions.can(cycle.state, 'close')) return cycle.state === 'closed';
    await this.tellAll(ctx, cycle);
    cycle.state = cycleTransitions.next(cycle.state, 'close');
    cycle.version += 1;
    await this.cycles.update(ctx, cycle);
    await this.processes.end(ctx, { kind: 'needScreening', id: cycle.id });
    await ctx.record({
      name: 'needs.cycle-closed',
      aggregate: { kind: 'cycle', id: cycle.id, version: cycle.version },
      move: 'close',
      body: { streetId: cycle.streetId },
      audience: { unitPaths: [cycle.unitPath] },
    });
    return true;
  }

  private async tellAll(ctx: Context, cycle: CycleEntity): Promise<void> {
    const { selectFrom, keepFrom } = cycle.rules;
    const results = await this.screening.resultsOf(ctx, cycle.id);
    const needs = await this.needs.lockMany(
      ctx,
      results.map(({ needId }) => needId),
    );
    for (const { needId, outcome, shownScore: score } of results) {
      const need = needs.find(({ id }) => id === needId)!;
      const facts = { score, selectFrom, keepFrom };
      await this.tellFollowers.execute(ctx, need, screeningWordings[outcome], facts);
    }
  }
}
