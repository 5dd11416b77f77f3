import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { People } from '../../../registers/people';
import { CorrectionBook } from './correction-book';
import type { CorrectionEntity } from './correction.entity';
import { CorrectionRepository } from './correction.repository';

/** The approver turns a proposed correction down: the rules stay as they are, and another one may be proposed. */
@Injectable()
export class RefuseCorrection {
  constructor(
    private readonly repository: CorrectionRepository,
    private readonly book: CorrectionBook,
    private readonly people: People,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PEOPLE.DUTIES_CONFLICT */
  async execute(ctx: Context, correctionId: string, reason: string): Promise<CorrectionEntity> {
    const correction = requireFound(await this.repository.lock(ctx, correctionId));
    const { unitPath, roundId } = correction;
    ctx.require('correction.refuse', { unitPath });
    ctx.matches(correction.version);
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    correction.decidedBy = ctx.personId;
    correction.decidedAt = await ctx.now();
    correction.refusalReason = reason;
    await this.book.move(ctx, correction, 'refuse');
    return correction;
  }
}
