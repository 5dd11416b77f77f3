import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOf, daysBetween } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { Clocks, type ClockEntity } from '../../registers/clocks';
import { BatchRepository } from './batches/batch.repository';
import { PaymentRepository } from './orders/payment.repository';
import { PaymentBasis } from './payment-basis';
import { factsOf, PaymentsDesk } from './payments-desk';
import { paymentsWordings } from './payments.wordings';
import { CLAIM_REMINDER_DAYS } from './tranches/make-tranche-due';
import type { TrancheEntity } from './tranches/tranche.entity';
import { TrancheRepository } from './tranches/tranche.repository';

/** A party that has not claimed for two years is no longer reminded; Guangzhou took unspent money back after that time. */
const REMINDED_DAYS = 2 * 365;

/** What happens when nobody claims, pays, sends or answers: people are reminded, then those in charge are told. */
@Injectable()
export class PaymentClocks implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly tranches: TrancheRepository,
    private readonly batches: BatchRepository,
    private readonly payments: PaymentRepository,
    private readonly basis: PaymentBasis,
    private readonly desk: PaymentsDesk,
  ) {}

  onModuleInit(): void {
    this.clocks.whenPassed('tranche.claimReminder', (ctx, clock) => this.remindToClaim(ctx, clock));
    this.clocks.whenPassed('tranche.pay', (ctx, clock) => this.tellOverdue(ctx, clock));
    this.clocks.whenPassed('batch.dispatchReminder', (ctx, { subjectId }) =>
      this.remindOfBatch(ctx, subjectId, 'released', paymentsWordings.dispatchReminder),
    );
    this.clocks.whenPassed('batch.answerReminder', (ctx, { subjectId }) =>
      this.remindOfBatch(ctx, subjectId, 'sent', paymentsWordings.answersReminder),
    );
  }

  private async remindToClaim(ctx: Context, clock: ClockEntity): Promise<void> {
    const tranche = await this.tranches.lock(ctx, clock.subjectId);
    if (tranche?.state !== 'due') return;
    await this.tell(ctx, tranche, ['applicant'], paymentsWordings.claimReminder);
    const waited = daysBetween(dayOf(tranche.dueSince!), dayOf(clock.dueAt));
    if (waited >= REMINDED_DAYS) return;
    await this.clocks.start(ctx, {
      rule: clock.rule,
      article: clock.article,
      subject: { kind: 'tranche', id: tranche.id },
      process: { kind: 'project', id: tranche.projectId },
      from: clock.dueAt,
      count: { unit: 'calendarDays', n: CLAIM_REMINDER_DAYS },
    });
  }

  private async tellOverdue(ctx: Context, { subjectId }: ClockEntity): Promise<void> {
    const tranche = await this.tranches.lock(ctx, subjectId);
    if (tranche === null || tranche.state === 'paid' || tranche.state === 'void') return;
    await this.tell(ctx, tranche, ['maker', 'checker', 'organizer'], paymentsWordings.overdue);
    const { project } = await this.basis.get(ctx, tranche.projectId);
    await this.desk.ask(ctx, tranche, 'organizer', {
      kind: paymentsWordings.overdue,
      subject: { kind: 'tranche', id: tranche.id },
      facts: factsOf(project, tranche),
    });
  }

  private async tell(
    ctx: Context,
    tranche: TrancheEntity,
    duties: readonly ('applicant' | 'maker' | 'checker' | 'organizer')[],
    wording: string,
  ): Promise<void> {
    const { project } = await this.basis.get(ctx, tranche.projectId);
    const subject = { kind: 'tranche', id: tranche.id };
    for (const duty of duties) {
      await this.desk.tell(ctx, tranche, duty, wording, subject, factsOf(project, tranche));
    }
  }

  private async remindOfBatch(
    ctx: Context,
    batchId: string,
    state: 'released' | 'sent',
    wording: string,
  ): Promise<void> {
    const batch = await this.batches.find(ctx, batchId);
    const count = await this.payments.countOfBatch(ctx, batchId, [state]);
    if (batch === null || count === 0) return;
    await this.desk.tell(ctx, batch, 'maker', wording, { kind: 'batch', id: batchId }, { count });
  }
}
