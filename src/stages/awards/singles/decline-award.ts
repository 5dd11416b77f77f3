import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import type { AwardEntity } from '../award.entity';
import { awardWordings } from '../award.wordings';
import { LockAward } from '../lock-award';
import { LetAwardFall } from './let-award-fall';

/** The party declines its award, at any time before the contract is in force. */
@Injectable()
export class DeclineAward {
  constructor(
    private readonly lockAward: LockAward,
    private readonly fall: LetAwardFall,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER */
  async execute(ctx: Context, awardId: string, reason: string): Promise<AwardEntity> {
    const award = await this.lockAward.withLot(ctx, awardId);
    // Before it is published a party knows of no award.
    if (award?.publishedAt == null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('award.decline', { partyIds: [award.partyId] });
    ctx.matches(award.version);
    await this.fall.execute(ctx, award, { move: 'decline', reason, wording: null });
    const officers = await this.people.holdersAtUnit(ctx, 'organizer', award.unitPath);
    const subject = { kind: 'award', id: award.id };
    await this.inbox.write(ctx, officers, awardWordings.declined, subject, { title: award.title });
    return award;
  }
}
