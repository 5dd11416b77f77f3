import { Injectable, type OnModuleInit } from '@nestjs/common';
import { printInstant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { contractWordings } from '../contract.wordings';
import { AmendmentBook, factsOf } from './amendment-book';
import { AmendmentRepository } from './amendment.repository';

/** What happens when an approved amendment is not signed: whoever has not is reminded, then it lapses and its money is free. */
@Injectable()
export class AmendmentClocks implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly repository: AmendmentRepository,
    private readonly book: AmendmentBook,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.clocks.whenPassed('amendment.signReminder', (ctx, { subjectId }) =>
      this.remind(ctx, subjectId),
    );
    this.clocks.whenPassed('amendment.sign', (ctx, { subjectId }) => this.lapse(ctx, subjectId));
  }

  private async remind(ctx: Context, amendmentId: string): Promise<void> {
    const amendment = await this.repository.find(ctx, amendmentId);
    const sign = await this.clocks.find(ctx, 'amendment.sign', amendmentId);
    if (amendment?.state !== 'approved' || sign === null) return;
    const signatures = await this.repository.signatures(ctx, amendmentId);
    const signed = signatures.map(({ side }) => side);
    const { partyId, unitPath } = amendment;
    const told = [
      ...(signed.includes('grantee') ? [] : await this.people.holdersOf(ctx, 'applicant', partyId)),
      ...(signed.includes('funder')
        ? []
        : await this.people.holdersAtUnit(ctx, 'approver', unitPath)),
    ];
    const subject = { kind: 'amendment', id: amendmentId };
    const facts = { ...factsOf(amendment), dueAt: printInstant(sign.dueAt) };
    await this.inbox.write(ctx, told, contractWordings.signAmendmentReminder, subject, facts);
  }

  private async lapse(ctx: Context, amendmentId: string): Promise<void> {
    const amendment = await this.repository.lock(ctx, amendmentId);
    if (amendment?.state === 'approved') await this.book.drop(ctx, amendment, 'lapse');
  }
}
