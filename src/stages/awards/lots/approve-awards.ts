import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Rounds } from '../../rounds';
import { AwardMoney } from '../award-money';
import { AwardMoves } from '../award-moves';
import type { AwardProposalEntity } from '../award-proposal.entity';
import { AwardRepository } from '../award.repository';
import { awardWordings } from '../award.wordings';
import { OverrunMoney } from '../overrun-money';
import { proposalTransitions } from '../proposal.transitions';
import { LotProposal } from './lot-proposal';

/** The approver approves a lot's proposal as a whole; from then on the ledger holds the money for the awards. */
@Injectable()
export class ApproveAwards {
  constructor(
    private readonly rounds: Rounds,
    private readonly proposal: LotProposal,
    private readonly repository: AwardRepository,
    private readonly moves: AwardMoves,
    private readonly money: AwardMoney,
    private readonly overrun: OverrunMoney,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, LEDGER.INSUFFICIENT, PEOPLE.DUTIES_CONFLICT, AWARDS.FUND_BEYOND_REACH
   */
  async execute(ctx: Context, lotId: string): Promise<AwardProposalEntity> {
    const lot = await this.rounds.lockLot(ctx, lotId);
    ctx.require('awardProposal.approve', { unitPath: lot.unitPath, roundId: lot.roundId });
    const proposal = await this.repository.lockProposal(ctx, lotId);
    if (proposal === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.matches(proposal.version);
    proposal.state = proposalTransitions.next(proposal.state, 'approve');
    // Whoever bid, scored or supervises in this round does not approve its awards.
    await this.people.noteDuty(ctx, ctx.personId, lot.roundId, 'organizer');
    proposal.approvedAt = await ctx.now();
    proposal.approvedBy = ctx.personId;
    const { documentNo } = proposal;
    await this.proposal.change(ctx, proposal, 'approve', { documentNo });
    const awards = (await this.repository.lockOfLot(ctx, lotId)).filter(
      ({ state }) => state === 'proposed',
    );
    await this.overrun.fetch(ctx, 'awardProposal.approve', awards);
    for (const award of awards) {
      award.approvedBy = ctx.personId;
      await this.moves.move(ctx, award, 'approve');
      await this.money.reserve(ctx, award);
    }
    await this.inbox.done(ctx, awardWordings.approve, lotId);
    await this.rounds.moveLot(ctx, lot, 'approve', { body: { proposalId: proposal.id } });
    return proposal;
  }
}
