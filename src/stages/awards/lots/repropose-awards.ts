import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import type { Placement } from '../../../rules';
import { Rounds, type Lot, type Round } from '../../rounds';
import { placementDraws } from '../award-money';
import { AwardMoves } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import type { AwardProposalEntity } from '../award-proposal.entity';
import { AwardRepository } from '../award.repository';
import { proposalTransitions, type ProposalMove } from '../proposal.transitions';
import { LotProposal, type DrawnUp } from './lot-proposal';
import { hasAward, newAward, ProposeAwards } from './propose-awards';
import { TakeBackAwards } from './take-back-awards';
import { VoteOffs } from './vote-offs';

const NOT_PASSED = '复审未达及格线 Below the pass mark in the re-review';

/**
 * Proposes a lot's awards anew after an upheld objection: the same rule over the bids that are left, by the ranking that holds
 * now, and all of the money. It needs approval and a notice again.
 */
@Injectable()
export class ReproposeAwards {
  constructor(
    private readonly rounds: Rounds,
    private readonly takeBack: TakeBackAwards,
    private readonly proposal: LotProposal,
    private readonly voteOffs: VoteOffs,
    private readonly proposeAwards: ProposeAwards,
    private readonly repository: AwardRepository,
    private readonly moves: AwardMoves,
  ) {}

  /**
   * At once, without the awards that fell away.
   * @param lot noticed, and locked by the caller
   * @throws STATE.OUT_OF_ORDER
   */
  async execute(ctx: Context, lot: Lot): Promise<void> {
    const proposal = await this.takeBack.execute(ctx, lot);
    const { digest, documentNo } = await this.drawUpAnew(ctx, lot, proposal, 'repropose');
    await this.rounds.moveLot(ctx, lot, 'propose', { body: { documentNo, digest } });
  }

  /** When a re-review was ordered and has reported. @param lot proposed, and locked by the caller */
  async afterReview(ctx: Context, lot: Lot): Promise<void> {
    const proposal = await this.repository.lockProposal(ctx, lot.id);
    if (proposal?.state !== 'underReview') return;
    if (await this.proposal.isUnderReview(ctx, lot)) return;
    const round = await this.rounds.get(ctx, lot.roundId);
    const excluded = excludedOf(await this.repository.lockOfLot(ctx, lot.id));
    const contested = await this.proposal.contested(ctx, round, lot, excluded);
    if (!(await this.voteOffs.isSettled(ctx, round, lot, contested))) return;
    await this.drawUpAnew(ctx, lot, proposal, 'drawUp');
  }

  private async drawUpAnew(
    ctx: Context,
    lot: Lot,
    proposal: AwardProposalEntity,
    move: ProposalMove,
  ): Promise<DrawnUp> {
    const round = await this.rounds.get(ctx, lot.roundId);
    const awards = await this.repository.lockOfLot(ctx, lot.id);
    const excluded = excludedOf(awards);
    proposal.state = proposalTransitions.next(proposal.state, move);
    proposal.documentNo += 1;
    const drawnUp = await this.proposal.drawUp(ctx, round, lot, proposal, excluded);
    proposal.proposedAt = await ctx.now();
    const { documentNo, digest } = drawnUp;
    await this.proposal.change(ctx, proposal, move, { documentNo, digest });
    await this.place(ctx, round, lot, awards, drawnUp);
    await this.proposeAwards.askForApproval(ctx, round, lot);
    return drawnUp;
  }

  private async place(
    ctx: Context,
    round: Round,
    lot: Lot,
    awards: readonly AwardEntity[],
    { allocation: { placements }, bids }: DrawnUp,
  ): Promise<void> {
    const byBid = new Map(awards.map((award) => [award.bidId, award]));
    for (const placement of placements) {
      const award = byBid.get(placement.bidId);
      if (award !== undefined) await this.placeAgain(ctx, round, award, placement);
      else if (hasAward(placement)) {
        await this.moves.begin(ctx, newAward(round, lot, bids.get(placement.bidId)!, placement));
      }
    }
    const placed = new Set(placements.map(({ bidId }) => bidId));
    for (const award of awards) {
      if (award.state !== 'reserve' || placed.has(award.bidId!)) continue;
      award.reason = NOT_PASSED;
      await this.moves.move(ctx, award, 'notConfirm');
    }
  }

  private async placeAgain(
    ctx: Context,
    round: Round,
    award: AwardEntity,
    placement: Placement,
  ): Promise<void> {
    const { rank, outcome, amountFen, explanation } = placement;
    const draws = placementDraws(round, placement);
    Object.assign(award, { rank, explanation, amountFen, draws });
    if (outcome === 'awarded') await this.moves.move(ctx, award, 'propose');
    else if (!hasAward(placement)) {
      award.reason = explanation.arithmetic;
      await this.moves.move(ctx, award, 'notConfirm');
    } else await this.moves.note(ctx, award, 'awards.award-kept-on-reserve');
  }
}

/** Bids whose award has fallen away: they are not placed again. */
function excludedOf(awards: readonly AwardEntity[]): string[] {
  return awards.flatMap(({ state, bidId }) => (state === 'reserve' ? [] : [bidId!]));
}
