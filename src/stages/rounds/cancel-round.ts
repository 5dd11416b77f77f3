import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Inbox } from '../../registers/inbox';
import { Ledger } from '../../registers/ledger';
import { Notices } from '../../registers/notices';
import { People } from '../../registers/people';
import { Processes } from '../../registers/processes';
import { BidBook } from './bid-book';
import { CorrectionBook } from './corrections/correction-book';
import type { LotEntity } from './lot.entity';
import { LotKeeper } from './lot-keeper';
import { requireFound } from '../../platform/http/require-found';
import type { RoundEntity } from './round.entity';
import { RoundRepository } from './round.repository';
import { QuestionBook } from './questions/question-book';
import { roundTransitions } from './round.transitions';
import { roundWordings } from './round.wordings';

/** Cancels a round before its call has closed: no bid is opened, the money goes back, the reason is published. */
@Injectable()
export class CancelRound {
  constructor(
    private readonly repository: RoundRepository,
    private readonly lots: LotKeeper,
    private readonly bidBook: BidBook,
    private readonly corrections: CorrectionBook,
    private readonly questions: QuestionBook,
    private readonly ledger: Ledger,
    private readonly processes: Processes,
    private readonly notices: Notices,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, ROUNDS.CALL_CLOSED, PEOPLE.DUTIES_CONFLICT */
  async execute(ctx: Context, roundId: string, reason: string): Promise<RoundEntity> {
    const round = requireFound(await this.repository.lock(ctx, roundId));
    ctx.require('round.cancel', { unitPath: round.unitPath });
    ctx.matches(round.version);
    const before = round.state;
    const wasAnnounced = before === 'announced';
    round.state = roundTransitions.next(round.state, 'cancel');
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    // Nobody can have bid in a draft, so it may be cancelled whatever its timetable says.
    const lots = await (before === 'draft'
      ? this.repository.lockLotsOf(ctx, roundId)
      : this.lotsBeforeClose(ctx, roundId));
    await this.cancelLots(ctx, round, lots, wasAnnounced);
    round.cancelledBy = ctx.personId;
    round.cancelReason = reason;
    round.version += 1;
    await this.repository.update(ctx, round);
    await this.inbox.withdraw(ctx, roundWordings.approve, roundId);
    await ctx.record({
      name: 'rounds.round-cancelled',
      aggregate: { kind: 'round', id: roundId, version: round.version },
      move: 'cancel',
      roundId,
      body: { wasAnnounced },
      audience: wasAnnounced ? { public: true } : { unitPaths: [round.unitPath] },
    });
    await this.corrections.lapseOf(ctx, roundId);
    await this.questions.lapseOf(ctx, roundId);
    await this.ledger.closeRound(ctx, roundId);
    await this.processes.end(ctx, { kind: 'round', id: roundId });
    if (wasAnnounced) await this.publish(ctx, round, reason);
    return round;
  }

  private async lotsBeforeClose(ctx: Context, roundId: string): Promise<readonly LotEntity[]> {
    return (await this.lots.shutBeforeClose(ctx, roundId)).lots;
  }

  private async cancelLots(
    ctx: Context,
    round: RoundEntity,
    lots: readonly LotEntity[],
    wasAnnounced: boolean,
  ): Promise<void> {
    const subject = { kind: 'round', id: round.id };
    const bidders = await this.bidBook.book.bidders(ctx, round.id);
    for (const lot of lots) {
      const audience = wasAnnounced ? { public: true as const } : undefined;
      await this.lots.move(ctx, lot, 'cancel', { body: {}, ...(audience && { audience }) });
      await this.bidBook.book.lapse(ctx, lot.id);
    }
    const facts = { round: round.code };
    await this.inbox.write(ctx, bidders, roundWordings.cancelled, subject, facts);
  }

  private async publish(ctx: Context, round: RoundEntity, reason: string): Promise<void> {
    await this.notices.publish(ctx, {
      kind: 'result',
      subject: { kind: 'round', id: round.id },
      roundId: round.id,
      title: { zh: `终止公告：${round.code}`, en: `Cancelled: ${round.code}` },
      content: { outcome: 'cancelled', reason },
    });
  }
}
