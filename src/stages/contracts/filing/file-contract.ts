import { Injectable } from '@nestjs/common';
import { refuse } from '../../../kernel/refusal';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { audienceOf } from '../contract-moves';
import type { ContractEntity } from '../contract.entity';
import { refuseContracts } from '../contract.refusals';
import { ContractRepository } from '../contract.repository';
import { contractWordings } from '../contract.wordings';
import { FilingRepository } from './filing.repository';

/** An officer records that a copy of a signed contract was filed, with the number under which it is kept. */
@Injectable()
export class FileContract {
  constructor(
    private readonly contracts: ContractRepository,
    private readonly repository: FilingRepository,
    private readonly clocks: Clocks,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, CONTRACTS.FILED_ALREADY, PEOPLE.DUTIES_CONFLICT
   * @source 政府采购法 art. 47: a copy is filed within seven working days of the signature
   */
  async execute(ctx: Context, contractId: string, number: string): Promise<ContractEntity> {
    const contract = requireFound(await this.contracts.lock(ctx, contractId));
    const { id, unitPath, roundId, state, signedAt } = contract;
    ctx.require('contract.file', { unitPath, roundId });
    if (signedAt === null) {
      throw refuse('STATE.OUT_OF_ORDER', { thing: 'contract', state, act: 'file' });
    }
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    const filing = {
      ...{ id, number, filedBy: ctx.personId, filedAt: await ctx.now() },
      version: 1,
    };
    if (!(await this.repository.insert(ctx, filing))) {
      throw refuseContracts('CONTRACTS.FILED_ALREADY');
    }
    await ctx.record({
      name: 'contracts.contract-filed',
      aggregate: { kind: 'contractFiling', id, version: 1 },
      move: null,
      roundId,
      body: { contractId: id, number },
      audience: audienceOf(contract),
    });
    await this.clocks.meet(ctx, 'contract.file', id);
    await this.clocks.cancel(ctx, 'contract.fileReminder', id);
    await this.inbox.done(ctx, contractWordings.file, id);
    await this.inbox.done(ctx, contractWordings.fileOverdue, id);
    return contract;
  }
}
