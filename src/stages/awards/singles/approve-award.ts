import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Processes } from '../../../registers/processes';
import { Rounds, type Round } from '../../rounds';
import { AwardMoney } from '../award-money';
import { AwardMoves, processOf } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import { refuseAwards } from '../award.refusals';
import { awardWordings } from '../award.wordings';
import { CommissionRules } from '../commissions/commission-rules';
import { LockAward } from '../lock-award';
import { OverrunMoney } from '../overrun-money';
import { NoticeAward } from './notice-award';

/** The approver approves a single award: a directed commission, or one that came up from the reserve. Its notice begins at once. */
@Injectable()
export class ApproveAward {
  constructor(
    private readonly lockAward: LockAward,
    private readonly rounds: Rounds,
    private readonly rules: CommissionRules,
    private readonly money: AwardMoney,
    private readonly overrun: OverrunMoney,
    private readonly moves: AwardMoves,
    private readonly notice: NoticeAward,
    private readonly people: People,
    private readonly processes: Processes,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, AWARDS.APPROVED_WITH_LOT, AWARDS.OWN_PROPOSAL, PEOPLE.DUTIES_CONFLICT,
   * AWARDS.COMPETITION_UNDECIDED, AWARDS.PARTY_SANCTIONED, AWARDS.ABOVE_BUDGET, AWARDS.FUND_BEYOND_REACH, LEDGER.INSUFFICIENT
   */
  async execute(ctx: Context, awardId: string): Promise<AwardEntity> {
    const award = await this.lockAward.withLot(ctx, awardId);
    if (award === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { unitPath, roundId } = award;
    ctx.require('award.approve', { unitPath, roundId });
    ctx.matches(award.version);
    if (!award.hasOwnNotice) throw refuseAwards('AWARDS.APPROVED_WITH_LOT');
    const proposed = { kind: 'award', id: awardId, version: 1 };
    if (await this.people.isSameHand(ctx, award.proposedBy, proposed)) {
      throw refuseAwards('AWARDS.OWN_PROPOSAL');
    }
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    const round = await this.rounds.get(ctx, roundId);
    if (award.lotId === null && award.state === 'proposed') {
      await this.prepareCommission(ctx, round, award);
    }
    award.approvedBy = ctx.personId;
    // The round waits for it: what it does not reserve may go back.
    await this.moves.move(ctx, award, 'approve', {}, [{ kind: 'round', id: roundId }]);
    await this.overrun.fetch(ctx, 'award.approve', [award]);
    await this.money.reserve(ctx, award);
    await this.inbox.done(ctx, awardWordings.approveSingle, award.id);
    await this.notice.execute(ctx, round, award);
    return award;
  }

  /** What held when it was proposed is looked at again: money goes, sanctions come. */
  private async prepareCommission(ctx: Context, round: Round, award: AwardEntity): Promise<void> {
    await this.rules.requireDecided(ctx, round);
    Object.assign(award, await this.rules.drawsFor(ctx, round, award));
    await this.processes.begin(ctx, processOf(award));
  }
}
