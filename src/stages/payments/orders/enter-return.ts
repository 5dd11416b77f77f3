import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '../../../kernel/day';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Independence } from '../independence';
import { PaymentBasis } from '../payment-basis';
import { recordPayment } from '../payment-events';
import { factsOf, PaymentsDesk } from '../payments-desk';
import { refusePayments } from '../payments.refusals';
import { paymentsWordings } from '../payments.wordings';
import { TrancheRepository } from '../tranches/tranche.repository';
import type { PaymentEntity } from './payment.entity';
import { PaymentRepository } from './payment.repository';
import { paymentTransitions } from './payment.transitions';

/** The bank's slip of a payment that it sent back after it was paid. */
export interface ReturnSlip {
  readonly number: string;
  readonly returnedOn: Day;
}

/** The maker enters that a paid payment came back 退票; until it is confirmed it may be entered anew, and nothing moves. */
@Injectable()
export class EnterReturn {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly tranches: TrancheRepository,
    private readonly basis: PaymentBasis,
    private readonly independence: Independence,
    private readonly desk: PaymentsDesk,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PAYMENTS.RETURNED_ON_OUTSIDE, PAYMENTS.RETURN_USED, PAYMENTS.OWN_PARTY,
   * PAYMENTS.DECIDED_BY_YOU, PEOPLE.DUTIES_CONFLICT
   */
  async execute(
    ctx: Context,
    paymentId: string,
    slip: ReturnSlip,
    reason: string,
  ): Promise<PaymentEntity> {
    const payment = requireFound(await this.payments.lock(ctx, paymentId));
    ctx.require('payment.enterReturn', { unitPath: payment.unitPath });
    ctx.matches(payment.version);
    payment.state = paymentTransitions.next(payment.state, 'enterReturn');
    const basis = await this.basis.get(ctx, payment.projectId);
    await this.independence.require(ctx, basis);
    await requirePossible(ctx, payment, slip.returnedOn);
    payment.returnNumber = slip.number;
    payment.returnedOn = slip.returnedOn;
    payment.returnMakerId = ctx.personId;
    payment.reason = reason;
    payment.version += 1;
    if (!(await this.payments.updateNumbered(ctx, payment))) {
      throw refusePayments('PAYMENTS.RETURN_USED', { number: slip.number }, '/number');
    }
    await recordPayment(ctx, payment, 'enterReturn', { body: { returnedOn: slip.returnedOn } });
    await this.independence.noteActor(ctx, payment, 'maker');
    const tranche = (await this.tranches.lock(ctx, payment.trancheId))!;
    await this.desk.ask(ctx, payment, 'checker', {
      kind: paymentsWordings.confirmReturn,
      subject: { kind: 'payment', id: payment.id },
      facts: factsOf(basis.project, tranche),
    });
    return payment;
  }
}

/** Nothing comes back before it went out, nor in the future. */
async function requirePossible(ctx: Context, payment: PaymentEntity, on: Day): Promise<void> {
  const from = payment.paidOn!;
  const today = dayOf(await ctx.now());
  if (on < from || on > today) {
    throw refusePayments('PAYMENTS.RETURNED_ON_OUTSIDE', { from, today }, '/returnedOn');
  }
}
