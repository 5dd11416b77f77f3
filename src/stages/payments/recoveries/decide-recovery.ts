import { Injectable } from '@nestjs/common';
import { Independence } from '../independence';
import { addDays, dayOf } from '../../../kernel/day';
import { printAmount } from '../../../kernel/money';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Ledger } from '../../../registers/ledger';
import { People } from '../../../registers/people';
import { Processes } from '../../../registers/processes';
import { Projects } from '../../monitoring';
import { partsOf, totalOf } from '../fund-parts';
import { PaymentBasis } from '../payment-basis';
import { PaymentsDesk } from '../payments-desk';
import { RecoveryBasis } from './recovery-basis';
import { RecoveryBook, recoveryFactsOf } from './recovery-book';
import { RecoveryClocks } from './recovery-clocks';
import type { RecoveryEntity } from './recovery.entity';
import { refuseRecoveries } from './recovery.refusals';
import { RecoveryRepository } from './recovery.repository';
import { recoveryWordings } from './recovery.wordings';

/**
 * Another person decides whether money is asked back. Once approved it is receivable in the ledger, of each fund in proportion to what
 * it paid; the party gets the letter and a task, its time runs, and the project stays open, or is taken up again, until all is back.
 */
@Injectable()
export class DecideRecovery {
  constructor(
    private readonly projects: Projects,
    private readonly payments: PaymentBasis,
    private readonly basis: RecoveryBasis,
    private readonly independence: Independence,
    private readonly repository: RecoveryRepository,
    private readonly book: RecoveryBook,
    private readonly clocks: RecoveryClocks,
    private readonly ledger: Ledger,
    private readonly people: People,
    private readonly processes: Processes,
    private readonly desk: PaymentsDesk,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, RECOVERIES.SAME_PERSON, RECOVERIES.NO_GROUND, RECOVERIES.ABOVE_PAID,
   * PAYMENTS.OWN_PARTY
   */
  async approve(ctx: Context, recoveryId: string): Promise<RecoveryEntity> {
    const recovery = requireFound(await this.repository.lock(ctx, recoveryId));
    ctx.require('recovery.approve', { unitPath: recovery.unitPath });
    ctx.matches(recovery.version);
    const proposed = { kind: 'recovery', id: recovery.id, version: 1 };
    if (await this.people.isSameHand(ctx, recovery.proposedBy, proposed)) {
      throw refuseRecoveries('RECOVERIES.SAME_PERSON');
    }
    await this.independence.requireOutsider(ctx, recovery.partyId);
    // The project is closed under this lock, or finds the recovery asked.
    await this.projects.lock(ctx, recovery.projectId);
    const basis = await this.payments.get(ctx, recovery.projectId);
    await this.basis.groundOf(ctx, basis);
    const paid = await this.basis.paidBy(ctx, recovery.projectId);
    if (recovery.amountFen > totalOf(paid)) {
      throw refuseRecoveries('RECOVERIES.ABOVE_PAID', { paid: printAmount(totalOf(paid)) });
    }
    recovery.parts = partsOf(recovery.amountFen, paid);
    recovery.decidedBy = ctx.personId;
    recovery.decidedAt = await ctx.now();
    recovery.payBy = addDays(dayOf(recovery.decidedAt), recovery.payWithinDays);
    await this.processes.resume(ctx, { kind: 'project', id: recovery.projectId });
    await this.book.move(ctx, recovery, 'ask');
    await this.desk.done(ctx, recoveryWordings.approve, recovery.id);
    const dueAt = await this.clocks.start(ctx, recovery);
    const subject = { kind: 'recovery', id: recovery.id };
    const facts = recoveryFactsOf(basis.project, recovery);
    const { letter } = recoveryWordings;
    await this.desk.ask(ctx, recovery, 'applicant', { kind: letter, subject, dueAt, facts });
    await this.desk.tell(ctx, recovery, 'applicant', letter, subject, facts);
    await this.claim(ctx, recovery);
    return recovery;
  }

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PAYMENTS.OWN_PARTY */
  async refuse(ctx: Context, recoveryId: string, reason: string): Promise<RecoveryEntity> {
    const recovery = requireFound(await this.repository.lock(ctx, recoveryId));
    ctx.require('recovery.refuse', { unitPath: recovery.unitPath });
    ctx.matches(recovery.version);
    await this.independence.requireOutsider(ctx, recovery.partyId);
    recovery.decidedBy = ctx.personId;
    recovery.decidedAt = await ctx.now();
    recovery.refusalReason = reason;
    await this.book.move(ctx, recovery, 'refuse');
    await this.desk.done(ctx, recoveryWordings.approve, recovery.id);
    return recovery;
  }

  private async claim(ctx: Context, { id, roundId, projectId, parts }: RecoveryEntity) {
    for (const { fundId, amountFen } of parts!) {
      if (amountFen === 0n) continue;
      const cause = { kind: 'recovery', id };
      const posting = { fundId, roundId, awardId: projectId, amountFen, cause };
      await this.ledger.claimBack(ctx, posting);
    }
  }
}
