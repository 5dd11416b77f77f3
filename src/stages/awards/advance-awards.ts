import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Rounds, type Lot } from '../rounds';
import type { AwardEntity } from './award.entity';
import { AwardRepository } from './award.repository';
import { AwardDecisions } from './lots/award-decisions';
import { ConfirmAwards } from './lots/confirm-awards';
import { NoticeAwards } from './lots/notice-awards';
import { ProposeAwards } from './lots/propose-awards';
import { ReproposeAwards } from './lots/repropose-awards';
import { ConfirmAward } from './singles/confirm-award';

/**
 * What the system does for awards by itself, wherever they stand: it looks at the record and takes the next step that waits
 * for no person. An upheld objection that sends a lot back is nothing special here.
 */
@Injectable()
export class AdvanceAwards {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: AwardRepository,
    private readonly proposeAwards: ProposeAwards,
    private readonly reproposeAwards: ReproposeAwards,
    private readonly noticeAwards: NoticeAwards,
    private readonly confirmAwards: ConfirmAwards,
    private readonly confirmAward: ConfirmAward,
    private readonly decisions: AwardDecisions,
  ) {}

  /** @returns the lots of the round as they then are, locked */
  async round(ctx: Context, roundId: string): Promise<Lot[]> {
    const lots: Lot[] = [];
    for (const { id } of await this.rounds.lotsOf(ctx, roundId)) {
      lots.push(await this.lot(ctx, await this.rounds.lockLot(ctx, id)));
    }
    return lots;
  }

  /** @returns the award as it then is, locked; null when there is none */
  async commission(ctx: Context, awardId: string): Promise<AwardEntity | null> {
    const award = await this.repository.lock(ctx, awardId);
    if (award?.lotId === null) await this.confirmAward.execute(ctx, award);
    return award;
  }

  private async lot(ctx: Context, lot: Lot): Promise<Lot> {
    switch (lot.state) {
      case 'reviewed':
        return this.proposeAwards.execute(ctx, lot);
      case 'proposed':
        await this.reproposeAwards.afterReview(ctx, lot);
        return lot;
      case 'approved':
        if (!(await this.decisions.areSettled(ctx, lot))) return lot;
        return this.noticeAwards.execute(ctx, lot);
      case 'noticed':
        return this.confirmAwards.execute(ctx, lot);
      case 'confirmed':
        await this.singlesOf(ctx, lot);
        return lot;
      default:
        return lot;
    }
  }

  /** Those that came up from the reserve follow the lot, each after its own notice. */
  private async singlesOf(ctx: Context, lot: Lot): Promise<void> {
    for (const award of await this.repository.lockOfLot(ctx, lot.id)) {
      if (award.hasOwnNotice) await this.confirmAward.execute(ctx, award);
    }
  }
}
