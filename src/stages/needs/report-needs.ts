import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import type { CycleEntity } from './cycle.entity';
import { cycleTransitions } from './cycle.transitions';
import { refuseNeeds } from './need.refusals';
import { NeedRepository } from './need.repository';
import { needTransitions } from './need.transitions';

/** The street reports its service-needs list 服务需求清单 to the district, in one act. */
@Injectable()
export class ReportNeeds {
  constructor(private readonly repository: NeedRepository) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, NEEDS.UNCHECKED_LEFT, NEEDS.LIST_EMPTY */
  async execute(ctx: Context, cycleId: string): Promise<CycleEntity> {
    const cycle = await this.repository.lockCycle(ctx, cycleId);
    if (cycle === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('needList.report', { unitPath: cycle.unitPath });
    ctx.matches(cycle.version);
    cycle.state = cycleTransitions.next(cycle.state, 'report');
    const needs = await this.repository.ofCycle(ctx, cycle.id);
    const unchecked = needs.filter(({ state }) => state === 'submitted' || state === 'returned');
    if (unchecked.length > 0) {
      throw refuseNeeds('NEEDS.UNCHECKED_LEFT', { count: unchecked.length });
    }
    const forwarded = needs.filter(({ state }) => state === 'forwarded');
    if (forwarded.length === 0) throw refuseNeeds('NEEDS.LIST_EMPTY');
    for (const need of forwarded) {
      need.state = needTransitions.next(need.state, 'list');
      need.version += 1;
      await this.repository.update(ctx, need);
      await ctx.record({
        name: 'needs.need-listed',
        aggregate: { kind: 'need', id: need.id, version: need.version },
        move: 'list',
        body: { cycleId },
        audience: { unitPaths: [need.unitPath], personIds: [need.submittedBy] },
      });
    }
    cycle.reportedAt = await ctx.now();
    cycle.reportedBy = ctx.personId;
    cycle.version += 1;
    await this.repository.updateCycle(ctx, cycle);
    await ctx.record({
      name: 'needs.list-reported',
      aggregate: { kind: 'cycle', id: cycle.id, version: cycle.version },
      move: 'report',
      body: { streetId: cycle.streetId, needs: forwarded.map(({ id }) => id) },
      audience: { unitPaths: [cycle.unitPath] },
      nudges: [{ kind: 'needScreening', id: cycle.id }],
    });
    return cycle;
  }
}
