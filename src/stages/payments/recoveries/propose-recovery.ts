import { Injectable } from '@nestjs/common';
import { Independence } from '../independence';
import { newId } from '../../../kernel/id';
import { printAmount, type Fen } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Projects } from '../../monitoring';
import { totalOf } from '../fund-parts';
import { PaymentBasis } from '../payment-basis';
import { PaymentsDesk } from '../payments-desk';
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
    private readonly desk: PaymentsDesk,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, RECOVERIES.AMOUNT_ZERO, RECOVERIES.NO_GROUND, RECOVERIES.ABOVE_PAID, RECOVERIES.OPEN_ALREADY,
   * PAYMENTS.OWN_PARTY
   */
  async execute(ctx: Context, projectId: string, wanted: WantedRecovery): Promise<RecoveryEntity> {
    const project = requireFound(await this.projects.lock(ctx, projectId));
    const { unitId, unitPath, roundId, partyId } = project;
    ctx.require('recovery.propose', { unitPath });
    ctx.matches(project.version);
    await this.independence.requireOutsider(ctx, partyId);
    if (wanted.amountFen === 0n) throw refuseRecoveries('RECOVERIES.AMOUNT_ZERO', {}, '/amount');
    const ground = await this.basis.groundOf(ctx, await this.payments.get(ctx, projectId));
    const paidFen = totalOf(await this.basis.paidBy(ctx, projectId));
    if (wanted.amountFen > paidFen) {
      throw refuseRecoveries('RECOVERIES.ABOVE_PAID', { paid: printAmount(paidFen) }, '/amount');
    }
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
    await recordRecovery(ctx, recovery, 'recoveries.recovery-proposed', null);
    const { title, amount } = recoveryFactsOf(project, recovery);
    await this.desk.ask(ctx, { unitId }, 'approver', {
      kind: recoveryWordings.approve,
      subject: { kind: 'recovery', id: recovery.id },
      facts: { title, amount },
    });
    return recovery;
  }
}
