import { Injectable } from '@nestjs/common';
import { printInstant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import { Notices } from '../../../registers/notices';
import { BidBook } from '../bid-book';
import type { RoundEntity } from '../round.entity';
import { roundWordings } from '../round.wordings';
import type { RuleSetRevisionEntity } from '../rule-set-revision.entity';
import { CorrectionBook } from './correction-book';
import type { CorrectionEntity } from './correction.entity';
import { movesOnlyTheDeadline } from './lawful-correction';

/** Publishes an approved correction with its difference 更正公告, and tells those who have bid what it means for their bids. */
@Injectable()
export class AnnounceCorrection {
  constructor(
    private readonly book: CorrectionBook,
    private readonly bidBook: BidBook,
    private readonly notices: Notices,
    private readonly inbox: Inbox,
  ) {}

  /** Does it in the transaction of the approval. */
  async execute(
    ctx: Context,
    round: RoundEntity,
    { revision, digest, difference, reason }: RuleSetRevisionEntity,
    correction: CorrectionEntity,
  ): Promise<void> {
    const { id: correctionId, requiresResubmission } = correction;
    const closesAt = printInstant(correction.toInstant);
    await this.notices.publish(ctx, {
      kind: 'correction',
      subject: { kind: 'round', id: round.id },
      roundId: round.id,
      title: titleOf(round, correction),
      content: {
        ...{ revision, ruleSetDigest: digest, reason, closesAt, requiresResubmission },
        difference: difference as never,
      },
    });
    await this.tellBidders(ctx, round, correction);
    await ctx.record({
      name: 'rounds.round-corrected',
      aggregate: { kind: 'round', id: round.id, version: round.version },
      move: 'correct',
      roundId: round.id,
      body: { correctionId, revision, ruleSetDigest: digest, closesAt, requiresResubmission },
      audience: { public: true },
      nudges: [{ kind: 'round', id: round.id }],
    });
  }

  private async tellBidders(
    ctx: Context,
    { id: roundId, code, revision }: RoundEntity,
    correction: CorrectionEntity,
  ): Promise<void> {
    const bidders = await this.bidBook.book.bidders(ctx, roundId);
    const closesAt = printInstant(correction.toInstant);
    const facts = { round: code, closesAt, revision };
    await this.inbox.write(
      ctx,
      bidders,
      wordingOf(correction),
      { kind: 'round', id: roundId },
      facts,
    );
    const revisions = await this.book.revisionsOfBids(ctx, roundId);
    await this.bidBook.book.corrected(ctx, roundId, revisions);
  }
}

function titleOf({ code }: RoundEntity, { difference }: CorrectionEntity) {
  return movesOnlyTheDeadline(difference)
    ? {
        zh: `更正公告：${code}申报截止时间推迟`,
        en: `Correction: the deadline of ${code} moves later`,
      }
    : { zh: `更正公告：${code}规则更正`, en: `Correction of the rules of ${code}` };
}

function wordingOf({ difference, requiresResubmission }: CorrectionEntity): string {
  if (requiresResubmission) return roundWordings.correctedForAll;
  return movesOnlyTheDeadline(difference) ? roundWordings.extended : roundWordings.corrected;
}
