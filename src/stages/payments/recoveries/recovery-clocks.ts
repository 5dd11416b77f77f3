import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, dayOf } from '../../../kernel/day';
import type { Instant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import { Credit } from '../../../registers/credit';
import { PaymentBasis } from '../payment-basis';
import { PaymentsDesk } from '../payments-desk';
import { openFenOf, RecoveryBook, recoveryFactsOf } from './recovery-book';
import type { RecoveryEntity } from './recovery.entity';
import { RecoveryRepository } from './recovery.repository';
import { recoveryWordings } from './recovery.wordings';

/** So many calendar days before its last day the party is reminded (invented: no source says when). */
const REMINDED_BEFORE_DAYS = 7;

/** A party that does not give money back in time is kept off the list so long (Zhongshan 博爱100: a breach, three years). */
const SANCTION_DAYS = 3 * 365;

const DUE = 'recovery.due';
const REMINDER = 'recovery.reminder';

/** The time of a recovery: the party is reminded; when it is over, those in charge are told and the party's record says so. */
@Injectable()
export class RecoveryClocks implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly repository: RecoveryRepository,
    private readonly book: RecoveryBook,
    private readonly basis: PaymentBasis,
    private readonly credit: Credit,
    private readonly desk: PaymentsDesk,
  ) {}

  onModuleInit(): void {
    this.clocks.whenPassed(REMINDER, (ctx, { subjectId }) => this.remind(ctx, subjectId));
    this.clocks.whenPassed(DUE, (ctx, { subjectId }) => this.lapse(ctx, subjectId));
  }

  /** Starts the time of a recovery that is asked now. @returns the moment at which it is over */
  async start(ctx: Context, recovery: RecoveryEntity): Promise<Instant> {
    const { id, projectId, payWithinDays: n, decidedAt } = recovery;
    const period = {
      rule: DUE,
      article: 'recovery/payWithin',
      subject: { kind: 'recovery', id },
      process: { kind: 'project', id: projectId },
      from: decidedAt!,
      count: { unit: 'calendarDays', n },
    } as const;
    const reminder = { rule: REMINDER, before: REMINDED_BEFORE_DAYS };
    return (await this.clocks.startReminded(ctx, period, reminder)).dueAt;
  }

  /** Everything has come back. */
  async stop(ctx: Context, recoveryId: string): Promise<void> {
    await this.clocks.meet(ctx, DUE, recoveryId);
    await this.clocks.cancel(ctx, REMINDER, recoveryId);
  }

  /** A repayment that kept a recovery from being overdue came to nothing. */
  async lapseAfterAll(ctx: Context, recovery: RecoveryEntity): Promise<void> {
    if (await this.clocks.hasPassed(ctx, DUE, recovery.id)) await this.lapse(ctx, recovery.id);
  }

  private async remind(ctx: Context, recoveryId: string): Promise<void> {
    const recovery = (await this.repository.lock(ctx, recoveryId))!;
    if (recovery.state !== 'asked') return;
    await this.tell(ctx, recovery, ['applicant'], recoveryWordings.reminder);
  }

  /** What was entered in time and only waits to be confirmed is not overdue. */
  private async lapse(ctx: Context, recoveryId: string): Promise<void> {
    const recovery = (await this.repository.lock(ctx, recoveryId))!;
    if (recovery.state !== 'asked') return;
    const pendingFen = await this.repository.pendingFen(ctx, recoveryId);
    if (pendingFen >= openFenOf(recovery)) return;
    await this.book.move(ctx, recovery, 'lapse');
    const today = dayOf(await ctx.now());
    await this.credit.note(ctx, {
      partyId: recovery.partyId,
      kind: 'sanction',
      code: 'recovery-overdue',
      reason: '逾期未退回应追回的资助资金',
      projectId: recovery.projectId,
      fromDay: today,
      untilDay: addDays(today, SANCTION_DAYS),
    });
    const told = ['applicant', 'organizer', 'approver', 'maker'] as const;
    await this.tell(ctx, recovery, told, recoveryWordings.overdue);
    const { project } = await this.basis.get(ctx, recovery.projectId);
    await this.desk.ask(ctx, { unitId: recovery.unitId }, 'organizer', {
      kind: recoveryWordings.overdue,
      subject: { kind: 'recovery', id: recovery.id },
      facts: recoveryFactsOf(project, recovery),
    });
  }

  private async tell(
    ctx: Context,
    recovery: RecoveryEntity,
    duties: readonly ('applicant' | 'organizer' | 'approver' | 'maker')[],
    wording: string,
  ): Promise<void> {
    const { project } = await this.basis.get(ctx, recovery.projectId);
    const subject = { kind: 'recovery', id: recovery.id };
    const facts = recoveryFactsOf(project, recovery);
    for (const duty of duties) {
      await this.desk.tell(ctx, recovery, duty, wording, subject, facts);
    }
  }
}
