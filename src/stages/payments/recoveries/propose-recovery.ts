import { Injectable } from '@nestjs/common';
import { Independence } from '../independence';
import { newId } from '../../../kernel/id';
import { printAmount, type Fen } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { loanOwed } from '../../../rules';
import { Projects } from '../../monitoring';
import { totalOf } from '../fund-parts';
import { PaymentBasis, type Basis } from '../payment-basis';
import { PaymentsDesk } from '../payments-desk';
import { standingOf } from '../tranches/project-facts';
import { TrancheRepository } from '../tranches/tranche.repository';
import { RecoveryBasis } from './recovery-basis';
import { recordRecovery, recoveryFactsOf } from './recovery-book';
import type { RecoveryEntity } from './recovery.entity';
import { refuseRecoveries } from './recovery.refusals';
import { RecoveryRepository } from './recovery.repository';
import { recoveryTransitions } from './recovery.transitions';
import { recoveryWordings } from './recovery.wordings';

/** What is to be asked back. */
export interface WantedRecovery {
  readonly amountFen: Fen;
  readonly reason: string;
  /** Calendar days from the letter on. */
  readonly payWithinDays: number;
}

/** An officer proposes to ask paid money back. By itself it changes nothing: another person has to approve it. */
@Injectable()
export class ProposeRecovery {
  constructor(
    private readonly projects: Projects,
    private readonly payments: PaymentBasis,
    private readonly basis: RecoveryBasis,
    private readonly independence: Independence,
    private readonly repository: RecoveryRepository,
    private readonly tranches: TrancheRepository,
    private readonly desk: PaymentsDesk,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, RECOVERIES.AMOUNT_ZERO, RECOVERIES.NO_GROUND, RECOVERIES.ABOVE_PAID, RECOVERIES.BELOW_LOAN,
   * RECOVERIES.OPEN_ALREADY, PAYMENTS.OWN_PARTY
   */
  async execute(ctx: Context, projectId: string, wanted: WantedRecovery): Promise<RecoveryEntity> {
    const project = requireFound(await this.projects.lock(ctx, projectId));
    const { unitId, unitPath, roundId, partyId } = project;
    ctx.require('recovery.propose', { unitPath });
    ctx.matches(project.version);
    await this.independence.requireOutsider(ctx, partyId);
    if (wanted.amountFen === 0n) throw refuseRecoveries('RECOVERIES.AMOUNT_ZERO', {}, '/amount');
    const basis = await this.payments.get(ctx, projectId);
    const ground = await this.basis.groundOf(ctx, basis);
    const paidFen = totalOf(await this.basis.paidBy(ctx, projectId));
    if (wanted.amountFen > paidFen) {
      throw refuseRecoveries('RECOVERIES.ABOVE_PAID', { paid: printAmount(paidFen) }, '/amount');
    }
    await this.requireLoan(ctx, basis, wanted.amountFen);
    const recovery: RecoveryEntity = {
      ...{ id: newId(), projectId, roundId, partyId, unitId, unitPath, ground, ...wanted },
      state: recoveryTransitions.initial,
      proposedBy: ctx.personId,
      proposedAt: await ctx.now(),
      decidedBy: null,
      decidedAt: null,
      refusalReason: null,
      parts: null,
      payBy: null,
      returnedFen: 0n,
      version: 1,
    };
    if (!(await this.repository.insert(ctx, recovery))) {
      throw refuseRecoveries('RECOVERIES.OPEN_ALREADY');
    }
    // A project that is not closed may have waited for it.
    const nudges = project.state === 'closed' ? [] : [{ kind: 'project', id: projectId } as const];
    await recordRecovery(ctx, recovery, 'recoveries.recovery-proposed', null, nudges);
    await this.desk.done(ctx, recoveryWordings.propose, projectId);
    const { title, amount } = recoveryFactsOf(project, recovery);
    await this.desk.ask(ctx, { unitId }, 'approver', {
      kind: recoveryWordings.approve,
      subject: { kind: 'recovery', id: recovery.id },
      facts: { title, amount },
    });
    return recovery;
  }

  /** What is still a loan is asked back whole. */
  private async requireLoan(
    ctx: Context,
    { project, contract: { ruleSet } }: Basis,
    amountFen: Fen,
  ): Promise<void> {
    const tranches = await this.tranches.ofProject(ctx, project.id);
    const standings = tranches.map((tranche) => standingOf(tranche));
    const { owedFen } = loanOwed(ruleSet.tranches, standings);
    if (amountFen >= owedFen) return;
    throw refuseRecoveries('RECOVERIES.BELOW_LOAN', { owed: printAmount(owedFen) }, '/amount');
  }
}
