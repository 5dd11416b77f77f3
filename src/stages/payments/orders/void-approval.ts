import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { PaymentBasis } from '../payment-basis';
import { recordPayment } from '../payment-events';
import { factsOf, PaymentsDesk } from '../payments-desk';
import { paymentsWordings } from '../payments.wordings';
import type { TrancheEntity } from '../tranches/tranche.entity';
import { TrancheRepository } from '../tranches/tranche.repository';
import type { PaymentEntity } from './payment.entity';
import { PaymentRepository } from './payment.repository';
import { paymentTransitions } from './payment.transitions';
import { VerifiedPayees } from './verified-payees';

/** Why an approval that was given holds no longer. */
type LostGround = 'payee-changed' | 'held' | 'basis-ended';

/** A payment with its tranche, both locked. */
export interface OrderedTranche {
  readonly payment: PaymentEntity;
  readonly tranche: TrancheEntity;
}

/** Takes released payments out of their batch whose approval has lost its ground: they must be released anew, or rejected. */
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
   * Looks at all at once, since a batch may hold five hundred.
   * @param payments locked and released
   * @returns those whose approval holds
   * @source OWASP Transaction Authorization Cheat Sheet: a change of the data voids the approval
   */
  async whereGroundIsLost(
    ctx: Context,
    payments: readonly PaymentEntity[],
  ): Promise<OrderedTranche[]> {
    const orders = await this.withTranches(ctx, payments);
    const projectIds = payments.map(({ projectId }) => projectId);
    const stopped = await this.basis.stoppedOf(ctx, projectIds);
    const held = await this.basis.heldOf(
      ctx,
      orders.map(({ tranche }) => tranche),
    );
    const digests = await this.payees.digests(
      ctx,
      payments.map(({ partyId }) => partyId),
    );
    const lostGround = ({ projectId, partyId, payeeDigest }: PaymentEntity): LostGround | null => {
      if (stopped.has(projectId)) return 'basis-ended';
      if (held.has(projectId)) return 'held';
      return digests.get(partyId) === payeeDigest ? null : 'payee-changed';
    };
    const standing: OrderedTranche[] = [];
    for (const order of orders) {
      const lost = lostGround(order.payment);
      if (lost === null) standing.push(order);
      else await this.voidApproval(ctx, order, lost);
    }
    return standing;
  }

  private async withTranches(
    ctx: Context,
    payments: readonly PaymentEntity[],
  ): Promise<OrderedTranche[]> {
    const ids = payments.map(({ trancheId }) => trancheId);
    const tranches = new Map(
      (await this.tranches.lockMany(ctx, ids)).map((tranche) => [tranche.id, tranche]),
    );
    return payments.map((payment) => ({ payment, tranche: tranches.get(payment.trancheId)! }));
  }

  private async voidApproval(
    ctx: Context,
    { payment, tranche }: OrderedTranche,
    lost: LostGround,
  ): Promise<void> {
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
    const { project } = await this.basis.get(ctx, payment.projectId);
    const subject = { kind: 'payment', id: payment.id };
    const facts = factsOf(project, tranche);
    await this.desk.ask(ctx, payment, 'checker', {
      kind: paymentsWordings.release,
      subject,
      facts,
    });
    await this.desk.tell(ctx, payment, 'checker', paymentsWordings.approvalVoid, subject, facts);
  }
}
