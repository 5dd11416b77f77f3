import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Attachments, type NamedAttachment } from '../../../registers/attachments';
import { People } from '../../../registers/people';
import { Rounds } from '../../rounds';
import { ProjectBook } from '../amendments/contracted-project';
import { sideOf } from '../contract-side';
import { refuseContracts } from '../contract.refusals';
import { ContractRepository } from '../contract.repository';
import { contractTransitions } from '../contract.transitions';
import { contractWordings } from '../contract.wordings';
import { ChangeBook, recordChange } from './change-book';
import { requireStated, type ChangeStatements } from './change-statements';
import type { ChangeEntity } from './change.entity';
import { ChangeRepository } from './change.repository';
import { changeTransitions } from './change.transitions';

/** One side asks for a change by a rule of the round, or tells of one that nobody has to agree to. */
@Injectable()
export class RequestChange {
  constructor(
    private readonly contracts: ContractRepository,
    private readonly repository: ChangeRepository,
    private readonly rounds: Rounds,
    private readonly projects: ProjectBook,
    private readonly book: ChangeBook,
    private readonly attachments: Attachments,
    private readonly people: People,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, CONTRACTS.CHANGE_UNKNOWN, CONTRACTS.STATEMENT_MISSING, CONTRACTS.PAPER_MISSING,
   * PAYMENTS.PROJECT_NOT_RUNNING, PEOPLE.DUTIES_CONFLICT, and what Attachments.bind refuses
   * @source cn-binhai-2014: a great change is reported in writing and settled by both; rounds.md axis 34
   */
  async execute(
    ctx: Context,
    contractId: string,
    code: string,
    statements: ChangeStatements,
    attachments: readonly NamedAttachment[],
  ): Promise<ChangeEntity> {
    const contract = requireFound(await this.contracts.lock(ctx, contractId));
    const { unitPath, roundId, partyId, awardId } = contract;
    ctx.require('contractChange.request', { unitPath, roundId, partyIds: [partyId] });
    const { ruleSet } = await this.rounds.get(ctx, roundId);
    const rules = ruleSet.changes?.find((change) => change.code === code);
    if (rules === undefined) throw refuseContracts('CONTRACTS.CHANGE_UNKNOWN', { code }, '/code');
    contractTransitions.next(contract.state, 'amend');
    await this.projects.book.requireRunning(ctx, awardId);
    requireStated(rules, statements, attachments.length);
    const side = sideOf(ctx, contract);
    const group = side === 'grantee' ? 'bidder' : 'organizer';
    await this.people.noteDuty(ctx, ctx.personId, roundId, group);
    const change: ChangeEntity = {
      ...{ id: newId(), contractId, awardId, roundId, partyId, unitPath, code, rules, side },
      ...{ statements, state: changeTransitions.initial, requestedBy: ctx.personId },
      requestedAt: await ctx.now(),
      ...{ decidedBy: null, decidedAt: null, decisionReason: null, version: 1 },
    };
    await this.repository.insert(ctx, change);
    await this.attach(ctx, change, attachments);
    await recordChange(ctx, change, null);
    if (rules.approval === 'notice') await this.book.move(ctx, change, 'note');
    else await this.book.askToDecide(ctx, change);
    await this.book.tellBoth(ctx, change, contractWordings.changeRequested);
    return change;
  }

  /** Of the party's own, whoever acts for it may have uploaded it. */
  private async attach(
    ctx: Context,
    { id, side, partyId }: ChangeEntity,
    named: readonly NamedAttachment[],
  ): Promise<void> {
    if (named.length === 0) return;
    const uploaders =
      side === 'grantee' ? await this.people.holdersOf(ctx, 'applicant', partyId) : [ctx.personId];
    await this.attachments.bind(ctx, { kind: 'contractChange', id }, named, uploaders);
  }
}
