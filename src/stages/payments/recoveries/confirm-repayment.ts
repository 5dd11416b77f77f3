import { Injectable } from '@nestjs/common';
import { Independence } from '../independence';
import { printAmount } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Ledger } from '../../../registers/ledger';
import { People } from '../../../registers/people';
import { partsOf } from '../fund-parts';
import { PaymentBasis } from '../payment-basis';
import { PaymentsDesk } from '../payments-desk';
import { refusePayments } from '../payments.refusals';
import type { RepaymentSlip } from './enter-repayment';
import { RecoveryBasis } from './recovery-basis';
import { openFenOf, RecoveryBook } from './recovery-book';
import { RecoveryClocks } from './recovery-clocks';
import type { RecoveryEntity } from './recovery.entity';
import { refuseRecoveries } from './recovery.refusals';
import { RecoveryRepository } from './recovery.repository';
import { recoveryWordings } from './recovery.wordings';
import type { RepaymentEntity } from './repayment.entity';

/** A repayment with what it repays, both locked. */
interface Checked {
  readonly repayment: RepaymentEntity;
  readonly recovery: RecoveryEntity;
}

/**
 * A second person types the slip of a repayment again, or rejects what was entered. Only a confirmed repayment moves the ledger: back to
 * the funds that the money was paid from, in proportion to what each is still to get.
 */
@Injectable()
export class ConfirmRepayment {
  constructor(
    private readonly repository: RecoveryRepository,
    private readonly book: RecoveryBook,
    private readonly clocks: RecoveryClocks,
    private readonly payments: PaymentBasis,
    private readonly basis: RecoveryBasis,
    private readonly independence: Independence,
    private readonly ledger: Ledger,
    private readonly people: People,
    private readonly desk: PaymentsDesk,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PAYMENTS.SAME_PERSON, PAYMENTS.OWN_PARTY, PEOPLE.DUTIES_CONFLICT,
   * RECOVERIES.SLIP_DIFFERS
   */
  async execute(ctx: Context, repaymentId: string, slip: RepaymentSlip): Promise<RepaymentEntity> {
    const { repayment, recovery } = await this.take(ctx, repaymentId, 'repayment.confirm');
    await this.book.moveRepayment(ctx, repayment, recovery, 'confirm');
    if (!isSame(repayment, slip)) throw refuseRecoveries('RECOVERIES.SLIP_DIFFERS');
    await this.desk.done(ctx, recoveryWordings.confirmRepayment, repayment.id);
    const owed = await this.basis.owedTo(ctx, recovery.projectId);
    recovery.returnedFen += repayment.amountFen;
    if (openFenOf(recovery) > 0n) await this.book.noteReturn(ctx, recovery);
    else await this.settle(ctx, recovery);
    // The ledger comes last: it puts everything of one round into one queue.
    for (const { fundId, amountFen } of partsOf(repayment.amountFen, owed)) {
      if (amountFen === 0n) continue;
      const { roundId, projectId: awardId } = recovery;
      const cause = { kind: 'repayment', id: repayment.id };
      await this.ledger.giveBack(ctx, { fundId, roundId, awardId, amountFen, cause });
    }
    return repayment;
  }

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PAYMENTS.SAME_PERSON, PAYMENTS.OWN_PARTY, PEOPLE.DUTIES_CONFLICT */
  async reject(ctx: Context, repaymentId: string, reason: string): Promise<RepaymentEntity> {
    const { repayment, recovery } = await this.take(ctx, repaymentId, 'repayment.reject');
    repayment.reason = reason;
    await this.book.moveRepayment(ctx, repayment, recovery, 'reject');
    await this.desk.done(ctx, recoveryWordings.confirmRepayment, repayment.id);
    const { project } = await this.payments.get(ctx, recovery.projectId);
    const subject = { kind: 'repayment', id: repayment.id };
    const facts = { title: project.title };
    const wording = recoveryWordings.rejectedRepayment;
    await this.desk.tell(ctx, { unitPath: recovery.unitPath }, 'maker', wording, subject, facts);
    await this.clocks.lapseAfterAll(ctx, recovery);
    return repayment;
  }

  private async take(
    ctx: Context,
    repaymentId: string,
    act: 'repayment.confirm' | 'repayment.reject',
  ): Promise<Checked> {
    const repayment = requireFound(await this.repository.lockRepayment(ctx, repaymentId));
    ctx.require(act, { unitPath: repayment.unitPath });
    ctx.matches(repayment.version);
    if (repayment.makerId === ctx.personId) throw refusePayments('PAYMENTS.SAME_PERSON');
    const recovery = (await this.repository.lock(ctx, repayment.recoveryId))!;
    await this.independence.requireOutsider(ctx, recovery.partyId);
    await this.people.noteDuty(ctx, ctx.personId, repayment.id, 'checker');
    return { repayment, recovery };
  }

  private async settle(ctx: Context, recovery: RecoveryEntity): Promise<void> {
    await this.book.move(ctx, recovery, 'settle');
    await this.clocks.stop(ctx, recovery.id);
    await this.desk.done(ctx, recoveryWordings.letter, recovery.id);
    await this.desk.done(ctx, recoveryWordings.overdue, recovery.id);
    const { project } = await this.payments.get(ctx, recovery.projectId);
    const facts = { title: project.title, amount: printAmount(recovery.amountFen) };
    const subject = { kind: 'recovery', id: recovery.id };
    await this.desk.tell(ctx, recovery, 'applicant', recoveryWordings.recovered, subject, facts);
  }
}

function isSame(repayment: RepaymentEntity, slip: RepaymentSlip): boolean {
  return (
    repayment.amountFen === slip.amountFen &&
    repayment.number === slip.number &&
    repayment.receivedOn === slip.receivedOn
  );
}
