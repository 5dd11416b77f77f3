import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Units } from '../../../registers/units';
import type { CycleEntity } from '../cycle.entity';
import { CycleRepository } from '../cycle.repository';
import { cycleTransitions } from '../cycle.transitions';
import type { NeedEntity } from '../need.entity';
import { NeedRepository } from '../need.repository';
import { needTransitions } from '../need.transitions';
import { screeningWordings } from '../screening/screening.wordings';
import { refuseNeeds } from './need.refusals';

/** The street reports its service-needs list 服务需求清单 to the district, in one act. */
@Injectable()
export class ReportNeeds {
  constructor(
    private readonly cycles: CycleRepository,
    private readonly needs: NeedRepository,
    private readonly people: People,
    private readonly units: Units,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, NEEDS.UNCHECKED_LEFT, NEEDS.LIST_EMPTY */
  async execute(ctx: Context, cycleId: string): Promise<CycleEntity> {
    const cycle = await this.cycles.lock(ctx, cycleId);
    if (cycle === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('needList.report', { unitPath: cycle.unitPath });
    ctx.matches(cycle.version);
    cycle.state = cycleTransitions.next(cycle.state, 'report');
    const listed = toList(await this.needs.lockOfCycle(ctx, cycle.id));
    for (const need of listed) await this.list(ctx, need);
    cycle.reportedAt = await ctx.now();
    cycle.reportedBy = ctx.personId;
    cycle.version += 1;
    await this.cycles.update(ctx, cycle);
    await this.people.noteDuty(ctx, ctx.personId, cycle.id, 'organizer');
    await this.askForExperts(ctx, cycle, listed.length);
    await ctx.record({
      name: 'needs.list-reported',
      aggregate: { kind: 'cycle', id: cycle.id, version: cycle.version },
      move: 'report',
      body: { streetId: cycle.streetId, needs: listed.map(({ id }) => id) },
      audience: { unitPaths: [cycle.unitPath] },
      nudges: [{ kind: 'needScreening', id: cycle.id }],
    });
    return cycle;
  }

  private async list(ctx: Context, need: NeedEntity): Promise<void> {
    need.state = needTransitions.next(need.state, 'list');
    need.version += 1;
    await this.needs.update(ctx, need);
    await ctx.record({
      name: 'needs.need-listed',
      aggregate: { kind: 'need', id: need.id, version: need.version },
      move: 'list',
      body: { cycleId: need.cycleId },
      audience: { unitPaths: [need.unitPath], personIds: [need.submittedBy] },
    });
  }

  private async askForExperts(ctx: Context, cycle: CycleEntity, count: number): Promise<void> {
    const street = await this.units.get(ctx, cycle.streetId);
    await this.inbox.open(ctx, {
      kind: screeningWordings.nameExperts,
      subject: { kind: 'cycle', id: cycle.id },
      to: { duty: 'organizer', scope: { kind: 'unit', id: street.id } },
      facts: { street: street.name, count },
    });
  }
}

/** What of a cycle's needs goes on the list. */
function toList(needs: readonly NeedEntity[]): NeedEntity[] {
  const unchecked = needs.filter(({ state }) => state === 'submitted' || state === 'returned');
  if (unchecked.length > 0) throw refuseNeeds('NEEDS.UNCHECKED_LEFT', { count: unchecked.length });
  const forwarded = needs.filter(({ state }) => state === 'forwarded');
  if (forwarded.length === 0) throw refuseNeeds('NEEDS.LIST_EMPTY');
  return forwarded;
}
