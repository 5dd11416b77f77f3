import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { isInForce, PaymentBasis, type Basis } from '../payment-basis';
import { recordPayment } from '../payment-events';
import { factsOf, PaymentsDesk } from '../payments-desk';
import { paymentsWordings } from '../payments.wordings';
import { TrancheRepository } from '../tranches/tranche.repository';
import type { PaymentEntity } from './payment.entity';
import { PaymentRepository } from './payment.repository';
import { paymentTransitions } from './payment.transitions';
import { VerifiedPayees } from './verified-payees';

/** Why an approval that was given holds no longer. */
type LostGround = 'payee-changed' | 'held' | 'basis-ended';

/** Takes a released payment out of its batch when its approval has lost its ground: it must be released anew, or rejected. */
@Injectable()
export class VoidApproval {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly tranches: TrancheRepository,
    private readonly basis: PaymentBasis,
    private readonly payees: VerifiedPayees,
    private readonly desk: PaymentsDesk,
  ) {}

  /**
   * @param payment locked and released
   * @returns whether the approval is void now
   * @source OWASP Transaction Authorization Cheat Sheet: a change of the data voids the approval
   */
  async ifGroundIsLost(ctx: Context, payment: PaymentEntity): Promise<boolean> {
    const basis = await this.basis.get(ctx, payment.projectId);
    const lost = await this.lostGround(ctx, payment, basis);
    if (lost === null) return false;
    payment.state = paymentTransitions.next(payment.state, 'voidApproval');
    payment.checkerId = null;
    payment.releasedAt = null;
    payment.approvedDigest = null;
    payment.batchId = null;
    payment.lineNo = null;
    payment.reason = lost;
    payment.version += 1;
    await this.payments.update(ctx, payment);
    await recordPayment(ctx, payment, 'voidApproval', { body: { cause: lost } });
    const tranche = (await this.tranches.lock(ctx, payment.trancheId))!;
    const subject = { kind: 'payment', id: payment.id };
    const facts = factsOf(basis.project, tranche);
    await this.desk.ask(ctx, payment, 'checker', {
      kind: paymentsWordings.release,
      subject,
      facts,
    });
    await this.desk.tell(ctx, payment, 'checker', paymentsWordings.approvalVoid, subject, facts);
    return true;
  }

  private async lostGround(
    ctx: Context,
    payment: PaymentEntity,
    basis: Basis,
  ): Promise<LostGround | null> {
    if (!isInForce(basis)) return 'basis-ended';
    if (await this.basis.isHeld(ctx, basis.project.id)) return 'held';
    const isSame = await this.payees.isStill(ctx, payment.partyId, payment.payeeDigest);
    return isSame ? null : 'payee-changed';
  }
}
