import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Independence } from '../independence';
import { PaymentBasis } from '../payment-basis';
import { recordPayment } from '../payment-events';
import { PaymentsDesk } from '../payments-desk';
import { refusePayments } from '../payments.refusals';
import { paymentsWordings } from '../payments.wordings';
import { ComeBack } from './come-back';
import type { ReturnSlip } from './enter-return';
import type { PaymentEntity } from './payment.entity';
import { PaymentRepository } from './payment.repository';
import { paymentTransitions } from './payment.transitions';

/**
 * A second person decides on a return that was entered: they type the slip from the paper, without being shown what the first one
 * entered, or dismiss it with a reason. Only a confirmed return moves money.
 */
@Injectable()
export class ConfirmReturn {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly basis: PaymentBasis,
    private readonly independence: Independence,
    private readonly comeBack: ComeBack,
    private readonly desk: PaymentsDesk,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PAYMENTS.SAME_PERSON, PAYMENTS.OWN_PARTY, PAYMENTS.DECIDED_BY_YOU,
   * PEOPLE.DUTIES_CONFLICT, PAYMENTS.RETURN_DIFFERS, LEDGER.INSUFFICIENT
   */
  async execute(ctx: Context, paymentId: string, slip: ReturnSlip): Promise<PaymentEntity> {
    const payment = requireFound(await this.payments.lock(ctx, paymentId));
    ctx.require('payment.confirmReturn', { unitPath: payment.unitPath });
    ctx.matches(payment.version);
    payment.state = paymentTransitions.next(payment.state, 'confirmReturn');
    if (payment.returnMakerId === ctx.personId) throw refusePayments('PAYMENTS.SAME_PERSON');
    const basis = await this.basis.get(ctx, payment.projectId);
    await this.independence.require(ctx, basis);
    if (payment.returnNumber !== slip.number || payment.returnedOn !== slip.returnedOn) {
      throw refusePayments('PAYMENTS.RETURN_DIFFERS');
    }
    payment.returnCheckerId = ctx.personId;
    payment.version += 1;
    await this.payments.update(ctx, payment);
    await recordPayment(ctx, payment, 'confirmReturn', {
      body: { returnedOn: payment.returnedOn },
    });
    await this.independence.noteActor(ctx, payment, 'checker');
    await this.desk.done(ctx, paymentsWordings.confirmReturn, payment.id);
    await this.comeBack.execute(ctx, payment, basis);
    return payment;
  }

  /**
   * The payment did not come back: it stays paid, and what was entered is forgotten but for the record.
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PAYMENTS.OWN_PARTY, PAYMENTS.DECIDED_BY_YOU, PEOPLE.DUTIES_CONFLICT
   */
  async dismiss(ctx: Context, paymentId: string, reason: string): Promise<PaymentEntity> {
    const payment = requireFound(await this.payments.lock(ctx, paymentId));
    ctx.require('payment.dismissReturn', { unitPath: payment.unitPath });
    ctx.matches(payment.version);
    payment.state = paymentTransitions.next(payment.state, 'dismissReturn');
    await this.independence.require(ctx, await this.basis.get(ctx, payment.projectId));
    payment.returnNumber = null;
    payment.returnedOn = null;
    payment.returnMakerId = null;
    payment.reason = reason;
    payment.version += 1;
    await this.payments.update(ctx, payment);
    await recordPayment(ctx, payment, 'dismissReturn');
    await this.independence.noteActor(ctx, payment, 'checker');
    await this.desk.withdraw(ctx, paymentsWordings.confirmReturn, payment.id);
    return payment;
  }
}
