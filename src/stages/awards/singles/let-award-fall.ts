import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { AwardMoney } from '../award-money';
import { AwardMoves, processOf } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import { CloseChallenges } from '../challenges/close-challenges';
import { NoticeClock } from '../notice-clock';
import { ReleaseBid } from '../release-bid';
import { PromoteReserve } from './promote-reserve';

/** How an award falls away after it was published. */
export interface Fall {
  readonly move: 'decline' | 'revoke';
  readonly reason: string;
  /** What the party is told, by the code of a wording that speaks of the title; nothing when it was its own act. */
  readonly wording: string | null;
  /** The challenge that did it, which is answered by its own act. */
  readonly challengeId?: string;
  /** The lot is proposed anew as a whole, so nobody comes up alone. */
  readonly isLotReproposed?: true;
}

/** Lets a published award fall away: its money is free again, what was open about it is closed, and the next one comes up. */
@Injectable()
export class LetAwardFall {
  constructor(
    private readonly moves: AwardMoves,
    private readonly money: AwardMoney,
    private readonly releaseBid: ReleaseBid,
    private readonly clock: NoticeClock,
    private readonly challenges: CloseChallenges,
    private readonly promote: PromoteReserve,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @param award locked by the caller, after its lot
   * @throws STATE.OUT_OF_ORDER
   */
  async execute(ctx: Context, award: AwardEntity, fall: Fall): Promise<void> {
    award.reason = fall.reason;
    await this.moves.move(ctx, award, fall.move, {}, [processOf(award)]);
    await this.money.release(ctx, award);
    await this.challenges.ofAward(ctx, award, fall.challengeId);
    if (award.hasOwnNotice) await this.clock.cancelForAward(ctx, award.id);
    if (fall.wording !== null) await this.tellParty(ctx, award, fall.wording);
    // A commission's own process does what follows: its contract is refused, its money follows that of its round.
    if (award.lotId === null) return;
    await this.releaseBid.of(ctx, award);
    if (fall.isLotReproposed !== true) await this.promote.execute(ctx, award);
  }

  private async tellParty(ctx: Context, award: AwardEntity, wording: string): Promise<void> {
    const people = await this.people.holdersOf(ctx, 'applicant', award.partyId);
    const subject = { kind: 'award', id: award.id };
    await this.inbox.write(ctx, people, wording, subject, { title: award.title });
  }
}
