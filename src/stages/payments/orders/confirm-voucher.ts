import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Clocks } from '../../../registers/clocks';
import { Independence } from '../independence';
import { PaymentBasis, type Basis } from '../payment-basis';
import { recordPayment, recordTranche } from '../payment-events';
import { factsOf, PaymentsDesk } from '../payments-desk';
import { refusePayments } from '../payments.refusals';
import { paymentsWordings } from '../payments.wordings';
import { TrancheLedger } from '../tranches/tranche-ledger';
import { TrancheRepository } from '../tranches/tranche.repository';
import { trancheTransitions } from '../tranches/tranche.transitions';
import { ComeBack } from './come-back';
import type { Voucher } from './enter-voucher';
import type { PaymentEntity } from './payment.entity';
import { PaymentRepository } from './payment.repository';
import { paymentTransitions } from './payment.transitions';

/**
 * A second person enters the voucher from the paper, without being shown what the first one entered. Only when both are the
 * same does the ledger move: the payment is paid, or it came back and is paid by another one.
 */
@Injectable()
export class ConfirmVoucher {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly tranches: TrancheRepository,
    private readonly ledger: TrancheLedger,
    private readonly basis: PaymentBasis,
    private readonly independence: Independence,
    private readonly comeBack: ComeBack,
    private readonly clocks: Clocks,
    private readonly desk: PaymentsDesk,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PAYMENTS.SAME_PERSON, PAYMENTS.OWN_PARTY, PAYMENTS.DECIDED_BY_YOU,
   * PEOPLE.DUTIES_CONFLICT, PAYMENTS.VOUCHER_DIFFERS
   */
  async execute(ctx: Context, paymentId: string, voucher: Voucher): Promise<PaymentEntity> {
    const payment = await this.payments.lock(ctx, paymentId);
    if (payment === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('payment.confirmVoucher', { unitPath: payment.unitPath });
    ctx.matches(payment.version);
    const move = payment.outcome === 'returned' ? 'return' : 'pay';
    payment.state = paymentTransitions.next(payment.state, move);
    if ([payment.makerId, payment.voucherMakerId].includes(ctx.personId)) {
      throw refusePayments('PAYMENTS.SAME_PERSON');
    }
    const basis = await this.basis.get(ctx, payment.projectId);
    await this.independence.require(ctx, basis);
    if (!isSame(payment, voucher)) throw refusePayments('PAYMENTS.VOUCHER_DIFFERS');
    payment.voucherCheckerId = ctx.personId;
    payment.version += 1;
    await this.payments.update(ctx, payment);
    await recordPayment(ctx, payment, move, {
      body: { paidOn: payment.paidOn },
      nudges: [{ kind: 'payment', id: payment.batchId! }],
    });
    await this.independence.noteActor(ctx, payment, 'checker');
    await this.desk.done(ctx, paymentsWordings.confirmVoucher, payment.id);
    await (move === 'pay'
      ? this.settle(ctx, payment, basis)
      : this.comeBack.execute(ctx, payment, basis));
    return payment;
  }

  private async settle(ctx: Context, payment: PaymentEntity, { project }: Basis): Promise<void> {
    const tranche = (await this.tranches.lock(ctx, payment.trancheId))!;
    tranche.state = trancheTransitions.next(tranche.state, 'pay');
    tranche.paidOn = payment.paidOn;
    tranche.version += 1;
    await this.tranches.update(ctx, tranche);
    await recordTranche(ctx, tranche, 'pay', {
      body: { paymentId: payment.id, paidOn: payment.paidOn },
      nudges: [{ kind: 'project', id: tranche.projectId }],
    });
    await this.clocks.meet(ctx, 'tranche.pay', tranche.id);
    await this.desk.done(ctx, paymentsWordings.overdue, tranche.id);
    const subject = { kind: 'tranche', id: tranche.id };
    const facts = { ...factsOf(project, tranche), paidOn: payment.paidOn! };
    await this.desk.tell(ctx, tranche, 'applicant', paymentsWordings.paid, subject, facts);
    // The ledger comes last: it puts everything of one round into one queue.
    const cause = { kind: 'payment', id: payment.id };
    await this.ledger.post(ctx, 'pay', tranche, payment.parts, cause);
  }
}

function isSame(payment: PaymentEntity, voucher: Voucher): boolean {
  return (
    payment.voucherNumber === voucher.number &&
    payment.paidOn === voucher.paidOn &&
    payment.outcome === voucher.outcome
  );
}
