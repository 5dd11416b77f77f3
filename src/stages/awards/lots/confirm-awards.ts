import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Bids } from '../../bids';
import { Rounds, type Lot } from '../../rounds';
import { AwardMoves } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import { AwardRepository } from '../award.repository';
import { NoticeClock } from '../notice-clock';
import { StandingQuestions } from '../standing-questions';
import { ResultLetters } from './result-letters';

/** Confirms a lot's awards when its notice is over and nothing stands against them, and tells every bidder its result. */
@Injectable()
export class ConfirmAwards {
  constructor(
    private readonly rounds: Rounds,
    private readonly bids: Bids,
    private readonly repository: AwardRepository,
    private readonly moves: AwardMoves,
    private readonly clock: NoticeClock,
    private readonly questions: StandingQuestions,
    private readonly letters: ResultLetters,
  ) {}

  /** Does nothing while the notice stands or something stands against the awards. @param lot noticed, and locked by the caller */
  async execute(ctx: Context, lot: Lot): Promise<Lot> {
    const awards = await this.repository.lockOfLot(ctx, lot.id);
    const concerned = awards.filter(
      ({ state, hasOwnNotice }) => state === 'noticed' && !hasOwnNotice,
    );
    if (!(await this.clock.isOverForLot(ctx, lot.id))) return lot;
    if (await this.questions.any(ctx, concerned)) return lot;
    const confirmedAt = await ctx.now();
    for (const award of concerned) {
      await this.moves.move(ctx, Object.assign(award, { confirmedAt }), 'confirm');
    }
    await this.settleBids(ctx, lot, awards);
    await this.letters.send(ctx, lot, awards);
    return this.rounds.moveLot(ctx, lot, 'confirm', {
      body: { awards: concerned.map(({ id }) => id) },
      audience: { public: true },
    });
  }

  private async settleBids(ctx: Context, lot: Lot, awards: readonly AwardEntity[]): Promise<void> {
    const byBid = new Map(awards.map((award) => [award.bidId, award]));
    for (const { bidId } of await this.bids.qualified(ctx, lot.id)) {
      const award = byBid.get(bidId);
      await this.bids.move(ctx, bidId, moveOf(award), { awardId: award?.id ?? null });
    }
  }
}

/** One that came up from the reserve has its own notice before it, and waits on the reserve until that is over. */
function moveOf(award: AwardEntity | undefined): 'fund' | 'holdInReserve' | 'notFund' {
  switch (award?.state) {
    case 'confirmed':
      return 'fund';
    case 'reserve':
    case 'proposed':
    case 'noticed':
      return 'holdInReserve';
    default:
      return 'notFund';
  }
}
