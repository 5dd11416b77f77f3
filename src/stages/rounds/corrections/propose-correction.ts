import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { printInstant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { differencesBetween, parseRuleSet } from '../../../rules';
import { LotKeeper } from '../lot-keeper';
import type { RoundEntity } from '../round.entity';
import { refuseRounds } from '../round.refusals';
import { RoundRepository } from '../round.repository';
import { roundTransitions } from '../round.transitions';
import { roundWordings } from '../round.wordings';
import { recordCorrection } from './correction-book';
import type { CorrectionEntity } from './correction.entity';
import { CorrectionRepository } from './correction.repository';
import { correctionTransitions } from './correction.transitions';
import { nextDeadline, requireLawful, standingDeadline } from './lawful-correction';

/** A correction as it is proposed. */
export interface NewCorrection {
  /** The rules as they are to be, whole. */
  readonly ruleSet: unknown;
  readonly reason: string;
  /** Whether bids that name an earlier revision lapse at the close. */
  readonly requiresResubmission: boolean;
}

/** An officer proposes to correct the rules of an open call. By itself it changes nothing: another person has to approve it. */
@Injectable()
export class ProposeCorrection {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly repository: CorrectionRepository,
    private readonly lots: LotKeeper,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, ROUNDS.CALL_CLOSED, RulesRefused, what requireLawful refuses,
   * ROUNDS.CORRECTION_PROPOSED, PEOPLE.DUTIES_CONFLICT
   */
  async execute(ctx: Context, roundId: string, wanted: NewCorrection): Promise<CorrectionEntity> {
    const round = requireFound(await this.rounds.lock(ctx, roundId));
    ctx.require('correction.propose', { unitPath: round.unitPath });
    ctx.matches(round.version);
    roundTransitions.next(round.state, 'correct');
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    const { lots, at } = await this.lots.shutBeforeClose(ctx, roundId);
    const { reason, requiresResubmission } = wanted;
    const standing = standingDeadline(lots);
    const { document: before } = await this.rounds.revisionOf(ctx, round);
    const after = parseRuleSet(wanted.ruleSet);
    const difference = differencesBetween(before, after);
    requireLawful({ before, after, difference, requiresResubmission, standing, at });
    const correction: CorrectionEntity = {
      id: newId(),
      roundId,
      unitPath: round.unitPath,
      document: after,
      difference,
      fromInstant: standing,
      toInstant: nextDeadline(after, standing),
      requiresResubmission,
      reason,
      state: correctionTransitions.initial,
      proposedBy: ctx.personId,
      proposedAt: at,
      decidedBy: null,
      decidedAt: null,
      refusalReason: null,
      revision: null,
      version: 1,
    };
    if (!(await this.repository.insert(ctx, correction))) {
      throw refuseRounds('ROUNDS.CORRECTION_PROPOSED');
    }
    await recordCorrection(ctx, correction, 'rounds.correction-proposed', null);
    await this.askApprovers(ctx, round, correction);
    return correction;
  }

  private async askApprovers(
    ctx: Context,
    round: RoundEntity,
    { id, fromInstant, toInstant: closesAt }: CorrectionEntity,
  ): Promise<void> {
    const subject = { kind: 'correction', id };
    const facts = { round: round.code, closesAt: printInstant(closesAt) };
    await this.inbox.open(ctx, {
      kind: roundWordings.approveCorrection,
      subject,
      to: { duty: 'approver', scope: { kind: 'unit', id: round.unitId } },
      dueAt: fromInstant,
      facts,
    });
    const approvers = await this.people.holdersAtUnit(ctx, 'approver', round.unitPath);
    await this.inbox.write(ctx, approvers, roundWordings.approveCorrection, subject, facts);
  }
}
