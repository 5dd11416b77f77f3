import { Injectable } from '@nestjs/common';
import { printInstant } from '../../../kernel/instant';
import { digestOf } from '../../../platform/crypto/digest';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import type { Json } from '../../../platform/record/domain-event';
import { Clocks } from '../../../registers/clocks';
import { People } from '../../../registers/people';
import type { LotEntity } from '../lot.entity';
import { LotKeeper } from '../lot-keeper';
import type { RoundEntity } from '../round.entity';
import { refuseRounds } from '../round.refusals';
import { RoundRepository } from '../round.repository';
import { roundTransitions } from '../round.transitions';
import type { RuleSetRevisionEntity } from '../rule-set-revision.entity';
import { AnnounceCorrection } from './announce-correction';
import { CorrectionBook } from './correction-book';
import type { CorrectionEntity } from './correction.entity';
import { CorrectionRepository } from './correction.repository';
import { requireLawful, standingDeadline } from './lawful-correction';

/**
 * Another person approves a proposed correction: the rules of the open call are at their next revision, published with its
 * difference, and the deadline moves later where that is a part of it.
 * @source reliability standard I6: only forward, before it passes, by two persons, published; all former deadlines are kept
 */
@Injectable()
export class ApproveCorrection {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly repository: CorrectionRepository,
    private readonly book: CorrectionBook,
    private readonly lots: LotKeeper,
    private readonly clocks: Clocks,
    private readonly people: People,
    private readonly announce: AnnounceCorrection,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, ROUNDS.SAME_PERSON_CORRECTS, ROUNDS.CALL_CLOSED, ROUNDS.TIME_TOO_SHORT,
   * PEOPLE.DUTIES_CONFLICT
   */
  async execute(ctx: Context, correctionId: string): Promise<CorrectionEntity> {
    const { roundId } = requireFound(await this.repository.find(ctx, correctionId));
    const round = requireFound(await this.rounds.lock(ctx, roundId));
    ctx.require('correction.approve', { unitPath: round.unitPath });
    round.state = roundTransitions.next(round.state, 'correct');
    // The gate before the correction: closing takes them in this order, too.
    const { lots, at } = await this.lots.shutBeforeClose(ctx, roundId);
    const correction = requireFound(await this.repository.lock(ctx, correctionId));
    ctx.matches(correction.version);
    await this.requireAnother(ctx, correction);
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    const { document: before } = await this.rounds.revisionOf(ctx, round);
    // It was lawful when it was proposed; what is left until the deadline has become less.
    const standing = standingDeadline(lots);
    requireLawful({ ...correction, before, after: correction.document, standing, at });
    correction.decidedBy = ctx.personId;
    correction.decidedAt = at;
    correction.revision = round.revision + 1;
    await this.book.move(ctx, correction, 'approve');
    const revision = await this.nextRevision(ctx, round, correction);
    for (const lot of lots) await this.extend(ctx, lot, correction);
    round.version += 1;
    await this.rounds.update(ctx, round);
    await this.announce.execute(ctx, round, revision, correction);
    return correction;
  }

  private async requireAnother(ctx: Context, { id, proposedBy }: CorrectionEntity): Promise<void> {
    const proposed = { kind: 'correction', id, version: 1 };
    if (await this.people.isSameHand(ctx, proposedBy, proposed)) {
      throw refuseRounds('ROUNDS.SAME_PERSON_CORRECTS');
    }
  }

  private async nextRevision(
    ctx: Context,
    round: RoundEntity,
    { document, difference, reason, decidedAt }: CorrectionEntity,
  ): Promise<RuleSetRevisionEntity> {
    round.revision += 1;
    const revision: RuleSetRevisionEntity = {
      roundId: round.id,
      revision: round.revision,
      document,
      digest: digestOf(document as unknown as Json),
      difference,
      reason,
      madeBy: ctx.personId,
      madeAt: decidedAt!,
    };
    await this.rounds.insertRevision(ctx, revision);
    return revision;
  }

  private async extend(
    ctx: Context,
    lot: LotEntity,
    { toInstant: closesAt }: CorrectionEntity,
  ): Promise<void> {
    if (closesAt <= lot.closesAt) return;
    const body = { from: printInstant(lot.closesAt), to: printInstant(closesAt) };
    const later = { ...lot, closesAt };
    const moved = { body, audience: { public: true } } as const;
    if (lot.state === 'planned') {
      await this.lots.move(ctx, later, 'postpone', moved);
      return;
    }
    await this.lots.move(ctx, later, 'extend', moved);
    if (!(await this.clocks.moveTo(ctx, 'lot.closes', lot.id, closesAt))) {
      throw refuseRounds('ROUNDS.CALL_CLOSED');
    }
  }
}
