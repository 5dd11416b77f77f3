import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { digestOf } from '../../../platform/crypto/digest';
import type { Context } from '../../../platform/database/context';
import type { Json } from '../../../platform/record/domain-event';
import { rulesOfLot, type Allocation } from '../../../rules';
import { Bids, type OpenedBid } from '../../bids';
import { Reviews } from '../../reviews';
import type { Lot, Round } from '../../rounds';
import type { AwardProposalEntity } from '../award-proposal.entity';
import { AwardMoney } from '../award-money';
import { AwardRepository } from '../award.repository';
import { contestedIn, drawUpProposal, type ProposalInputs } from '../draw-up-proposal';
import { HELD, heldElsewhere } from '../held-awards';
import { proposalTransitions, type ProposalMove } from '../proposal.transitions';
import { AwardAmounts } from './award-amounts';
import { VoteOffs } from './vote-offs';

const proposalEvents: Readonly<Record<ProposalMove, string>> = {
  approve: 'awards.proposal-approved',
  repropose: 'awards.proposal-drawn-up-anew',
  reopen: 'awards.proposal-reopened',
  drawUp: 'awards.proposal-drawn-up-after-review',
};

/** A proposal as it was drawn up, with the bids that it speaks of. */
export interface DrawnUp {
  readonly allocation: Allocation;
  readonly digest: string;
  readonly documentNo: number;
  readonly bids: ReadonlyMap<string, OpenedBid>;
}

/** Draws up the document of a lot's proposal from the ranking, the bids and the money, and keeps it. */
@Injectable()
export class LotProposal {
  constructor(
    private readonly repository: AwardRepository,
    private readonly money: AwardMoney,
    private readonly bids: Bids,
    private readonly reviews: Reviews,
    private readonly voteOffs: VoteOffs,
    private readonly amounts: AwardAmounts,
  ) {}

  /**
   * The bids of a lot that are in a vote-off; none where the rules have none.
   * @param excludedBidIds bids whose award was revoked or declined
   */
  async contested(
    ctx: Context,
    round: Round,
    lot: Lot,
    excludedBidIds: readonly string[],
  ): Promise<OpenedBid[]> {
    if (round.ruleSet.award.variant !== 'vote-off') return [];
    const { inputs, bids } = await this.inputs(ctx, round, lot, excludedBidIds);
    return contestedIn(inputs).map((bidId) => bids.get(bidId)!);
  }

  /** @param excludedBidIds bids whose award was revoked or declined */
  async drawUp(
    ctx: Context,
    round: Round,
    lot: Lot,
    proposal: Pick<AwardProposalEntity, 'id' | 'documentNo'>,
    excludedBidIds: readonly string[],
  ): Promise<DrawnUp> {
    const { inputs, bids } = await this.inputs(ctx, round, lot, excludedBidIds);
    const { standing } = inputs;
    const contested = contestedIn(inputs);
    const voteOffWinners = await this.voteOffs.winnersAmong(ctx, contested);
    const { allocation, document } = drawUpProposal(
      contested.length === 0 ? inputs : { ...inputs, standing: { ...standing, voteOffWinners } },
    );
    const digest = digestOf(document);
    await this.repository.insertDocument(ctx, {
      proposalId: proposal.id,
      no: proposal.documentNo,
      document,
      digest,
      drawnUpAt: await ctx.now(),
    });
    return { allocation, digest, documentNo: proposal.documentNo, bids };
  }

  private async inputs(
    ctx: Context,
    round: Round,
    lot: Lot,
    excludedBidIds: readonly string[],
  ): Promise<{ inputs: ProposalInputs; bids: ReadonlyMap<string, OpenedBid> }> {
    const bids = new Map(
      (await this.bids.qualified(ctx, lot.id)).map((bid) => [bid.bidId, bid] as const),
    );
    const held = await this.repository.ofRound(ctx, round.id, HELD);
    const { bids: reviewed } = await this.reviews.ranking(ctx, lot.id);
    const ranked = reviewed.filter(({ rank }) => rank !== null);
    const amounts = await this.amounts.of(
      ctx,
      round,
      ranked.map(({ bidId }) => bids.get(bidId)!),
    );
    const nothing = ranked.filter(({ bidId }) => amounts.get(bidId)!.amountFen === 0n);
    const inputs = {
      lotId: lot.id,
      rules: rulesOfLot(round.ruleSet, lot.code),
      pots: await this.money.potsLeft(ctx, round),
      bids: ranked.map(({ bidId, rank, mean: score }) => {
        const { category, partyId: organization } = bids.get(bidId)!;
        const { amountFen, explanation: amountWhy } = amounts.get(bidId)!;
        return { bidId, rank: rank!, score, category, amountFen, amountWhy, organization };
      }),
      // Whom the rules give no money for the rank, or besides the gifts, has no award either.
      excludedBidIds: [...excludedBidIds, ...nothing.map(({ bidId }) => bidId)],
      standing: { elsewhere: heldElsewhere(held, lot.id) },
    };
    return { inputs, bids };
  }

  /** Whether a re-review of the lot has not reported yet. */
  async isUnderReview(ctx: Context, lot: Lot): Promise<boolean> {
    return this.reviews.isUnderWay(ctx, lot.id);
  }

  /** Saves a proposal that was moved, and records it. */
  async change(
    ctx: Context,
    proposal: AwardProposalEntity,
    move: ProposalMove,
    body: Readonly<Record<string, Json>>,
  ): Promise<void> {
    proposal.version += 1;
    await this.repository.updateProposal(ctx, proposal);
    await ctx.record({
      name: proposalEvents[move],
      aggregate: { kind: 'awardProposal', id: proposal.id, version: proposal.version },
      move,
      roundId: proposal.roundId,
      body: { lotId: proposal.lotId, ...body },
      audience: { unitPaths: [proposal.unitPath] },
    });
  }

  /** A proposal that is about to be drawn up for the first time. */
  async blank(ctx: Context, lot: Lot): Promise<AwardProposalEntity> {
    return {
      id: newId(),
      lotId: lot.id,
      roundId: lot.roundId,
      unitPath: lot.unitPath,
      state: proposalTransitions.initial,
      documentNo: 1,
      proposedAt: await ctx.now(),
      approvedAt: null,
      approvedBy: null,
      version: 1,
    };
  }
}
