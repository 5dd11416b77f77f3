import { Injectable, type OnModuleInit } from '@nestjs/common';
import { printInstant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { Clocks, type ClockEntity } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Rounds } from '../../rounds';
import type { ContractEntity } from '../contract.entity';
import { ContractRepository } from '../contract.repository';
import { contractWordings } from '../contract.wordings';
import { FilingRepository } from './filing.repository';

/** So many working days before the time for filing ends the programme officers are reminded (invented). */
const REMINDED_BEFORE = 2;

/** Lets the time for filing a copy of a contract run, where its rules have one, and tells those in charge when it is over. */
@Injectable()
export class AwaitFiling implements OnModuleInit {
  constructor(
    private readonly contracts: ContractRepository,
    private readonly repository: FilingRepository,
    private readonly rounds: Rounds,
    private readonly clocks: Clocks,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.clocks.whenPassed('contract.fileReminder', (ctx, { subjectId }) =>
      this.tell(ctx, subjectId, contractWordings.fileReminder, ['organizer']),
    );
    this.clocks.whenPassed('contract.file', (ctx, clock) => this.escalate(ctx, clock));
  }

  /**
   * Starts the time for filing the contract of an award, once; does nothing where the rules have none, or it is not signed.
   * @throws CALENDAR.YEAR_UNKNOWN as `Clocks.start` does
   */
  async start(ctx: Context, awardId: string): Promise<void> {
    const contract = await this.contracts.ofAward(ctx, awardId);
    const signedAt = contract?.signedAt ?? null;
    if (contract === null || signedAt === null) return;
    const { ruleSet, unitId } = await this.rounds.get(ctx, contract.roundId);
    const { fileWithinWorkingDays: n } = ruleSet.contract;
    if (n === undefined || (await this.isKnown(ctx, contract))) return;
    const subject = { kind: 'contract', id: contract.id };
    const period = {
      rule: 'contract.file',
      article: `${ruleSet.code}/contract/fileWithinWorkingDays`,
      subject,
      process: { kind: 'project', id: awardId },
      from: signedAt,
      count: { unit: 'workingDays', n },
    } as const;
    const reminder = { rule: 'contract.fileReminder', before: REMINDED_BEFORE };
    const { dueAt } = await this.clocks.startReminded(ctx, period, reminder);
    await this.inbox.open(ctx, {
      kind: contractWordings.file,
      ...{ subject, dueAt },
      to: { duty: 'organizer', scope: { kind: 'unit', id: unitId } },
      facts: { title: contract.document.title, dueAt: printInstant(dueAt) },
    });
  }

  private async isKnown(ctx: Context, { id }: ContractEntity): Promise<boolean> {
    if ((await this.clocks.find(ctx, 'contract.file', id)) !== null) return true;
    return (await this.repository.of(ctx, [id])).has(id);
  }

  private async escalate(ctx: Context, { subjectId }: ClockEntity): Promise<void> {
    const contract = await this.contracts.find(ctx, subjectId);
    if (contract === null) return;
    const { unitId } = await this.rounds.get(ctx, contract.roundId);
    await this.inbox.open(ctx, {
      kind: contractWordings.fileOverdue,
      subject: { kind: 'contract', id: subjectId },
      to: { duty: 'supervisor', scope: { kind: 'unit', id: unitId } },
      facts: { title: contract.document.title },
    });
    const { fileOverdue } = contractWordings;
    await this.tell(ctx, subjectId, fileOverdue, ['organizer', 'supervisor']);
  }

  private async tell(
    ctx: Context,
    contractId: string,
    wording: string,
    duties: readonly ('organizer' | 'supervisor')[],
  ): Promise<void> {
    const contract = await this.contracts.find(ctx, contractId);
    if (contract === null) return;
    const subject = { kind: 'contract', id: contractId };
    const facts = { title: contract.document.title };
    for (const duty of duties) {
      const people = await this.people.holdersAtUnit(ctx, duty, contract.unitPath);
      await this.inbox.write(ctx, people, wording, subject, facts);
    }
  }
}
