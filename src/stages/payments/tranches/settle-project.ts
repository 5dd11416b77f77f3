import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import { isStopped, PaymentBasis, type Basis } from '../payment-basis';
import { recordTranche } from '../payment-events';
import { factsOf, PaymentsDesk } from '../payments-desk';
import { paymentsWordings } from '../payments.wordings';
import { AskBack } from '../recoveries/ask-back';
import { RecoveryRepository } from '../recoveries/recovery.repository';
import { isSettled } from './close-project';
import { FollowTriggers } from './follow-triggers';
import { MoneyDecisions } from './money-decisions';
import { TrancheLedger } from './tranche-ledger';
import type { TrancheEntity } from './tranche.entity';
import { TrancheRepository } from './tranche.repository';
import { trancheTransitions } from './tranche.transitions';
import { TRIGGER_CLOCK } from './trigger-clock';

/**
 * Brings the money of a project to its end: whatever is payable is paid, the rest is set free. Of a stopped project nothing
 * more is paid; a payment that is under way is waited for, since it may have gone out already.
 * @source cn-haishu-2020-r9: a failed mid-term stops the payments and ends the project
 */
@Injectable()
export class SettleProject {
  constructor(
    private readonly basis: PaymentBasis,
    private readonly follow: FollowTriggers,
    private readonly repository: TrancheRepository,
    private readonly recoveries: RecoveryRepository,
    private readonly askBack: AskBack,
    private readonly decisions: MoneyDecisions,
    private readonly ledger: TrancheLedger,
    private readonly clocks: Clocks,
    private readonly desk: PaymentsDesk,
  ) {}

  /** @returns whether every tranche is paid or void, and all that was, or is to be, asked back has come */
  async execute(ctx: Context, projectId: string): Promise<boolean> {
    const basis = await this.basis.find(ctx, projectId);
    if (basis === null) return false;
    const tranches = await this.follow.follow(ctx, basis);
    for (const tranche of isStopped(basis) ? tranches : []) {
      if (trancheTransitions.can(tranche.state, 'stop')) await this.stop(ctx, basis, tranche);
    }
    if (isStopped(basis)) await this.decisions.withdraw(ctx, projectId);
    else if (!(await this.decisions.areAnswered(ctx, basis, 'close'))) return false;
    if (!isSettled(tranches) || (await this.recoveries.isAsked(ctx, projectId))) return false;
    return !(await this.askBack.execute(ctx, basis, tranches));
  }

  private async stop(ctx: Context, { project }: Basis, tranche: TrancheEntity): Promise<void> {
    const wasPlanned = tranche.state === 'planned';
    tranche.state = trancheTransitions.next(tranche.state, 'stop');
    if (wasPlanned) {
      tranche.payableFen = 0n;
      tranche.payableParts = tranche.plannedParts.map(({ fundId }) => ({ fundId, amountFen: 0n }));
    }
    tranche.version += 1;
    await this.repository.update(ctx, tranche);
    await recordTranche(ctx, tranche, 'stop');
    await (wasPlanned
      ? this.ledger.post(ctx, 'uncommit', tranche, tranche.plannedParts)
      : this.ledger.post(ctx, 'undue', tranche, tranche.payableParts!));
    for (const rule of ['tranche.pay', 'tranche.claimReminder', TRIGGER_CLOCK]) {
      await this.clocks.cancel(ctx, rule, tranche.id);
    }
    for (const wording of [
      paymentsWordings.accept,
      paymentsWordings.claim,
      paymentsWordings.enter,
      paymentsWordings.overdue,
      paymentsWordings.correctPayee,
    ]) {
      await this.desk.withdraw(ctx, wording, tranche.id);
    }
    const subject = { kind: 'tranche', id: tranche.id };
    const facts = factsOf(project, tranche);
    await this.desk.tell(ctx, tranche, 'applicant', paymentsWordings.void, subject, facts);
  }
}
