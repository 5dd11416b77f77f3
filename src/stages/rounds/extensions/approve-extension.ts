import { Injectable } from '@nestjs/common';
import { printInstant } from '../../../kernel/instant';
import { digestOf } from '../../../platform/crypto/digest';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import type { Json } from '../../../platform/record/domain-event';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import { Notices } from '../../../registers/notices';
import { People } from '../../../registers/people';
import { differencesBetween } from '../../../rules';
import { BidBook } from '../bid-book';
import type { LotEntity } from '../lot.entity';
import { LotKeeper } from '../lot-keeper';
import type { RoundEntity } from '../round.entity';
import { refuseRounds } from '../round.refusals';
import { RoundRepository } from '../round.repository';
import { roundTransitions } from '../round.transitions';
import { roundWordings } from '../round.wordings';
import type { RuleSetRevisionEntity } from '../rule-set-revision.entity';
import { ExtensionBook } from './extension-book';
import type { ExtensionEntity } from './extension.entity';
import { ExtensionRepository } from './extension.repository';
import { requireLater, rulesClosingAt } from './later-deadline';

/**
 * Another person approves a proposed extension: the deadline of the open call moves later. It is a correction, published with
 * its difference as the next revision of the rules.
 * @source reliability standard I6: only forward, before it passes, by two persons, published; all former deadlines are kept
 */
@Injectable()
export class ApproveExtension {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly repository: ExtensionRepository,
    private readonly book: ExtensionBook,
    private readonly lots: LotKeeper,
    private readonly clocks: Clocks,
    private readonly notices: Notices,
    private readonly bidBook: BidBook,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, ROUNDS.SAME_PERSON_EXTENDS, ROUNDS.CALL_CLOSED, RulesRefused,
   * PEOPLE.DUTIES_CONFLICT
   */
  async execute(ctx: Context, extensionId: string): Promise<ExtensionEntity> {
    const { roundId } = requireFound(await this.repository.find(ctx, extensionId));
    const round = requireFound(await this.rounds.lock(ctx, roundId));
    ctx.require('extension.approve', { unitPath: round.unitPath });
    round.state = roundTransitions.next(round.state, 'extend');
    // The gate before the extension: closing takes them in this order, too.
    const { lots, at } = await this.lots.shutBeforeClose(ctx, roundId);
    const extension = requireFound(await this.repository.lock(ctx, extensionId));
    ctx.matches(extension.version);
    await this.requireAnother(ctx, extension);
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    extension.decidedBy = ctx.personId;
    extension.decidedAt = at;
    extension.revision = round.revision + 1;
    await this.book.move(ctx, extension, 'approve');
    const revision = await this.nextRevision(ctx, round, extension);
    for (const lot of lots) await this.extend(ctx, lot, extension);
    round.version += 1;
    await this.rounds.update(ctx, round);
    await this.tell(ctx, round, revision, extension);
    return extension;
  }

  private async requireAnother(ctx: Context, { id, proposedBy }: ExtensionEntity): Promise<void> {
    const proposed = { kind: 'extension', id, version: 1 };
    if (await this.people.isSameHand(ctx, proposedBy, proposed)) {
      throw refuseRounds('ROUNDS.SAME_PERSON_EXTENDS');
    }
  }

  private async nextRevision(
    ctx: Context,
    round: RoundEntity,
    { toInstant: closesAt, reason }: ExtensionEntity,
  ): Promise<RuleSetRevisionEntity> {
    const { document: before } = await this.rounds.revisionOf(ctx, round);
    const after = rulesClosingAt(before, closesAt);
    round.revision += 1;
    const revision: RuleSetRevisionEntity = {
      roundId: round.id,
      revision: round.revision,
      document: after,
      digest: digestOf(after as unknown as Json),
      difference: differencesBetween(before, after),
      reason,
      madeBy: ctx.personId,
      madeAt: await ctx.now(),
    };
    await this.rounds.insertRevision(ctx, revision);
    return revision;
  }

  private async extend(
    ctx: Context,
    lot: LotEntity,
    { toInstant: closesAt }: ExtensionEntity,
  ): Promise<void> {
    requireLater(lot.closesAt, closesAt);
    const body = { from: printInstant(lot.closesAt), to: printInstant(closesAt) };
    await this.lots.move(ctx, { ...lot, closesAt }, 'extend', { body, audience: { public: true } });
    if (!(await this.clocks.moveTo(ctx, 'lot.closes', lot.id, closesAt))) {
      throw refuseRounds('ROUNDS.CALL_CLOSED');
    }
  }

  private async tell(
    ctx: Context,
    round: RoundEntity,
    { revision, digest, difference, reason }: RuleSetRevisionEntity,
    { id: extensionId, toInstant: closesAt }: ExtensionEntity,
  ): Promise<void> {
    const subject = { kind: 'round', id: round.id };
    await this.notices.publish(ctx, {
      kind: 'correction',
      subject,
      roundId: round.id,
      title: {
        zh: `更正公告：${round.code}申报截止时间推迟`,
        en: `Correction: the deadline of ${round.code} moves later`,
      },
      content: { revision, ruleSetDigest: digest, reason, difference: difference as never },
    });
    const bidders = await this.bidBook.book.bidders(ctx, round.id);
    const facts = { round: round.code, closesAt: printInstant(closesAt), revision };
    await this.inbox.write(ctx, bidders, roundWordings.extended, subject, facts);
    await ctx.record({
      name: 'rounds.round-extended',
      aggregate: { kind: 'round', id: round.id, version: round.version },
      move: 'extend',
      roundId: round.id,
      body: { extensionId, revision, ruleSetDigest: digest, closesAt: printInstant(closesAt) },
      audience: { public: true },
      nudges: [{ kind: 'round', id: round.id }],
    });
  }
}
