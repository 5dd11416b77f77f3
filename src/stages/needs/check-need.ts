import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Clocks } from '../../registers/clocks';
import { Inbox } from '../../registers/inbox';
import type { NeedEntity } from './need.entity';
import { refuseNeeds } from './need.refusals';
import { NeedRepository } from './need.repository';
import { needTransitions } from './need.transitions';
import { needWordings } from './need.wordings';

/** What the street may find: pass it on, ask for more, or turn it down. */
export type CheckVerdict = 'forward' | 'return' | 'reject';

const factOf: Readonly<Record<CheckVerdict, string>> = {
  forward: 'needs.need-forwarded',
  return: 'needs.need-returned',
  reject: 'needs.need-rejected',
};

/** The street's check of a need. */
@Injectable()
export class CheckNeed {
  constructor(
    private readonly repository: NeedRepository,
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, NEEDS.REASON_REQUIRED */
  async execute(
    ctx: Context,
    needId: string,
    verdict: CheckVerdict,
    reason: string | null,
  ): Promise<NeedEntity> {
    const need = await this.repository.lock(ctx, needId);
    if (need === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('need.check', { unitPath: need.unitPath });
    ctx.matches(need.version);
    need.state = needTransitions.next(need.state, verdict);
    if (verdict !== 'forward' && reason === null) {
      throw refuseNeeds('NEEDS.REASON_REQUIRED', {}, '/reason');
    }
    need.reason = reason;
    need.version += 1;
    await this.repository.update(ctx, need);
    await this.settle(ctx, need, verdict);
    await ctx.record({
      name: factOf[verdict],
      aggregate: { kind: 'need', id: need.id, version: need.version },
      move: verdict,
      body: { cycleId: need.cycleId },
      audience: { unitPaths: [need.unitPath], personIds: [need.submittedBy] },
      nudges: [{ kind: 'needScreening', id: need.cycleId }],
    });
    return need;
  }

  private async settle(ctx: Context, need: NeedEntity, verdict: CheckVerdict): Promise<void> {
    await this.clocks.meet(ctx, 'need.check', need.id);
    await this.clocks.cancel(ctx, 'need.checkReminder', need.id);
    await this.inbox.done(ctx, needWordings.check, need.id);
    await this.inbox.done(ctx, needWordings.checkOverdue, need.id);
    if (verdict !== 'return') return;
    await this.inbox.open(ctx, {
      kind: needWordings.complete,
      subject: { kind: 'need', id: need.id },
      to: { personId: need.submittedBy },
      facts: { title: need.title },
    });
  }
}
