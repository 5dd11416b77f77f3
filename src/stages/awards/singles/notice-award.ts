import { Injectable } from '@nestjs/common';
import { printAmount } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import { Notices } from '../../../registers/notices';
import { Parties } from '../../../registers/parties';
import { People } from '../../../registers/people';
import type { RuleSet } from '../../../rules';
import type { Round } from '../../rounds';
import { AwardMoves, processOf } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import { awardWordings } from '../award.wordings';
import { NoticeClock } from '../notice-clock';
import { noticeDays } from '../notice-days';

/** Puts a single award on public notice of its own: a commission with its reason, or one that came up from the reserve. */
@Injectable()
export class NoticeAward {
  constructor(
    private readonly clock: NoticeClock,
    private readonly notices: Notices,
    private readonly moves: AwardMoves,
    private readonly parties: Parties,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** @param award approved, and locked by the caller */
  async execute(ctx: Context, round: Round, award: AwardEntity): Promise<void> {
    const { ruleSet } = round;
    const isCommission = award.basis === 'directed-commission';
    const days = noticeDays(await this.clock.startForAward(ctx, award, ruleSet));
    const { name } = await this.parties.get(ctx, award.partyId);
    const amount = printAmount(award.amountFen);
    const { id: noticeId } = await this.notices.publish(ctx, {
      kind: isCommission ? 'commission' : 'award',
      subject: { kind: 'award', id: award.id },
      roundId: round.id,
      title: isCommission
        ? {
            zh: `定向委托公示：${award.title}`,
            en: `Directed commission under ${ruleSet.title.en}`,
          }
        : { zh: `递补立项公示：${award.title}`, en: `Award from the reserve, ${ruleSet.title.en}` },
      content: {
        roundCode: round.code,
        awardId: award.id,
        basis: award.basis,
        rank: award.rank,
        category: award.category,
        categoryName: nameOf(ruleSet, award),
        party: name,
        title: award.title,
        amount,
        reason: award.commissionReason,
        objections: {
          realName: ruleSet.objection.realName,
          answerWorkingDays: ruleSet.objection.answerWorkingDays,
        },
      },
      ...days,
    });
    award.publishedAt ??= await ctx.now();
    await this.moves.move(ctx, award, 'notice', { noticeId, ...days }, [processOf(award)]);
    const people = await this.people.holdersOf(ctx, 'applicant', award.partyId);
    const facts = { title: award.title, amount, lastDay: days.lastDay };
    await this.inbox.write(
      ctx,
      people,
      awardWordings.ownNoticed,
      { kind: 'award', id: award.id },
      facts,
    );
  }
}

function nameOf({ categories }: RuleSet, { category }: AwardEntity) {
  const found = categories.find(({ code }) => code === category);
  return found === undefined ? null : { ...found.name };
}
