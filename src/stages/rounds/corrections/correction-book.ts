import { Injectable } from '@nestjs/common';
import { printInstant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import type { RevisionsOfBids } from '../bid-book';
import { roundWordings } from '../round.wordings';
import type { CorrectionEntity } from './correction.entity';
import { CorrectionRepository } from './correction.repository';
import { correctionTransitions, type CorrectionMove } from './correction.transitions';
import { movesOnlyTheDeadline } from './lawful-correction';

const events: Readonly<Record<CorrectionMove, string>> = {
  approve: 'rounds.correction-approved',
  refuse: 'rounds.correction-refused',
  lapse: 'rounds.correction-lapsed',
};

/** The one way in which corrections move; each move ends what was asked of the approvers. */
@Injectable()
export class CorrectionBook {
  constructor(
    private readonly repository: CorrectionRepository,
    private readonly inbox: Inbox,
  ) {}

  /** @param correction locked by the caller @throws STATE.OUT_OF_ORDER */
  async move(ctx: Context, correction: CorrectionEntity, move: CorrectionMove): Promise<void> {
    correction.state = correctionTransitions.next(correction.state, move);
    correction.version += 1;
    await this.repository.update(ctx, correction);
    await recordCorrection(ctx, correction, events[move], move);
    const task = roundWordings.approveCorrection;
    if (move === 'lapse') await this.inbox.lapse(ctx, task, correction.id);
    else await this.inbox.done(ctx, task, correction.id);
  }

  /** The deadline is over, or the call was cancelled: what was proposed and not decided comes to nothing. */
  async lapseOf(ctx: Context, roundId: string): Promise<void> {
    const correction = await this.repository.lockProposed(ctx, roundId);
    if (correction !== null) await this.move(ctx, correction, 'lapse');
  }

  /** What the corrections that are in force mean for bids that name an earlier revision. */
  async revisionsOfBids(ctx: Context, roundId: string): Promise<RevisionsOfBids> {
    const approved = await this.repository.approved(ctx, roundId);
    const last = (is: (correction: CorrectionEntity) => boolean) =>
      approved.findLast(is)?.revision ?? 1;
    return {
      changedBy: last((one) => one.requiresResubmission || !movesOnlyTheDeadline(one.difference)),
      demandedBy: last((one) => one.requiresResubmission),
    };
  }
}

/** Tells the officers of the unit; what an approval means for everybody is told by the round's own event. */
export async function recordCorrection(
  ctx: Context,
  { id, roundId, unitPath, version, fromInstant, toInstant }: CorrectionEntity,
  name: string,
  move: CorrectionMove | null,
): Promise<void> {
  await ctx.record({
    name,
    aggregate: { kind: 'correction', id, version },
    move,
    roundId,
    body: { roundId, from: printInstant(fromInstant), to: printInstant(toInstant) },
    audience: { unitPaths: [unitPath] },
  });
}
