import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { printInstant, type Instant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { LotKeeper } from '../lot-keeper';
import type { RoundEntity } from '../round.entity';
import { refuseRounds } from '../round.refusals';
import { RoundRepository } from '../round.repository';
import { roundTransitions } from '../round.transitions';
import { roundWordings } from '../round.wordings';
import { recordExtension } from './extension-book';
import type { ExtensionEntity } from './extension.entity';
import { ExtensionRepository } from './extension.repository';
import { extensionTransitions } from './extension.transitions';
import { requireLater, rulesClosingAt } from './later-deadline';

/** An officer proposes a later deadline for a call. By itself it changes nothing: another person has to approve it. */
@Injectable()
export class ProposeExtension {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly repository: ExtensionRepository,
    private readonly lots: LotKeeper,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, ROUNDS.CALL_CLOSED, ROUNDS.NOT_LATER, ROUNDS.EXTENSION_PROPOSED,
   * RulesRefused, PEOPLE.DUTIES_CONFLICT
   */
  async execute(
    ctx: Context,
    roundId: string,
    closesAt: Instant,
    reason: string,
  ): Promise<ExtensionEntity> {
    const round = requireFound(await this.rounds.lock(ctx, roundId));
    ctx.require('extension.propose', { unitPath: round.unitPath });
    ctx.matches(round.version);
    roundTransitions.next(round.state, 'extend');
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    const { lots, at } = await this.lots.shutBeforeClose(ctx, roundId);
    const standing = lots[0]!.closesAt;
    requireLater(standing, closesAt);
    const { document } = await this.rounds.revisionOf(ctx, round);
    rulesClosingAt(document, closesAt);
    const extension: ExtensionEntity = {
      id: newId(),
      roundId,
      unitPath: round.unitPath,
      fromInstant: standing,
      toInstant: closesAt,
      reason,
      state: extensionTransitions.initial,
      proposedBy: ctx.personId,
      proposedAt: at,
      decidedBy: null,
      decidedAt: null,
      refusalReason: null,
      revision: null,
      version: 1,
    };
    if (!(await this.repository.insert(ctx, extension))) {
      throw refuseRounds('ROUNDS.EXTENSION_PROPOSED');
    }
    await recordExtension(ctx, extension, 'rounds.extension-proposed', null);
    await this.askApprovers(ctx, round, extension);
    return extension;
  }

  private async askApprovers(
    ctx: Context,
    round: RoundEntity,
    { id, fromInstant, toInstant }: ExtensionEntity,
  ): Promise<void> {
    const subject = { kind: 'extension', id };
    const facts = { round: round.code, closesAt: printInstant(toInstant) };
    await this.inbox.open(ctx, {
      kind: roundWordings.approveExtension,
      subject,
      to: { duty: 'approver', scope: { kind: 'unit', id: round.unitId } },
      dueAt: fromInstant,
      facts,
    });
    const approvers = await this.people.holdersAtUnit(ctx, 'approver', round.unitPath);
    await this.inbox.write(ctx, approvers, roundWordings.approveExtension, subject, facts);
  }
}
