import { Injectable } from '@nestjs/common';
import { sha256Hex } from '../../../platform/crypto/digest';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Clocks } from '../../../registers/clocks';
import { orderAsItStands } from '../orders/order-as-it-stands';
import { PaymentRepository } from '../orders/payment.repository';
import { paymentTransitions } from '../orders/payment.transitions';
import { VoidApproval, type OrderedTranche } from '../orders/void-approval';
import { recordBatch, recordPayment } from '../payment-events';
import { PaymentsDesk } from '../payments-desk';
import { refusePayments } from '../payments.refusals';
import { paymentsWordings } from '../payments.wordings';
import type { BatchEntity } from './batch.entity';
import { BatchRepository } from './batch.repository';
import { batchTransitions } from './batch.transitions';
import { PrintRequest } from './print-request';
import { digestOfRequest, type TreasuryRequest } from './treasury-request';

/** So many calendar days after a batch was sent its makers are reminded of missing vouchers (invented: no source says when). */
const ANSWER_REMINDER_DAYS = 10;

/** A batch that was sent, with the request list as it went out. */
export interface SentBatch {
  readonly batch: BatchEntity;
  readonly request: TreasuryRequest;
}

/**
 * The maker sends a batch to the treasury. Each payment is looked at once more: one whose approval has lost its ground stays
 * behind, and of the others the order is made anew and must have the digest that was approved.
 */
@Injectable()
export class DispatchBatch {
  constructor(
    private readonly batches: BatchRepository,
    private readonly payments: PaymentRepository,
    private readonly voidApproval: VoidApproval,
    private readonly printRequest: PrintRequest,
    private readonly clocks: Clocks,
    private readonly desk: PaymentsDesk,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PAYMENTS.NOTHING_TO_SEND */
  async execute(ctx: Context, batchId: string): Promise<SentBatch> {
    const batch = await this.batches.lock(ctx, batchId);
    if (batch === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('paymentBatch.dispatch', { unitPath: batch.unitPath });
    ctx.matches(batch.version);
    batch.state = batchTransitions.next(batch.state, 'send');
    const released = await this.payments.lockOfBatch(ctx, batchId);
    const orders = await this.voidApproval.whereGroundIsLost(ctx, released);
    if (orders.length === 0) throw refusePayments('PAYMENTS.NOTHING_TO_SEND');
    const payments = orders.map(({ payment }) => payment);
    const request = await this.printRequest.execute(ctx, batch, payments);
    batch.sentAt = await ctx.now();
    batch.sentBy = ctx.personId;
    batch.requestDigest = digestOfRequest(request);
    batch.version += 1;
    await this.batches.update(ctx, batch);
    for (const order of orders) await this.send(ctx, order);
    await recordBatch(ctx, batch, 'send', {
      body: { requestDigest: batch.requestDigest, count: payments.length },
      nudges: [{ kind: 'payment', id: batch.id }],
    });
    await this.passOn(ctx, batch);
    return { batch, request };
  }

  private async send(ctx: Context, { payment, tranche }: OrderedTranche): Promise<void> {
    payment.state = paymentTransitions.next(payment.state, 'send');
    payment.executedDigest = sha256Hex(orderAsItStands(payment, tranche));
    payment.version += 1;
    await this.payments.update(ctx, payment);
    await recordPayment(ctx, payment, 'send', {
      body: { batchId: payment.batchId, executedDigest: payment.executedDigest },
    });
  }

  private async passOn(ctx: Context, batch: BatchEntity): Promise<void> {
    const subject = { kind: 'batch', id: batch.id };
    await this.clocks.meet(ctx, 'batch.dispatchReminder', batch.id);
    await this.desk.done(ctx, paymentsWordings.dispatch, batch.id);
    await this.clocks.start(ctx, {
      rule: 'batch.answerReminder',
      article: 'batches/answerReminder',
      subject,
      process: { kind: 'payment', id: batch.id },
      from: batch.sentAt!,
      count: { unit: 'calendarDays', n: ANSWER_REMINDER_DAYS },
    });
    await this.desk.ask(ctx, batch, 'maker', { kind: paymentsWordings.answers, subject });
  }
}
