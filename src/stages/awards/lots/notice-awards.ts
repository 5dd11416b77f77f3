import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import type { Json } from '../../../platform/record/domain-event';
import { Inbox } from '../../../registers/inbox';
import { Notices } from '../../../registers/notices';
import { Parties } from '../../../registers/parties';
import { People } from '../../../registers/people';
import { Bids } from '../../bids';
import { Reviews, type ReviewedBy } from '../../reviews';
import { Rounds, type Lot, type Round } from '../../rounds';
import { AwardMoves } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import { AwardRepository } from '../award.repository';
import { awardWordings } from '../award.wordings';
import { NoticeClock } from '../notice-clock';
import { noticeDays, type NoticeDays } from '../notice-days';
import { listAwards } from './list-awards';

/** Puts a lot's approved awards on public notice 公示, with the reserve and the experts' names, and tells every bidder. */
@Injectable()
export class NoticeAwards {
  constructor(
    private readonly rounds: Rounds,
    private readonly bids: Bids,
    private readonly reviews: Reviews,
    private readonly repository: AwardRepository,
    private readonly moves: AwardMoves,
    private readonly clock: NoticeClock,
    private readonly notices: Notices,
    private readonly parties: Parties,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** @param lot approved, and locked by the caller */
  async execute(ctx: Context, lot: Lot): Promise<Lot> {
    const round = await this.rounds.get(ctx, lot.roundId);
    const days = noticeDays(await this.clock.startForLot(ctx, lot, round.ruleSet));
    const awards = await this.repository.lockOfLot(ctx, lot.id);
    const { id: noticeId } = await this.notices.publish(ctx, {
      kind: 'award',
      subject: { kind: 'lot', id: lot.id },
      roundId: round.id,
      title: {
        zh: `拟立项公示：${round.ruleSet.title.zh}`,
        en: `Proposed awards: ${round.ruleSet.title.en}`,
      },
      content: await this.contentOf(ctx, round, lot, awards),
      ...days,
    });
    const publishedAt = await ctx.now();
    for (const award of awards) {
      if (award.state === 'approved') {
        await this.moves.move(ctx, Object.assign(award, { publishedAt }), 'notice', { noticeId });
      } else if (award.state === 'reserve' && award.publishedAt === null) {
        await this.moves.note(
          ctx,
          Object.assign(award, { publishedAt }),
          'awards.reserve-published',
        );
      }
    }
    await this.tellBidders(ctx, round, lot, days);
    return this.rounds.moveLot(ctx, lot, 'notice', {
      body: { noticeId, ...days },
      audience: { public: true },
    });
  }

  private async contentOf(
    ctx: Context,
    round: Round,
    lot: Lot,
    awards: readonly AwardEntity[],
  ): Promise<Record<string, Json>> {
    const parties = await this.parties.getMany(
      ctx,
      awards.map(({ partyId }) => partyId),
    );
    const nameOf = new Map(parties.map(({ id, name }) => [id, name]));
    const { bids } = await this.reviews.ranking(ctx, lot.id);
    const scoreOf = new Map(bids.map(({ bidId, mean }) => [bidId, mean]));
    const { notice, objection } = round.ruleSet;
    return {
      roundCode: round.code,
      lotCode: lot.code,
      ...listAwards(round.ruleSet, awards, scoreOf, nameOf),
      ...reviewerContent(await this.reviews.reviewedBy(ctx, lot.id), notice.showsExperts),
      objections: { realName: objection.realName, answerWorkingDays: objection.answerWorkingDays },
    };
  }

  private async tellBidders(
    ctx: Context,
    round: Round,
    lot: Lot,
    { lastDay }: NoticeDays,
  ): Promise<void> {
    for (const { bidId, partyId, title } of await this.bids.qualified(ctx, lot.id)) {
      const people = await this.people.holdersOf(ctx, 'applicant', partyId);
      const subject = { kind: 'bid', id: bidId };
      const facts = { title, round: round.code, lastDay };
      await this.inbox.write(ctx, people, awardWordings.noticed, subject, facts);
    }
  }
}

/** The panels, whose draws anyone can do again, and who sat on them; of those who were replaced also why. */
function reviewerContent(
  { panels, experts }: ReviewedBy,
  showsExperts: boolean,
): Record<string, Json> {
  const named = experts.map(({ panel, seatCode, name, left }) => ({
    ...(panels.length > 1 && { panel }),
    seat: seatCode,
    name,
    ...(left !== null && { left }),
  }));
  return { panels: panels.map((panel) => ({ ...panel })), experts: showsExperts ? named : null };
}
