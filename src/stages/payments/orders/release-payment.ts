import { Injectable } from '@nestjs/common';
import { printAmount } from '../../../kernel/money';
import { sha256Hex } from '../../../platform/crypto/digest';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { FillBatch } from '../batches/fill-batch';
import { Independence } from '../independence';
import { PaymentBasis, type Basis } from '../payment-basis';
import { recordPayment } from '../payment-events';
import { PaymentsDesk } from '../payments-desk';
import { refusePayments } from '../payments.refusals';
import { paymentsWordings } from '../payments.wordings';
import { GatherFacts } from '../tranches/gather-facts';
import { factsOfTranche } from '../tranches/project-facts';
import { payableByRule } from '../tranches/tranche-sums';
import type { TrancheEntity } from '../tranches/tranche.entity';
import { TrancheRepository } from '../tranches/tranche.repository';
import { orderAsItStands } from './order-as-it-stands';
import type { PaymentEntity } from './payment.entity';
import { PaymentRepository } from './payment.repository';
import { paymentTransitions } from './payment.transitions';
import { VerifiedPayees } from './verified-payees';

/**
 * The checker releases a payment: another person does the sum again from the contract and the evaluation, and approves exactly
 * what stands there. The released payment goes into the open batch of its unit.
 */
@Injectable()
export class ReleasePayment {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly tranches: TrancheRepository,
    private readonly basis: PaymentBasis,
    private readonly facts: GatherFacts,
    private readonly independence: Independence,
    private readonly payees: VerifiedPayees,
    private readonly fillBatch: FillBatch,
    private readonly desk: PaymentsDesk,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PAYMENTS.SAME_PERSON, PAYMENTS.OWN_PARTY, PAYMENTS.DECIDED_BY_YOU,
   * PEOPLE.DUTIES_CONFLICT, PAYMENTS.BASIS_ENDED, PAYMENTS.HELD, PAYMENTS.PAYEE_CHANGED, PAYMENTS.AMOUNT_DIFFERS
   */
  async execute(ctx: Context, paymentId: string): Promise<PaymentEntity> {
    const payment = await this.payments.lock(ctx, paymentId);
    if (payment === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('payment.release', { unitPath: payment.unitPath });
    ctx.matches(payment.version);
    payment.state = paymentTransitions.next(payment.state, 'release');
    if (payment.makerId === ctx.personId) throw refusePayments('PAYMENTS.SAME_PERSON');
    const tranche = (await this.tranches.lock(ctx, payment.trancheId))!;
    const basis = await this.basis.get(ctx, payment.projectId);
    await this.independence.require(ctx, basis);
    await this.basis.requireInForce(ctx, basis);
    await this.checkAgain(ctx, payment, tranche, basis);
    payment.checkerId = ctx.personId;
    payment.releasedAt = await ctx.now();
    payment.approvedDigest = sha256Hex(orderAsItStands(payment, tranche));
    payment.reason = null;
    await this.fillBatch.take(ctx, payment);
    payment.version += 1;
    await this.payments.update(ctx, payment);
    await recordPayment(ctx, payment, 'release', {
      body: { approvedDigest: payment.approvedDigest, batchId: payment.batchId },
    });
    await this.independence.noteOutsiders(ctx, payment, basis, tranche.claimedBy!);
    await this.independence.noteActor(ctx, payment, 'checker');
    await this.desk.done(ctx, paymentsWordings.release, payment.id);
    return payment;
  }

  private async checkAgain(
    ctx: Context,
    payment: PaymentEntity,
    tranche: TrancheEntity,
    basis: Basis,
  ): Promise<void> {
    if (!(await this.payees.isStill(ctx, payment.partyId, payment.payeeDigest))) {
      throw refusePayments('PAYMENTS.PAYEE_CHANGED');
    }
    const tranches = await this.tranches.ofProject(ctx, payment.projectId);
    const facts = await this.facts.of(ctx, basis);
    const given = factsOfTranche(facts, tranches, tranche.code);
    const byRuleFen = payableByRule(basis.contract, given);
    if (byRuleFen !== payment.amountFen) {
      throw refusePayments('PAYMENTS.AMOUNT_DIFFERS', {
        entered: printAmount(payment.amountFen),
        byRule: printAmount(byRuleFen),
      });
    }
  }
}
