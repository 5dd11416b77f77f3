import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { AwardMoves } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import { refuseAwards } from '../award.refusals';
import { awardWordings } from '../award.wordings';
import { LockAward } from '../lock-award';
import { ReleaseBid } from '../release-bid';
import { PromoteReserve } from './promote-reserve';

/** The approver turns down a single award that was proposed; whoever is next on the reserve comes up instead. */
@Injectable()
export class RefuseAward {
  constructor(
    private readonly lockAward: LockAward,
    private readonly moves: AwardMoves,
    private readonly releaseBid: ReleaseBid,
    private readonly promote: PromoteReserve,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, AWARDS.APPROVED_WITH_LOT, PEOPLE.DUTIES_CONFLICT */
  async execute(ctx: Context, awardId: string, reason: string): Promise<AwardEntity> {
    const award = await this.lockAward.withLot(ctx, awardId);
    if (award === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { unitPath, roundId } = award;
    ctx.require('award.refuse', { unitPath, roundId });
    ctx.matches(award.version);
    if (!award.hasOwnNotice) throw refuseAwards('AWARDS.APPROVED_WITH_LOT');
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    award.reason = reason;
    await this.moves.move(ctx, award, 'notConfirm', {}, [{ kind: 'round', id: roundId }]);
    await this.inbox.done(ctx, awardWordings.approveSingle, award.id);
    await this.releaseBid.of(ctx, award);
    await this.promote.execute(ctx, award);
    return award;
  }
}
