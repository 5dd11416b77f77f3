import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import type { NeedEntity } from '../need.entity';
import { NeedRepository } from '../need.repository';
import { needTransitions } from '../need.transitions';
import { TellFollowers } from '../tell-followers';
import { CheckPeriod } from './check-period';
import { refuseNeeds } from './need.refusals';
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
    private readonly needs: NeedRepository,
    private readonly people: People,
    private readonly checkPeriod: CheckPeriod,
    private readonly inbox: Inbox,
    private readonly tellFollowers: TellFollowers,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, NEEDS.REASON_REQUIRED */
  async execute(
    ctx: Context,
    needId: string,
    verdict: CheckVerdict,
    reason: string | null,
  ): Promise<NeedEntity> {
    const need = await this.needs.lock(ctx, needId);
    if (need === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('need.check', { unitPath: need.unitPath });
    ctx.matches(need.version);
    need.state = needTransitions.next(need.state, verdict);
    if (verdict !== 'forward' && reason === null) {
      throw refuseNeeds('NEEDS.REASON_REQUIRED', {}, '/reason');
    }
    need.reason = reason;
    need.version += 1;
    await this.needs.update(ctx, need);
    await this.people.noteDuty(ctx, ctx.personId, need.cycleId, 'organizer');
    await this.checkPeriod.end(ctx, need);
    await this.tell(ctx, need);
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

  private async tell(ctx: Context, need: NeedEntity): Promise<void> {
    const facts = { title: need.title, reason: need.reason ?? '' };
    if (need.state === 'rejected') {
      await this.tellFollowers.execute(ctx, need, needWordings.rejected, facts);
    }
    if (need.state === 'returned') {
      await this.inbox.open(ctx, {
        kind: needWordings.complete,
        subject: { kind: 'need', id: need.id },
        to: { personId: need.submittedBy },
        facts,
      });
      const subject = { kind: 'need', id: need.id };
      await this.inbox.write(ctx, [need.submittedBy], needWordings.complete, subject, facts);
    }
  }
}
