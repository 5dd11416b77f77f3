import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { PaymentBasis } from '../payment-basis';
import { recordPayment } from '../payment-events';
import { PaymentsDesk } from '../payments-desk';
import { paymentsWordings } from '../payments.wordings';
import type { PaymentEntity } from './payment.entity';
import { PaymentRepository } from './payment.repository';
import { paymentTransitions } from './payment.transitions';
import { ReopenTranche } from './reopen-tranche';

/** The checker sends a payment back, with the reason: before it is released, or after it as long as it was not sent. */
@Injectable()
export class RejectPayment {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly basis: PaymentBasis,
    private readonly reopen: ReopenTranche,
    private readonly desk: PaymentsDesk,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER */
  async execute(ctx: Context, paymentId: string, reason: string): Promise<PaymentEntity> {
    const payment = await this.payments.lock(ctx, paymentId);
    if (payment === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('payment.reject', { unitPath: payment.unitPath });
    ctx.matches(payment.version);
    payment.state = paymentTransitions.next(payment.state, 'reject');
    const nudges =
      payment.batchId === null ? [] : [{ kind: 'payment', id: payment.batchId } as const];
    payment.batchId = null;
    payment.lineNo = null;
    payment.reason = reason;
    payment.version += 1;
    await this.payments.update(ctx, payment);
    await recordPayment(ctx, payment, 'reject', { nudges });
    await this.desk.withdraw(ctx, paymentsWordings.release, payment.id);
    await this.reopen.execute(ctx, payment, await this.basis.get(ctx, payment.projectId));
    return payment;
  }
}
