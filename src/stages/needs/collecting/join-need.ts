import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import type { NeedEntity } from '../need.entity';
import { NeedRepository } from '../need.repository';
import { needTransitions } from '../need.transitions';
import { ScreeningRepository } from '../screening/screening.repository';
import { refuseNeeds } from './need.refusals';

/** A resident joins a need of their unit: it counts one more, and they are told what becomes of it. */
@Injectable()
export class JoinNeed {
  constructor(
    private readonly needs: NeedRepository,
    private readonly screening: ScreeningRepository,
  ) {}

  /** @throws ACCESS.NOT_FOUND, NEEDS.DECIDED, NEEDS.JOINED_ALREADY, NEEDS.EXPERT_JOINS */
  async execute(ctx: Context, needId: string): Promise<NeedEntity> {
    const need = await this.needs.lock(ctx, needId);
    if (need === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('need.join', { unitPath: need.unitPath });
    const { personId } = ctx;
    await this.refuseUnfit(ctx, need, personId);
    const joinedAt = await ctx.now();
    await this.needs.insertJoiner(ctx, { id: newId(), needId: need.id, personId, joinedAt });
    need.joinedBy = await this.needs.countJoined(ctx, need.id);
    need.version += 1;
    await this.needs.update(ctx, need);
    await ctx.record({
      name: 'needs.need-joined',
      aggregate: { kind: 'need', id: need.id, version: need.version },
      move: null,
      body: { cycleId: need.cycleId, joinedBy: need.joinedBy },
      audience: { unitPaths: [need.unitPath], personIds: [need.submittedBy, personId] },
    });
    return need;
  }

  private async refuseUnfit(ctx: Context, need: NeedEntity, personId: string): Promise<void> {
    const { state } = need;
    if (needTransitions.final.includes(state)) throw refuseNeeds('NEEDS.DECIDED', { state });
    if ((await this.needs.followers(ctx, need.id)).includes(personId)) {
      throw refuseNeeds('NEEDS.JOINED_ALREADY');
    }
    if ((await this.screening.expertsOf(ctx, need.cycleId)).includes(personId)) {
      throw refuseNeeds('NEEDS.EXPERT_JOINS');
    }
  }
}
