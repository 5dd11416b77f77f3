import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import type { Lot } from '../../rounds';
import { AwardMoney } from '../award-money';
import { AwardMoves } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import type { AwardProposalEntity } from '../award-proposal.entity';
import { AwardRepository } from '../award.repository';
import { awardWordings } from '../award.wordings';
import { NoticeClock } from '../notice-clock';

/** Takes all awards of a noticed lot back: their notices no longer stand, their money is free, and nobody is proposed. */
@Injectable()
export class TakeBackAwards {
  constructor(
    private readonly repository: AwardRepository,
    private readonly moves: AwardMoves,
    private readonly money: AwardMoney,
    private readonly clock: NoticeClock,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @param lot noticed, and locked by the caller
   * @returns the lot's proposal, locked, whose approval no longer holds; what becomes of it is the caller's to say and to save
   */
  async execute(ctx: Context, lot: Lot): Promise<AwardProposalEntity> {
    await this.clock.cancelForLot(ctx, lot.id);
    for (const award of await this.repository.lockOfLot(ctx, lot.id)) {
      if (award.state === 'noticed' || award.state === 'proposed') await this.takeBack(ctx, award);
    }
    const proposal = await this.repository.lockProposal(ctx, lot.id);
    if (proposal === null) throw refuseAccess('ACCESS.NOT_FOUND');
    return Object.assign(proposal, { approvedAt: null, approvedBy: null });
  }

  /** Back to the reserve without money: from there the next document places it. */
  private async takeBack(ctx: Context, award: AwardEntity): Promise<void> {
    if (award.hasOwnNotice) {
      await this.clock.cancelForAward(ctx, award.id);
      await this.inbox.withdraw(ctx, awardWordings.approveSingle, award.id);
      award.hasOwnNotice = false;
    }
    if (award.state === 'noticed') {
      await this.money.release(ctx, award);
      award.approvedBy = null;
      await this.moves.move(ctx, award, 'repropose');
    }
    await this.moves.move(ctx, Object.assign(award, { draws: [], explanation: null }), 'reserve');
  }
}
