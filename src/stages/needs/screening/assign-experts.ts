import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Units } from '../../../registers/units';
import type { CycleEntity } from '../cycle.entity';
import { CycleRepository } from '../cycle.repository';
import { cycleTransitions } from '../cycle.transitions';
import { NeedRepository } from '../need.repository';
import { ScreeningPeriod } from './screening-period';
import { refuseScreening } from './screening.refusals';
import { ScreeningRepository, type OpenSheets } from './screening.repository';
import { requirePanelSize } from './screening.rules';
import { screeningWordings } from './screening.wordings';

/** Names the experts who screen a street's reported list; named again, they replace those who have not finished. */
@Injectable()
export class AssignExperts {
  constructor(
    private readonly cycles: CycleRepository,
    private readonly needs: NeedRepository,
    private readonly screening: ScreeningRepository,
    private readonly people: People,
    private readonly units: Units,
    private readonly period: ScreeningPeriod,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @param personIds everyone who is to screen, those who go on included
   * @param reason asked for when somebody is replaced
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, SCREENING.PANEL_SIZE, SCREENING.NOT_AN_EXPERT, SCREENING.EXPERT_INVOLVED,
   * SCREENING.EXPERT_DONE, SCREENING.REASON_REQUIRED, PEOPLE.DUTIES_CONFLICT
   */
  async execute(
    ctx: Context,
    cycleId: string,
    personIds: readonly string[],
    reason: string | null,
  ): Promise<CycleEntity> {
    const cycle = await this.cycles.lock(ctx, cycleId);
    if (cycle === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('screening.assign', { unitPath: cycle.unitPath });
    ctx.matches(cycle.version);
    // Experts are named while the list waits to be screened: the same states from which that is possible.
    cycleTransitions.next(cycle.state, 'screen');
    requirePanelSize(personIds.length);
    const before = await this.screening.openSheets(ctx, cycle.id);
    const released = before.filter(({ personId }) => !personIds.includes(personId));
    const added = personIds.filter((id) => before.every(({ personId }) => personId !== id));
    refuseRelease(released, reason);
    await this.refuseUnfit(ctx, cycle, added);
    await this.people.noteDuty(ctx, ctx.personId, cycle.id, 'organizer');
    await this.release(ctx, cycle, released, reason);
    await this.add(ctx, cycle, added);
    await this.settle(ctx, cycle, added.length > 0);
    cycle.version += 1;
    await this.cycles.update(ctx, cycle);
    await ctx.record({
      name: 'needs.experts-named',
      aggregate: { kind: 'cycle', id: cycle.id, version: cycle.version },
      move: null,
      body: { personIds: [...personIds] },
      audience: { unitPaths: [cycle.unitPath], personIds: [...personIds] },
      nudges: [{ kind: 'needScreening', id: cycle.id }],
    });
    return cycle;
  }

  private async refuseUnfit(
    ctx: Context,
    cycle: CycleEntity,
    personIds: readonly string[],
  ): Promise<void> {
    const pool = await this.people.holdersAtUnit(ctx, 'expert', cycle.unitPath);
    if (!personIds.every((id) => pool.includes(id))) {
      throw refuseScreening('SCREENING.NOT_AN_EXPERT', {}, '/personIds');
    }
    for (const need of await this.needs.lockOfCycle(ctx, cycle.id)) {
      if (need.state !== 'listed') continue;
      const followers = await this.needs.followers(ctx, need.id);
      if (followers.some((id) => personIds.includes(id))) {
        throw refuseScreening('SCREENING.EXPERT_INVOLVED', {}, '/personIds');
      }
    }
  }

  private async release(
    ctx: Context,
    cycle: CycleEntity,
    released: readonly OpenSheets[],
    reason: string | null,
  ): Promise<void> {
    if (released.length === 0) return;
    const releasedAt = await ctx.now();
    for (const { personId } of released) {
      await this.screening.releaseExpert(ctx, cycle.id, personId, { releasedAt, reason });
      await this.inbox.withdraw(ctx, screeningWordings.score, cycle.id, personId);
    }
    const { name: street } = await this.units.get(ctx, cycle.streetId);
    const personIds = released.map(({ personId }) => personId);
    const facts = { street, reason: reason ?? '' };
    const subject = { kind: 'cycle', id: cycle.id };
    await this.inbox.write(ctx, personIds, screeningWordings.released, subject, facts);
  }

  private async add(ctx: Context, cycle: CycleEntity, added: readonly string[]): Promise<void> {
    const assignedAt = await ctx.now();
    for (const personId of added) {
      await this.people.noteDuty(ctx, personId, cycle.id, 'expert');
      const expert = { id: newId(), cycleId: cycle.id, personId, assignedAt };
      await this.screening.insertExpert(ctx, { ...expert, releasedAt: null, reason: null });
    }
  }

  /** New experts have their time from now; when nobody owes a sheet any more, the last one was in already. */
  private async settle(ctx: Context, cycle: CycleEntity, hasNew: boolean): Promise<void> {
    await this.inbox.done(ctx, screeningWordings.nameExperts, cycle.id);
    const open = await this.screening.openSheets(ctx, cycle.id);
    if (open.every(({ count }) => count === 0)) await this.period.end(ctx, cycle.id);
    else if (hasNew) await this.period.begin(ctx, cycle);
  }
}

function refuseRelease(released: readonly OpenSheets[], reason: string | null): void {
  if (released.some(({ count }) => count === 0)) {
    throw refuseScreening('SCREENING.EXPERT_DONE', {}, '/personIds');
  }
  if (released.length > 0 && reason === null) {
    throw refuseScreening('SCREENING.REASON_REQUIRED', {}, '/reason');
  }
}
