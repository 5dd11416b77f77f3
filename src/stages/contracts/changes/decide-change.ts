import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { People } from '../../../registers/people';
import { refuseContracts } from '../contract.refusals';
import { ContractRepository } from '../contract.repository';
import { contractWordings } from '../contract.wordings';
import { ChangeBook, deciderOf } from './change-book';
import type { ChangeEntity } from './change.entity';
import { ChangeRepository } from './change.repository';

/** Whoever has to agree to a change does so, or refuses it: the other side of an agreement, an approver of anything else. */
@Injectable()
export class DecideChange {
  constructor(
    private readonly contracts: ContractRepository,
    private readonly repository: ChangeRepository,
    private readonly book: ChangeBook,
    private readonly people: People,
  ) {}

  /** @throws ACCESS.NOT_FOUND, CONTRACTS.CHANGE_ABSENT, STATE.OUT_OF_ORDER, CONTRACTS.SAME_PERSON_CHANGES, PEOPLE.DUTIES_CONFLICT */
  async execute(
    ctx: Context,
    contractId: string,
    changeId: string,
    isApproved: boolean,
    reason: string,
  ): Promise<ChangeEntity> {
    const { unitPath, partyId } = requireFound(await this.contracts.find(ctx, contractId));
    const change = await this.repository.lock(ctx, changeId, contractId);
    const onlyDuty = change === null ? {} : { onlyDuty: deciderOf(change) };
    ctx.require('contractChange.decide', { unitPath, partyIds: [partyId], ...onlyDuty });
    if (change === null) throw refuseContracts('CONTRACTS.CHANGE_ABSENT', {}, '/changeId');
    const { roundId, requestedBy } = change;
    const requested = { kind: 'contractChange', id: change.id, version: 1 };
    if (await this.people.isSameHand(ctx, requestedBy, requested)) {
      throw refuseContracts('CONTRACTS.SAME_PERSON_CHANGES');
    }
    const group = deciderOf(change) === 'applicant' ? 'bidder' : 'organizer';
    await this.people.noteDuty(ctx, ctx.personId, roundId, group);
    change.decidedBy = ctx.personId;
    change.decidedAt = await ctx.now();
    change.decisionReason = reason;
    await this.book.move(ctx, change, isApproved ? 'approve' : 'refuse');
    const { changeApproved, changeRefused } = contractWordings;
    await this.book.tellBoth(ctx, change, isApproved ? changeApproved : changeRefused);
    return change;
  }
}
