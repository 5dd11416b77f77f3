import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Independence } from '../independence';
import { PaymentBasis } from '../payment-basis';
import { recordPayment, recordTranche } from '../payment-events';
import { factsOf, PaymentsDesk } from '../payments-desk';
import { paymentsWordings } from '../payments.wordings';
import type { TrancheEntity } from '../tranches/tranche.entity';
import { TrancheRepository } from '../tranches/tranche.repository';
import { trancheTransitions } from '../tranches/tranche.transitions';
import { digestOfPayee, orderText, type Payee } from './payment-order';
import { PaymentEntity } from './payment.entity';
import { PaymentRepository } from './payment.repository';
import { paymentTransitions } from './payment.transitions';
import { VerifiedPayees } from './verified-payees';

/** The maker enters the payment of a claimed tranche: its amount by the rules, its payee as verified, nothing to choose. */
@Injectable()
export class EnterPayment {
  constructor(
    private readonly tranches: TrancheRepository,
    private readonly payments: PaymentRepository,
    private readonly basis: PaymentBasis,
    private readonly independence: Independence,
    private readonly payees: VerifiedPayees,
    private readonly desk: PaymentsDesk,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PAYMENTS.BASIS_ENDED, PAYMENTS.HELD, PAYMENTS.OWN_PARTY,
   * PAYMENTS.DECIDED_BY_YOU, PAYMENTS.PAYEE_UNVERIFIED
   */
  async execute(ctx: Context, trancheId: string): Promise<PaymentEntity> {
    const tranche = await this.tranches.lock(ctx, trancheId);
    if (tranche === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('payment.enter', { unitPath: tranche.unitPath });
    ctx.matches(tranche.version);
    tranche.state = trancheTransitions.next(tranche.state, 'order');
    const basis = await this.basis.get(ctx, tranche.projectId);
    await this.basis.requireInForce(ctx, basis);
    await this.independence.require(ctx, basis);
    const payee = await this.payees.get(ctx, tranche.partyId);
    const payment = await this.newPayment(ctx, tranche, payee);
    await this.payments.insert(ctx, payment);
    tranche.version += 1;
    await this.tranches.update(ctx, tranche);
    await recordPayment(ctx, payment, null);
    await recordTranche(ctx, tranche, 'order', { body: { paymentId: payment.id } });
    await this.independence.noteOutsiders(ctx, payment, basis, tranche.claimedBy!);
    await this.independence.noteActor(ctx, payment, 'maker');
    await this.desk.done(ctx, paymentsWordings.enter, tranche.id);
    await this.desk.done(ctx, paymentsWordings.correctPayee, tranche.id);
    await this.desk.ask(ctx, tranche, 'checker', {
      kind: paymentsWordings.release,
      subject: { kind: 'payment', id: payment.id },
      facts: factsOf(basis.project, tranche),
    });
    return payment;
  }

  private async newPayment(
    ctx: Context,
    tranche: TrancheEntity,
    payee: Payee,
  ): Promise<PaymentEntity> {
    const id = newId();
    const payeeDigest = digestOfPayee(payee);
    const { id: trancheId, contractId, partyId } = tranche;
    const parts = tranche.payableParts!;
    return {
      id,
      trancheId,
      projectId: tranche.projectId,
      roundId: tranche.roundId,
      partyId,
      unitId: tranche.unitId,
      unitPath: tranche.unitPath,
      amountFen: tranche.payableFen!,
      parts,
      payee,
      payeeDigest,
      orderText: orderText({ paymentId: id, trancheId, contractId, partyId, parts, payeeDigest }),
      state: paymentTransitions.initial,
      makerId: ctx.personId,
      enteredAt: await ctx.now(),
      checkerId: null,
      releasedAt: null,
      approvedDigest: null,
      executedDigest: null,
      batchId: null,
      lineNo: null,
      outcome: null,
      voucherNumber: null,
      paidOn: null,
      voucherMakerId: null,
      voucherCheckerId: null,
      returnNumber: null,
      returnedOn: null,
      returnMakerId: null,
      returnCheckerId: null,
      reason: null,
      version: 1,
    };
  }
}
