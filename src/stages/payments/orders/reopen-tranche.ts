import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import type { Basis } from '../payment-basis';
import { recordTranche } from '../payment-events';
import { factsOf, PaymentsDesk } from '../payments-desk';
import { paymentsWordings } from '../payments.wordings';
import { TrancheRepository } from '../tranches/tranche.repository';
import { trancheTransitions } from '../tranches/tranche.transitions';
import type { PaymentEntity } from './payment.entity';

/** Leads a tranche back to its claim when its payment was rejected: the party may correct it, the maker may enter it anew. */
@Injectable()
export class ReopenTranche {
  constructor(
    private readonly tranches: TrancheRepository,
    private readonly desk: PaymentsDesk,
  ) {}

  /** The project is told, since one that was stopped sets the tranche free now. */
  async execute(ctx: Context, payment: PaymentEntity, { project }: Basis): Promise<void> {
    const tranche = (await this.tranches.lock(ctx, payment.trancheId))!;
    tranche.state = trancheTransitions.next(tranche.state, 'reopen');
    tranche.version += 1;
    await this.tranches.update(ctx, tranche);
    await recordTranche(ctx, tranche, 'reopen', {
      body: { paymentId: payment.id },
      nudges: [{ kind: 'project', id: tranche.projectId }],
    });
    const subject = { kind: 'tranche', id: tranche.id };
    const facts = factsOf(project, tranche);
    await this.desk.ask(ctx, tranche, 'maker', { kind: paymentsWordings.enter, subject, facts });
    await this.desk.tell(ctx, tranche, 'applicant', paymentsWordings.rejected, subject, facts);
    await this.desk.tell(ctx, tranche, 'maker', paymentsWordings.rejected, subject, facts);
  }
}
