import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Clocks } from '../../../registers/clocks';
import { PaymentBasis } from '../payment-basis';
import { recordTranche } from '../payment-events';
import { factsOf, PaymentsDesk } from '../payments-desk';
import { refusePayments } from '../payments.refusals';
import { paymentsWordings } from '../payments.wordings';
import type { TrancheEntity } from './tranche.entity';
import { TrancheRepository } from './tranche.repository';
import { trancheTransitions } from './tranche.transitions';

/** The party claims a tranche that is due, with its invoice; until a payment is entered it may correct the number. */
@Injectable()
export class ClaimTranche {
  constructor(
    private readonly repository: TrancheRepository,
    private readonly basis: PaymentBasis,
    private readonly clocks: Clocks,
    private readonly desk: PaymentsDesk,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PAYMENTS.INVOICE_USED */
  async execute(ctx: Context, trancheId: string, invoiceNumber: string): Promise<TrancheEntity> {
    const tranche = await this.repository.lock(ctx, trancheId);
    if (tranche === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('tranche.claim', { partyIds: [tranche.partyId] });
    ctx.matches(tranche.version);
    tranche.state = trancheTransitions.next(tranche.state, 'claim');
    tranche.invoiceNumber = invoiceNumber;
    tranche.claimedBy = ctx.personId;
    tranche.claimedAt = await ctx.now();
    tranche.version += 1;
    if (!(await this.repository.updateClaim(ctx, tranche))) {
      throw refusePayments('PAYMENTS.INVOICE_USED', { invoiceNumber }, '/invoiceNumber');
    }
    await recordTranche(ctx, tranche, 'claim');
    await this.passOn(ctx, tranche);
    return tranche;
  }

  private async passOn(ctx: Context, tranche: TrancheEntity): Promise<void> {
    const { project } = await this.basis.get(ctx, tranche.projectId);
    await this.clocks.meet(ctx, 'tranche.claimReminder', tranche.id);
    await this.desk.done(ctx, paymentsWordings.claim, tranche.id);
    await this.desk.ask(ctx, tranche, 'maker', {
      kind: paymentsWordings.enter,
      subject: { kind: 'tranche', id: tranche.id },
      facts: factsOf(project, tranche),
    });
  }
}
