import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import { Processes } from '../../../registers/processes';
import type { PaymentEntity } from '../orders/payment.entity';
import { recordBatch } from '../payment-events';
import { PaymentsDesk } from '../payments-desk';
import { paymentsWordings } from '../payments.wordings';
import type { BatchEntity } from './batch.entity';
import { BatchRepository } from './batch.repository';
import { batchTransitions } from './batch.transitions';

/** So many calendar days after a batch was opened the makers are reminded to send it (invented: no source says when). */
const DISPATCH_REMINDER_DAYS = 5;

/** Gives a released payment the next line of its unit's open batch. */
@Injectable()
export class FillBatch {
  constructor(
    private readonly repository: BatchRepository,
    private readonly processes: Processes,
    private readonly clocks: Clocks,
    private readonly desk: PaymentsDesk,
  ) {}

  /** Sets the payment's batch and line; the caller saves it. A full batch waits to be sent, and the next one is opened. */
  async take(ctx: Context, payment: PaymentEntity): Promise<void> {
    const open = await this.repository.lockOpen(ctx, payment.unitId);
    const batch = open ?? (await this.newBatch(ctx, payment));
    batch.lastLine += 1;
    payment.batchId = batch.id;
    payment.lineNo = batch.lastLine;
    if (open === null) await this.open(ctx, batch);
    else {
      batch.version += 1;
      await this.repository.update(ctx, batch);
    }
    const nudges = [{ kind: 'payment', id: batch.id } as const];
    await recordBatch(ctx, batch, 'take', { body: { paymentId: payment.id }, nudges });
  }

  private async newBatch(ctx: Context, { unitId, unitPath }: PaymentEntity): Promise<BatchEntity> {
    return {
      id: newId(),
      unitId,
      unitPath,
      state: batchTransitions.initial,
      lastLine: 0,
      openedAt: await ctx.now(),
      sentAt: null,
      sentBy: null,
      requestDigest: null,
      version: 1,
    };
  }

  private async open(ctx: Context, batch: BatchEntity): Promise<void> {
    await this.repository.insert(ctx, batch);
    const process = { kind: 'payment', id: batch.id } as const;
    const subject = { kind: 'batch', id: batch.id };
    await this.processes.begin(ctx, process);
    await this.clocks.start(ctx, {
      rule: 'batch.dispatchReminder',
      article: 'batches/dispatchReminder',
      subject,
      process,
      from: batch.openedAt,
      count: { unit: 'calendarDays', n: DISPATCH_REMINDER_DAYS },
    });
    await this.desk.ask(ctx, batch, 'maker', { kind: paymentsWordings.dispatch, subject });
  }
}
