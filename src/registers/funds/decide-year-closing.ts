import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { requireFound } from '../../platform/http/require-found';
import { Inbox } from '../inbox';
import { LedgerYears } from '../ledger';
import { People } from '../people';
import { refuseFunds } from './fund.refusals';
import { fundWordings } from './fund.wordings';
import { recordYearClosing } from './year-closing-events';
import type { YearClosingEntity } from './year-closing.entity';
import { YearClosingRepository } from './year-closing.repository';
import { yearClosingTransitions, type YearClosingMove } from './year-closing.transitions';

/**
 * Another person decides on the closing of a budget year. Approved, what is free goes back to its source, what is reserved, committed or
 * due goes on into the next year under the name of its award, and nothing can draw on the year any more.
 * @source 预算法 art. 42: what is carried over is spent in the next year on what it was carried over for; domain.md 2.11
 */
@Injectable()
export class DecideYearClosing {
  constructor(
    private readonly repository: YearClosingRepository,
    private readonly ledger: LedgerYears,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, FUNDS.SAME_PERSON */
  async approve(ctx: Context, closingId: string): Promise<YearClosingEntity> {
    const closing = await this.take(ctx, closingId, 'yearClosing.approve', 'approve');
    const proposed = { kind: 'yearClosing', id: closing.id, version: 1 };
    if (await this.people.isSameHand(ctx, closing.proposedBy, proposed)) {
      throw refuseFunds('FUNDS.SAME_PERSON');
    }
    const { fundId, year } = closing;
    const cause = { kind: 'yearClosing', id: closing.id };
    const { lapsedFen, carried } = await this.ledger.closeYear(ctx, { fundId, year, cause });
    closing.lapsedFen = lapsedFen;
    closing.carried = [...carried];
    await this.save(ctx, closing, 'approve');
    return closing;
  }

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER */
  async refuse(ctx: Context, closingId: string, reason: string): Promise<YearClosingEntity> {
    const closing = await this.take(ctx, closingId, 'yearClosing.refuse', 'refuse');
    closing.refusalReason = reason;
    await this.save(ctx, closing, 'refuse');
    return closing;
  }

  private async take(
    ctx: Context,
    closingId: string,
    act: 'yearClosing.approve' | 'yearClosing.refuse',
    move: YearClosingMove,
  ): Promise<YearClosingEntity> {
    const closing = requireFound(await this.repository.lock(ctx, closingId));
    ctx.require(act, { unitPath: closing.unitPath });
    ctx.matches(closing.version);
    closing.state = yearClosingTransitions.next(closing.state, move);
    return closing;
  }

  private async save(
    ctx: Context,
    closing: YearClosingEntity,
    move: YearClosingMove,
  ): Promise<void> {
    closing.decidedBy = ctx.personId;
    closing.decidedAt = await ctx.now();
    closing.version += 1;
    await this.repository.update(ctx, closing);
    await recordYearClosing(ctx, closing, move);
    await this.inbox.done(ctx, fundWordings.closeYear, closing.id);
  }
}
