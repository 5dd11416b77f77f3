import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import { Parties } from '../../../registers/parties';
import { Processes } from '../../../registers/processes';
import type { Basis } from '../payment-basis';
import { recordTranche } from '../payment-events';
import { factsOf, PaymentsDesk } from '../payments-desk';
import { paymentsWordings } from '../payments.wordings';
import { payingTime } from '../tranches/paying-time';
import { TrancheLedger } from '../tranches/tranche-ledger';
import type { TrancheEntity } from '../tranches/tranche.entity';
import { TrancheRepository } from '../tranches/tranche.repository';
import { trancheTransitions } from '../tranches/tranche.transitions';
import type { PaymentEntity } from './payment.entity';

/**
 * What follows once two people found that a payment came back 退票: nothing goes to the account before it was corrected and verified
 * anew, and the tranche is owed again, to be paid by another payment. If the payment counted as paid, the money is due again in
 * the ledger and the time for paying runs anew, even where the project was closed by then.
 */
@Injectable()
export class ComeBack {
  constructor(
    private readonly tranches: TrancheRepository,
    private readonly ledger: TrancheLedger,
    private readonly parties: Parties,
    private readonly processes: Processes,
    private readonly clocks: Clocks,
    private readonly desk: PaymentsDesk,
  ) {}

  /**
   * @param payment returned, and saved
   * @throws LEDGER.INSUFFICIENT when the money was asked back of the party in the meantime
   */
  async execute(ctx: Context, payment: PaymentEntity, basis: Basis): Promise<void> {
    const wasPaid = payment.outcome === 'paid';
    const tranche = (await this.tranches.lock(ctx, payment.trancheId))!;
    const move = wasPaid ? 'comeBack' : 'reopen';
    tranche.state = trancheTransitions.next(tranche.state, move);
    tranche.paidOn = null;
    tranche.version += 1;
    await this.tranches.update(ctx, tranche);
    const project = { kind: 'project', id: tranche.projectId } as const;
    await recordTranche(ctx, tranche, move, {
      body: { paymentId: payment.id },
      nudges: [project],
    });
    await this.parties.doubtPayee(ctx, payment.partyId);
    await this.tell(ctx, basis, tranche);
    if (!wasPaid) return;
    await this.processes.resume(ctx, project);
    await this.clocks.start(ctx, payingTime(basis, tranche, await ctx.now()));
    const cause = { kind: 'payment', id: payment.id };
    await this.ledger.post(ctx, 'unpay', tranche, payment.parts, cause);
  }

  private async tell(ctx: Context, { project }: Basis, tranche: TrancheEntity): Promise<void> {
    const subject = { kind: 'tranche', id: tranche.id };
    const facts = factsOf(project, tranche);
    const { correctPayee, enter, returned } = paymentsWordings;
    await this.desk.ask(ctx, tranche, 'applicant', { kind: correctPayee, subject, facts });
    await this.desk.ask(ctx, tranche, 'maker', { kind: enter, subject, facts });
    await this.desk.tell(ctx, tranche, 'applicant', returned, subject, facts);
    await this.desk.tell(ctx, tranche, 'maker', returned, subject, facts);
  }
}
