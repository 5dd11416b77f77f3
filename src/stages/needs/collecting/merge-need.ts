import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { People } from '../../../registers/people';
import type { NeedEntity } from '../need.entity';
import { NeedRepository } from '../need.repository';
import { needTransitions } from '../need.transitions';
import { TellFollowers } from '../tell-followers';
import { CheckPeriod } from './check-period';
import { refuseNeeds } from './need.refusals';
import { needWordings } from './need.wordings';

const OPEN = ['submitted', 'returned', 'forwarded'];

/** The street merges a need into another that asks for the same; whoever asked for it stays with it and gets the answer. */
@Injectable()
export class MergeNeed {
  constructor(
    private readonly needs: NeedRepository,
    private readonly people: People,
    private readonly checkPeriod: CheckPeriod,
    private readonly tellFollowers: TellFollowers,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, NEEDS.MERGE_TARGET */
  async execute(
    ctx: Context,
    needId: string,
    intoNeedId: string,
    reason: string,
  ): Promise<NeedEntity> {
    const locked = await this.needs.lockMany(ctx, [needId, intoNeedId]);
    const need = locked.find(({ id }) => id === needId);
    if (need === undefined) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('need.merge', { unitPath: need.unitPath });
    ctx.matches(need.version);
    need.state = needTransitions.next(need.state, 'merge');
    const into = locked.find(({ id }) => id === intoNeedId);
    if (into === undefined || !takes(into, need)) {
      throw refuseNeeds('NEEDS.MERGE_TARGET', {}, '/intoNeedId');
    }
    need.mergedInto = into.id;
    need.reason = reason;
    await this.people.noteDuty(ctx, ctx.personId, need.cycleId, 'organizer');
    await this.save(ctx, need, 'needs.need-merged', 'merge', { into: into.id });
    into.joinedBy = await this.needs.countJoined(ctx, into.id);
    await this.save(ctx, into, 'needs.need-took-another', null, { merged: need.id });
    await this.checkPeriod.end(ctx, need);
    await this.tellFollowers.execute(ctx, need, needWordings.merged, { into: into.title, reason });
    return need;
  }

  private async save(
    ctx: Context,
    need: NeedEntity,
    name: string,
    move: string | null,
    body: Readonly<Record<string, string>>,
  ): Promise<void> {
    need.version += 1;
    await this.needs.update(ctx, need);
    await ctx.record({
      name,
      aggregate: { kind: 'need', id: need.id, version: need.version },
      move,
      body: { cycleId: need.cycleId, ...body },
      audience: { unitPaths: [need.unitPath], personIds: [need.submittedBy] },
      nudges: [{ kind: 'needScreening', id: need.cycleId }],
    });
  }
}

function takes(into: NeedEntity, need: NeedEntity): boolean {
  return into.id !== need.id && into.cycleId === need.cycleId && OPEN.includes(into.state);
}
