import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import type { OpenedBid } from '../../bids';
import { Rounds, type Lot, type Round } from '../../rounds';
import { placementDraws } from '../award-money';
import { AwardMoves } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import { AwardRepository } from '../award.repository';
import { awardWordings } from '../award.wordings';
import { LotProposal } from './lot-proposal';
import { VoteOffs } from './vote-offs';
import type { Placement } from '../../../rules';

/** Proposes the awards of a reviewed lot: whoever the money reaches in the order of rank, and the reserve behind them. */
@Injectable()
export class ProposeAwards {
  constructor(
    private readonly proposal: LotProposal,
    private readonly voteOffs: VoteOffs,
    private readonly repository: AwardRepository,
    private readonly moves: AwardMoves,
    private readonly rounds: Rounds,
    private readonly inbox: Inbox,
  ) {}

  /**
   * Does nothing while the outcome of a vote-off is not known.
   * @param lot reviewed, and locked by the caller
   */
  async execute(ctx: Context, lot: Lot): Promise<Lot> {
    const round = await this.rounds.get(ctx, lot.roundId);
    const contested = await this.proposal.contested(ctx, round, lot, []);
    if (!(await this.voteOffs.isSettled(ctx, round, lot, contested))) return lot;
    const proposal = await this.proposal.blank(ctx, lot);
    const { allocation, digest, bids } = await this.proposal.drawUp(ctx, round, lot, proposal, []);
    await this.repository.insertProposal(ctx, proposal);
    await ctx.record({
      name: 'awards.proposal-drawn-up',
      aggregate: { kind: 'awardProposal', id: proposal.id, version: 1 },
      move: null,
      roundId: lot.roundId,
      body: { lotId: lot.id, documentNo: 1, digest },
      audience: { unitPaths: [lot.unitPath] },
    });
    for (const placement of allocation.placements) {
      if (!hasAward(placement)) continue;
      const bid = bids.get(placement.bidId)!;
      await this.moves.begin(ctx, newAward(round, lot, bid, placement));
    }
    await this.askForApproval(ctx, round, lot);
    return this.rounds.moveLot(ctx, lot, 'propose', {
      body: { proposalId: proposal.id, documentNo: 1, digest },
    });
  }

  /** Tells the approvers that a proposal waits for them. */
  async askForApproval(ctx: Context, round: Round, lot: Lot): Promise<void> {
    await this.inbox.open(ctx, {
      kind: awardWordings.approve,
      subject: { kind: 'lot', id: lot.id },
      to: { duty: 'approver', scope: { kind: 'unit', id: round.unitId } },
      facts: { round: round.code },
    });
  }
}

/** Whether a placement is an award or waits for one on the reserve. */
export function hasAward({ outcome }: Placement): boolean {
  return outcome === 'awarded' || outcome === 'reserve';
}

/** The award of a placement, as it begins. */
export function newAward(
  round: Round,
  lot: Lot,
  bid: OpenedBid,
  placement: Placement,
): AwardEntity {
  return {
    id: newId(),
    roundId: round.id,
    lotId: lot.id,
    bidId: bid.bidId,
    partyId: bid.partyId,
    unitPath: lot.unitPath,
    basis: 'competition',
    title: bid.title,
    rank: placement.rank,
    category: placement.category,
    amountFen: placement.amountFen,
    draws: placementDraws(round, placement),
    explanation: placement.explanation,
    state: placement.outcome === 'awarded' ? 'proposed' : 'reserve',
    hasOwnNotice: false,
    publishedAt: null,
    confirmedAt: null,
    proposedBy: null,
    approvedBy: null,
    plan: null,
    commissionReason: null,
    reason: null,
    version: 1,
  };
}
