import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Reviews } from '../../reviews';
import { Rounds, type Lot } from '../../rounds';
import { proposalTransitions } from '../proposal.transitions';
import { LotProposal } from './lot-proposal';
import { TakeBackAwards } from './take-back-awards';

/** Sends a lot back to the experts: another panel reviews all of its bids, and the awards are proposed by what it reports. */
@Injectable()
export class ReReviewLot {
  constructor(
    private readonly rounds: Rounds,
    private readonly reviews: Reviews,
    private readonly takeBack: TakeBackAwards,
    private readonly proposal: LotProposal,
  ) {}

  /**
   * @param lot noticed, and locked by the caller
   * @throws STATE.OUT_OF_ORDER, REVIEWS.UNDER_WAY
   */
  async execute(ctx: Context, lot: Lot): Promise<void> {
    const proposal = await this.takeBack.execute(ctx, lot);
    proposal.state = proposalTransitions.next(proposal.state, 'reopen');
    await this.proposal.change(ctx, proposal, 'reopen', {});
    await this.reviews.restart(ctx, lot.id);
    await this.rounds.moveLot(ctx, lot, 'propose', { body: { proposalId: proposal.id } });
  }
}
