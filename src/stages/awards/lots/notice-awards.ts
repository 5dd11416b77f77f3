import { Injectable } from '@nestjs/common';
import { printAmount } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import type { Json } from '../../../platform/record/domain-event';
import { Inbox } from '../../../registers/inbox';
import { Notices } from '../../../registers/notices';
import { Parties } from '../../../registers/parties';
import { People } from '../../../registers/people';
import { Bids } from '../../bids';
import { Reviews } from '../../reviews';
import { Rounds, type Lot, type Round } from '../../rounds';
import { AwardMoves } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import { AwardRepository } from '../award.repository';
import { awardWordings } from '../award.wordings';
import { NoticeClock } from '../notice-clock';
import { noticeDays, type NoticeDays } from '../notice-days';

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
    const listed = (state: AwardEntity['state']) =>
      awards
        .filter((award) => award.state === state)
        .map(({ id, rank, bidId, partyId, title, amountFen }) => ({
          awardId: id,
          rank,
          score: scoreOf.get(bidId!) ?? null,
          party: nameOf.get(partyId) ?? null,
          title,
          amount: printAmount(amountFen),
        }));
    const { notice, objection } = round.ruleSet;
    return {
      roundCode: round.code,
      lotCode: lot.code,
      awards: listed('approved'),
      reserve: listed('reserve'),
      experts: notice.showsExperts ? await this.expertsOf(ctx, lot) : null,
      objections: { realName: objection.realName, answerWorkingDays: objection.answerWorkingDays },
    };
  }

  private async expertsOf(ctx: Context, lot: Lot): Promise<Json> {
    const experts = await this.reviews.experts(ctx, lot.id);
    return experts.map(({ seatCode, name }) => ({ seat: seatCode, name }));
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
