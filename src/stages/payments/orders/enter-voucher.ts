import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '../../../kernel/day';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { BatchRepository } from '../batches/batch.repository';
import { Independence } from '../independence';
import { PaymentBasis } from '../payment-basis';
import { recordPayment } from '../payment-events';
import { factsOf, PaymentsDesk } from '../payments-desk';
import { refusePayments } from '../payments.refusals';
import { paymentsWordings } from '../payments.wordings';
import { TrancheRepository } from '../tranches/tranche.repository';
import type { PaymentEntity, TreasuryOutcome } from './payment.entity';
import { PaymentRepository } from './payment.repository';
import { paymentTransitions } from './payment.transitions';

/** The treasury's answer to one payment, as it stands on the voucher. */
export interface Voucher {
  readonly number: string;
  readonly paidOn: Day;
  readonly outcome: TreasuryOutcome;
}

/** The maker enters the voucher that came back from the treasury; until it is confirmed it may be entered anew. */
@Injectable()
export class EnterVoucher {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly batches: BatchRepository,
    private readonly tranches: TrancheRepository,
    private readonly basis: PaymentBasis,
    private readonly independence: Independence,
    private readonly desk: PaymentsDesk,
  ) {}

  /**
   * @param reason why it came back, where it did
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PAYMENTS.PAID_ON_OUTSIDE, PAYMENTS.REASON_MISSING, PAYMENTS.VOUCHER_USED, PAYMENTS.OWN_PARTY,
   * PAYMENTS.DECIDED_BY_YOU, PEOPLE.DUTIES_CONFLICT
   */
  async execute(
    ctx: Context,
    paymentId: string,
    voucher: Voucher,
    reason: string | null,
  ): Promise<PaymentEntity> {
    const payment = await this.payments.lock(ctx, paymentId);
    if (payment === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('payment.enterVoucher', { unitPath: payment.unitPath });
    ctx.matches(payment.version);
    payment.state = paymentTransitions.next(payment.state, 'answer');
    const basis = await this.basis.get(ctx, payment.projectId);
    await this.independence.require(ctx, basis);
    await this.requirePossible(ctx, payment, voucher.paidOn);
    if (voucher.outcome === 'returned' && reason === null) {
      throw refusePayments('PAYMENTS.REASON_MISSING', {}, '/reason');
    }
    payment.reason = reason;
    payment.outcome = voucher.outcome;
    payment.voucherNumber = voucher.number;
    payment.paidOn = voucher.paidOn;
    payment.voucherMakerId = ctx.personId;
    payment.version += 1;
    if (!(await this.payments.updateNumbered(ctx, payment))) {
      throw refusePayments('PAYMENTS.VOUCHER_USED', { number: voucher.number }, '/number');
    }
    await recordPayment(ctx, payment, 'answer', {
      body: { outcome: voucher.outcome, paidOn: voucher.paidOn },
      nudges: [{ kind: 'payment', id: payment.batchId! }],
    });
    await this.independence.noteActor(ctx, payment, 'maker');
    const tranche = (await this.tranches.lock(ctx, payment.trancheId))!;
    await this.desk.ask(ctx, payment, 'checker', {
      kind: paymentsWordings.confirmVoucher,
      subject: { kind: 'payment', id: payment.id },
      facts: factsOf(basis.project, tranche),
    });
    return payment;
  }

  /** The treasury neither acts before it was asked nor in the future. */
  private async requirePossible(ctx: Context, payment: PaymentEntity, paidOn: Day): Promise<void> {
    const batch = (await this.batches.find(ctx, payment.batchId!))!;
    const from = dayOf(batch.sentAt!);
    const today = dayOf(await ctx.now());
    if (paidOn < from || paidOn > today) {
      throw refusePayments('PAYMENTS.PAID_ON_OUTSIDE', { from, today }, '/paidOn');
    }
  }
}
