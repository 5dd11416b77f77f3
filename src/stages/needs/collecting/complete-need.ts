import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Attachments, type NamedAttachment } from '../../../registers/attachments';
import { Inbox } from '../../../registers/inbox';
import { CycleRepository } from '../cycle.repository';
import type { NeedEntity } from '../need.entity';
import { NeedRepository } from '../need.repository';
import { needTransitions } from '../need.transitions';
import { CheckPeriod } from './check-period';
import type { NeedContent } from './need-content';
import { needWordings } from './need.wordings';

/** The submitter completes a need that came back; the street's time for checking it starts anew. */
@Injectable()
export class CompleteNeed {
  constructor(
    private readonly needs: NeedRepository,
    private readonly cycles: CycleRepository,
    private readonly checkPeriod: CheckPeriod,
    private readonly attachments: Attachments,
    private readonly inbox: Inbox,
  ) {}

  /** More may be attached; what is attached already stays. @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, and what Attachments.bind refuses */
  async execute(
    ctx: Context,
    needId: string,
    content: NeedContent,
    attachments: readonly NamedAttachment[],
  ): Promise<NeedEntity> {
    const need = await this.needs.lock(ctx, needId);
    if (need === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('need.complete', { personId: need.submittedBy });
    ctx.matches(need.version);
    need.state = needTransitions.next(need.state, 'complete');
    Object.assign(need, content);
    need.reason = null;
    need.version += 1;
    await this.needs.update(ctx, need);
    await this.attachments.bind(ctx, { kind: 'need', id: need.id }, attachments, [ctx.personId]);
    await this.inbox.done(ctx, needWordings.complete, need.id);
    const cycle = await this.cycles.find(ctx, need.cycleId);
    await this.checkPeriod.begin(ctx, need, cycle!, await ctx.now());
    await ctx.record({
      name: 'needs.need-completed',
      aggregate: { kind: 'need', id: need.id, version: need.version },
      move: 'complete',
      body: { cycleId: need.cycleId, headCount: need.headCount, askedBy: need.askedBy },
      audience: { unitPaths: [need.unitPath], personIds: [need.submittedBy] },
      nudges: [{ kind: 'needScreening', id: need.cycleId }],
    });
    return need;
  }
}
