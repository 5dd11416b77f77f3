import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Processes } from '../../../registers/processes';
import { PaymentRepository } from '../orders/payment.repository';
import { recordBatch } from '../payment-events';
import { PaymentsDesk } from '../payments-desk';
import { paymentsWordings } from '../payments.wordings';
import { BatchRepository } from './batch.repository';
import { batchTransitions } from './batch.transitions';

/** Follows a batch from the treasury's first answer to the last. */
@Injectable()
export class SettleBatch {
  constructor(
    private readonly batches: BatchRepository,
    private readonly payments: PaymentRepository,
    private readonly processes: Processes,
    private readonly desk: PaymentsDesk,
  ) {}

  /** Whether the batch was sent. */
  async isSent(ctx: Context, batchId: string): Promise<boolean> {
    const batch = await this.batches.find(ctx, batchId);
    return batch !== null && batch.state !== 'open';
  }

  /** Whether every payment of the batch has its voucher, entered once at least. */
  async hasVouchers(ctx: Context, batchId: string): Promise<boolean> {
    if ((await this.payments.countOfBatch(ctx, batchId, ['sent'])) > 0) return false;
    await this.desk.done(ctx, paymentsWordings.answers, batchId);
    return true;
  }

  /** Settles a batch whose payments are all paid or returned, and ends its process. @returns whether it is settled */
  async settle(ctx: Context, batchId: string): Promise<boolean> {
    const batch = await this.batches.lock(ctx, batchId);
    if (batch?.state === 'settled') return true;
    if (batch?.state !== 'sent') return false;
    if ((await this.payments.countOfBatch(ctx, batchId, ['sent', 'vouchered'])) > 0) return false;
    batch.state = batchTransitions.next(batch.state, 'settle');
    batch.version += 1;
    await this.batches.update(ctx, batch);
    await recordBatch(ctx, batch, 'settle');
    await this.processes.end(ctx, { kind: 'payment', id: batchId });
    return true;
  }
}
