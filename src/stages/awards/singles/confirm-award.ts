import { Injectable } from '@nestjs/common';
import { printAmount } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Bids } from '../../bids';
import { AwardMoves } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import { awardWordings } from '../award.wordings';
import { NoticeClock } from '../notice-clock';
import { StandingQuestions } from '../standing-questions';

/** Confirms a single award when its own notice is over and nothing stands against it. */
@Injectable()
export class ConfirmAward {
  constructor(
    private readonly clock: NoticeClock,
    private readonly questions: StandingQuestions,
    private readonly moves: AwardMoves,
    private readonly bids: Bids,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** Does nothing unless the award is noticed and ripe. @param award with a notice of its own, locked by the caller */
  async execute(ctx: Context, award: AwardEntity): Promise<void> {
    if (award.state !== 'noticed') return;
    if (!(await this.clock.isOverForAward(ctx, award.id))) return;
    if (await this.questions.any(ctx, [award])) return;
    award.confirmedAt = await ctx.now();
    await this.moves.move(ctx, award, 'confirm');
    if (award.bidId !== null) {
      await this.bids.move(ctx, award.bidId, 'fund', { awardId: award.id });
    }
    const people = await this.people.holdersOf(ctx, 'applicant', award.partyId);
    const facts = { title: award.title, amount: printAmount(award.amountFen) };
    const subject = { kind: 'award', id: award.id };
    await this.inbox.write(ctx, people, awardWordings.singleConfirmed, subject, facts);
  }
}
