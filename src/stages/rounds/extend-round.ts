import { Injectable } from '@nestjs/common';
import { printInstant, type Instant } from '../../kernel/instant';
import { digestOf } from '../../platform/crypto/digest';
import type { Context } from '../../platform/database/context';
import type { Json } from '../../platform/record/domain-event';
import { Clocks } from '../../registers/clocks';
import { Inbox } from '../../registers/inbox';
import { Notices } from '../../registers/notices';
import { People } from '../../registers/people';
import { differencesBetween, parseRuleSet, type RuleSet } from '../../rules';
import { BidBook } from './bid-book';
import type { LotEntity } from './lot.entity';
import { LotKeeper } from './lot-keeper';
import { requireFound } from '../../platform/http/require-found';
import type { RoundEntity } from './round.entity';
import { refuseRounds } from './round.refusals';
import { RoundRepository } from './round.repository';
import { roundTransitions } from './round.transitions';
import { roundWordings } from './round.wordings';
import type { RuleSetRevisionEntity } from './rule-set-revision.entity';

/** Moves the deadline of an open call later: a correction, published with its difference as the next revision of the rules. */
@Injectable()
export class ExtendRound {
  constructor(
    private readonly repository: RoundRepository,
    private readonly lots: LotKeeper,
    private readonly clocks: Clocks,
    private readonly notices: Notices,
    private readonly bidBook: BidBook,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, ROUNDS.CALL_CLOSED, ROUNDS.NOT_LATER, RulesRefused, PEOPLE.DUTIES_CONFLICT
   */
  async execute(
    ctx: Context,
    roundId: string,
    closesAt: Instant,
    reason: string,
  ): Promise<RoundEntity> {
    const round = requireFound(await this.repository.lock(ctx, roundId));
    ctx.require('round.extend', { unitPath: round.unitPath });
    ctx.matches(round.version);
    round.state = roundTransitions.next(round.state, 'extend');
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    const lots = await this.lots.shutBeforeClose(ctx, roundId);
    const revision = await this.nextRevision(ctx, round, closesAt, reason);
    for (const lot of lots) await this.extend(ctx, lot, closesAt);
    round.version += 1;
    await this.repository.update(ctx, round);
    await this.tell(ctx, round, revision, closesAt);
    return round;
  }

  private async nextRevision(
    ctx: Context,
    round: RoundEntity,
    closesAt: Instant,
    reason: string,
  ): Promise<RuleSetRevisionEntity> {
    const { document: before } = await this.repository.revisionOf(ctx, round);
    const after = closingAt(before, closesAt);
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
    await this.repository.insertRevision(ctx, revision);
    return revision;
  }

  private async extend(ctx: Context, lot: LotEntity, closesAt: Instant): Promise<void> {
    if (closesAt <= lot.closesAt) {
      const facts = { closesAt: printInstant(lot.closesAt) };
      throw refuseRounds('ROUNDS.NOT_LATER', facts, '/callClosesAt');
    }
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
    closesAt: Instant,
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
      body: { revision, ruleSetDigest: digest, closesAt: printInstant(closesAt) },
      audience: { public: true },
      nudges: [{ kind: 'round', id: round.id }],
    });
  }
}

/** The same rules with another end of the call. @throws RulesRefused when that contradicts the rest, such as the projects' start */
function closingAt(rules: RuleSet, closesAt: Instant): RuleSet {
  const timetable = { ...rules.timetable, callClosesAt: printInstant(closesAt) };
  return parseRuleSet({ ...rules, timetable });
}
