import { Injectable } from '@nestjs/common';
import { Independence } from '../independence';
import { dayOf, type Day } from '../../../kernel/day';
import { newId } from '../../../kernel/id';
import { printAmount, type Fen } from '../../../kernel/money';
import { refuse } from '../../../kernel/refusal';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Attachments, type NamedAttachment } from '../../../registers/attachments';
import { People } from '../../../registers/people';
import { PaymentBasis } from '../payment-basis';
import { PaymentsDesk } from '../payments-desk';
import { openFenOf, recordRepayment } from './recovery-book';
import type { RecoveryEntity } from './recovery.entity';
import { refuseRecoveries } from './recovery.refusals';
import { RecoveryRepository } from './recovery.repository';
import { recoveryWordings } from './recovery.wordings';
import type { RepaymentEntity } from './repayment.entity';
import { repaymentTransitions } from './repayment.transitions';

/** What the bank's slip of a repayment says. */
export interface RepaymentSlip {
  readonly amountFen: Fen;
  readonly number: string;
  readonly receivedOn: Day;
}

/** The maker enters that some or all of what is asked back has come, with the slip as its proof; nothing moves before it is confirmed. */
@Injectable()
export class EnterRepayment {
  constructor(
    private readonly repository: RecoveryRepository,
    private readonly payments: PaymentBasis,
    private readonly independence: Independence,
    private readonly attachments: Attachments,
    private readonly people: People,
    private readonly desk: PaymentsDesk,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, RECOVERIES.AMOUNT_ZERO, RECOVERIES.ABOVE_OPEN, RECOVERIES.RECEIVED_ON_OUTSIDE,
   * RECOVERIES.SLIP_USED, PAYMENTS.OWN_PARTY, and what Attachments.bind refuses
   */
  async execute(
    ctx: Context,
    recoveryId: string,
    slip: RepaymentSlip,
    proof: readonly NamedAttachment[],
  ): Promise<RepaymentEntity> {
    const recovery = requireFound(await this.repository.lock(ctx, recoveryId));
    const { unitPath, state, partyId, projectId } = recovery;
    ctx.require('repayment.enter', { unitPath });
    ctx.matches(recovery.version);
    if (state !== 'asked' && state !== 'overdue') {
      throw refuse('STATE.OUT_OF_ORDER', { thing: 'recovery', state, act: 'repay' });
    }
    await this.independence.requireOutsider(ctx, partyId);
    const enteredAt = await ctx.now();
    await this.requirePossible(ctx, recovery, slip, dayOf(enteredAt));
    const repayment: RepaymentEntity = {
      ...{ id: newId(), recoveryId, unitPath, ...slip },
      state: repaymentTransitions.initial,
      makerId: ctx.personId,
      enteredAt,
      checkerId: null,
      checkedAt: null,
      reason: null,
      version: 1,
    };
    if (!(await this.repository.insertRepayment(ctx, repayment))) {
      throw refuseRecoveries('RECOVERIES.SLIP_USED', { number: slip.number }, '/number');
    }
    const subject = { kind: 'repayment', id: repayment.id };
    await this.attachments.bind(ctx, subject, proof, [ctx.personId]);
    await this.people.noteDuty(ctx, ctx.personId, repayment.id, 'maker');
    await recordRepayment(ctx, repayment, recovery, 'recoveries.repayment-entered', null);
    const { project } = await this.payments.get(ctx, projectId);
    const kind = recoveryWordings.confirmRepayment;
    const facts = { title: project.title };
    await this.desk.ask(ctx, { unitId: recovery.unitId }, 'checker', { kind, subject, facts });
    return repayment;
  }

  private async requirePossible(
    ctx: Context,
    recovery: RecoveryEntity,
    { amountFen, receivedOn }: RepaymentSlip,
    today: Day,
  ): Promise<void> {
    if (amountFen === 0n) throw refuseRecoveries('RECOVERIES.AMOUNT_ZERO', {}, '/amount');
    const openFen = openFenOf(recovery) - (await this.repository.pendingFen(ctx, recovery.id));
    if (amountFen > openFen) {
      throw refuseRecoveries('RECOVERIES.ABOVE_OPEN', { open: printAmount(openFen) }, '/amount');
    }
    const from = dayOf(recovery.decidedAt!);
    if (receivedOn < from || receivedOn > today) {
      throw refuseRecoveries('RECOVERIES.RECEIVED_ON_OUTSIDE', { from, today }, '/receivedOn');
    }
  }
}
