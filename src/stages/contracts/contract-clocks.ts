import { Injectable, type OnModuleInit } from '@nestjs/common';
import { printInstant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { Holds } from '../../registers/holds';
import { Inbox } from '../../registers/inbox';
import { People } from '../../registers/people';
import { Awards, type Award } from '../awards';
import { Rounds } from '../rounds';
import type { ContractEntity } from './contract.entity';
import { ContractRepository } from './contract.repository';
import { contractWordings } from './contract.wordings';
import { RefuseContract } from './refuse-contract';

const LAPSED = '逾期未签署 Not signed in time';

/**
 * What happens when a contract is not signed: both sides are reminded; when the time is over, an award that its party has not
 * signed for lapses. A party that has signed does not lose its award to the funder's delay, nor one that could not sign to a
 * hold; of both the supervisors hear.
 */
@Injectable()
export class ContractClocks implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly repository: ContractRepository,
    private readonly awards: Awards,
    private readonly rounds: Rounds,
    private readonly refuseContract: RefuseContract,
    private readonly holds: Holds,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.clocks.whenPassed('contract.signReminder', (ctx, { subjectId }) =>
      this.remind(ctx, subjectId),
    );
    this.clocks.whenPassed('contract.sign', (ctx, { subjectId }) => this.lapse(ctx, subjectId));
  }

  private async remind(ctx: Context, contractId: string): Promise<void> {
    const contract = await this.repository.find(ctx, contractId);
    const sign = await this.clocks.find(ctx, 'contract.sign', contractId);
    if (contract?.state !== 'drawn' || sign === null) return;
    const signed = (await this.repository.signatures(ctx, contractId)).map(({ side }) => side);
    const { partyId, unitPath } = contract;
    const told = [
      ...(signed.includes('grantee') ? [] : await this.people.holdersOf(ctx, 'applicant', partyId)),
      ...(signed.includes('funder')
        ? []
        : await this.people.holdersAtUnit(ctx, 'approver', unitPath)),
    ];
    const facts = { title: contract.document.title, dueAt: printInstant(sign.dueAt) };
    const subject = { kind: 'contract', id: contractId };
    await this.inbox.write(ctx, told, contractWordings.signReminder, subject, facts);
  }

  private async lapse(ctx: Context, contractId: string): Promise<void> {
    const found = await this.repository.find(ctx, contractId);
    if (found === null) return;
    const award = await this.awards.lock(ctx, found.awardId);
    const contract = (await this.repository.lock(ctx, contractId))!;
    if (contract.state !== 'drawn') return;
    const signatures = await this.repository.signatures(ctx, contractId);
    const hasSigned = signatures.some(({ side }) => side === 'grantee');
    if (hasSigned || (await this.isHeld(ctx, award))) await this.escalate(ctx, contract);
    else {
      await this.refuseContract.execute(ctx, contract, LAPSED);
      await this.awards.lapse(ctx, contract.awardId, LAPSED);
    }
  }

  private async isHeld(ctx: Context, { id, lotId }: Award): Promise<boolean> {
    return (await this.holds.active(ctx, lotId === null ? [id] : [id, lotId])).length > 0;
  }

  private async escalate(ctx: Context, contract: ContractEntity): Promise<void> {
    const { unitId } = await this.rounds.get(ctx, contract.roundId);
    const subject = { kind: 'contract', id: contract.id };
    const facts = { title: contract.document.title };
    await this.inbox.open(ctx, {
      kind: contractWordings.signOverdue,
      subject,
      to: { duty: 'supervisor', scope: { kind: 'unit', id: unitId } },
      facts,
    });
    const approvers = await this.people.holdersAtUnit(ctx, 'approver', contract.unitPath);
    const supervisors = await this.people.holdersAtUnit(ctx, 'supervisor', contract.unitPath);
    const told = [...approvers, ...supervisors];
    await this.inbox.write(ctx, told, contractWordings.signOverdue, subject, facts);
  }
}
