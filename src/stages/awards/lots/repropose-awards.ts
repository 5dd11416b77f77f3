import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import type { Placement } from '../../../rules';
import { Rounds, type Lot, type Round } from '../../rounds';
import { AwardMoney, drawsOnFunds } from '../award-money';
import { AwardMoves } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import { AwardRepository } from '../award.repository';
import { awardWordings } from '../award.wordings';
import { NoticeClock } from '../notice-clock';
import { proposalTransitions } from '../proposal.transitions';
import { LotProposal, type DrawnUp } from './lot-proposal';
import { newAward, ProposeAwards } from './propose-awards';

/**
 * Takes a lot's noticed awards back and proposes anew without those that fell away: the same rule over the bids that are left
 * and all of the money. It needs approval and a notice again.
 */
@Injectable()
export class ReproposeAwards {
  constructor(
    private readonly rounds: Rounds,
    private readonly proposal: LotProposal,
    private readonly proposeAwards: ProposeAwards,
    private readonly repository: AwardRepository,
    private readonly moves: AwardMoves,
    private readonly money: AwardMoney,
    private readonly clock: NoticeClock,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @param lot noticed, and locked by the caller
   * @throws STATE.OUT_OF_ORDER
   */
  async execute(ctx: Context, lot: Lot): Promise<void> {
    const round = await this.rounds.get(ctx, lot.roundId);
    const awards = await this.repository.lockOfLot(ctx, lot.id);
    await this.clock.cancelForLot(ctx, lot.id);
    for (const award of awards) await this.takeBack(ctx, award);
    const drawnUp = await this.drawUpAnew(ctx, round, lot, awards);
    await this.place(ctx, round, lot, awards, drawnUp);
    await this.proposeAwards.askForApproval(ctx, round, lot);
    await this.rounds.moveLot(ctx, lot, 'propose', {
      body: { documentNo: drawnUp.documentNo, digest: drawnUp.digest },
    });
  }

  /** Back to the reserve without money: from there the new document places it. */
  private async takeBack(ctx: Context, award: AwardEntity): Promise<void> {
    if (award.state !== 'noticed' && award.state !== 'proposed') return;
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

  private async drawUpAnew(
    ctx: Context,
    round: Round,
    lot: Lot,
    awards: readonly AwardEntity[],
  ): Promise<DrawnUp> {
    const proposal = await this.repository.lockProposal(ctx, lot.id);
    if (proposal === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const excluded = awards.flatMap(({ state, bidId }) => (state === 'reserve' ? [] : [bidId!]));
    proposal.state = proposalTransitions.next(proposal.state, 'repropose');
    proposal.documentNo += 1;
    const drawnUp = await this.proposal.drawUp(ctx, round, lot, proposal, excluded);
    proposal.proposedAt = await ctx.now();
    proposal.approvedAt = null;
    proposal.approvedBy = null;
    proposal.version += 1;
    await this.repository.updateProposal(ctx, proposal);
    await ctx.record({
      name: 'awards.proposal-drawn-up-anew',
      aggregate: { kind: 'awardProposal', id: proposal.id, version: proposal.version },
      move: 'repropose',
      roundId: lot.roundId,
      body: { lotId: lot.id, documentNo: proposal.documentNo, digest: drawnUp.digest },
      audience: { unitPaths: [lot.unitPath] },
    });
    return drawnUp;
  }

  private async place(
    ctx: Context,
    round: Round,
    lot: Lot,
    awards: readonly AwardEntity[],
    { allocation, bids }: DrawnUp,
  ): Promise<void> {
    const byBid = new Map(awards.map((award) => [award.bidId, award]));
    for (const placement of allocation.placements) {
      const award = byBid.get(placement.bidId);
      if (award === undefined) {
        if (placement.outcome === 'notAwarded') continue;
        await this.moves.begin(ctx, newAward(round, lot, bids.get(placement.bidId)!, placement));
      } else await this.placeAgain(ctx, round, award, placement);
    }
  }

  private async placeAgain(
    ctx: Context,
    round: Round,
    award: AwardEntity,
    { outcome, draws, explanation }: Placement,
  ): Promise<void> {
    award.explanation = explanation;
    award.draws = drawsOnFunds(round, draws);
    if (outcome === 'awarded') await this.moves.move(ctx, award, 'propose');
    else if (outcome === 'notAwarded') {
      award.reason = explanation.arithmetic;
      await this.moves.move(ctx, award, 'notConfirm');
    } else await this.moves.note(ctx, award, 'awards.award-kept-on-reserve');
  }
}
