import { Injectable, type OnModuleInit } from '@nestjs/common';
import { printInstant, type Instant } from '../../../kernel/instant';
import type { Facts } from '../../../kernel/refusal';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Units } from '../../../registers/units';
import type { CycleEntity } from '../cycle.entity';
import { CycleRepository } from '../cycle.repository';
import { ScreeningRepository } from './screening.repository';
import { screeningWordings } from './screening.wordings';

/**
 * The experts' working days. Invented: no source names a number, and two weeks of work is what one person needs to read and
 * score a street's list beside their own work. It is a constant and no part of the screening rules until a district asks for another.
 */
const SCREENING_WORKING_DAYS = 10;
/** Two working days are left when the experts are reminded. */
const REMINDER_WORKING_DAYS = 8;

/** The time of a cycle's experts: it begins when they are named and ends with the last sheet. */
@Injectable()
export class ScreeningPeriod implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
    private readonly people: People,
    private readonly units: Units,
    private readonly cycles: CycleRepository,
    private readonly screening: ScreeningRepository,
  ) {}

  onModuleInit(): void {
    this.clocks.whenPassed('cycle.screeningReminder', (ctx, { subjectId }) =>
      this.remind(ctx, subjectId),
    );
    this.clocks.whenPassed('cycle.screening', (ctx, { subjectId }) =>
      this.escalate(ctx, subjectId),
    );
  }

  /** The period runs from now; one that ran for experts named before no longer matters. */
  async begin(ctx: Context, cycle: CycleEntity): Promise<void> {
    await this.clocks.cancel(ctx, 'cycle.screening', cycle.id);
    await this.clocks.cancel(ctx, 'cycle.screeningReminder', cycle.id);
    const wanted = {
      article: 'yichuang/screeningWorkingDays',
      subject: { kind: 'cycle', id: cycle.id },
      process: { kind: 'needScreening', id: cycle.id },
      from: await ctx.now(),
    } as const;
    const { dueAt } = await this.clocks.start(ctx, {
      ...wanted,
      rule: 'cycle.screening',
      count: { unit: 'workingDays', n: SCREENING_WORKING_DAYS },
    });
    await this.clocks.start(ctx, {
      ...wanted,
      rule: 'cycle.screeningReminder',
      count: { unit: 'workingDays', n: REMINDER_WORKING_DAYS },
    });
    await this.inbox.withdraw(ctx, screeningWordings.scoreOverdue, cycle.id);
    await this.ask(ctx, cycle, dueAt);
  }

  /** Asks every expert who owes a sheet, those who were asked before with the new date. */
  private async ask(ctx: Context, cycle: CycleEntity, dueAt: Instant): Promise<void> {
    await this.inbox.withdraw(ctx, screeningWordings.score, cycle.id);
    const { name: street } = await this.units.get(ctx, cycle.streetId);
    const subject = { kind: 'cycle', id: cycle.id };
    for (const { personId, count } of await this.screening.openSheets(ctx, cycle.id)) {
      if (count === 0) continue;
      const facts: Facts = { street, count };
      const to = { personId };
      await this.inbox.open(ctx, { kind: screeningWordings.score, subject, to, dueAt, facts });
      await this.inbox.write(ctx, [personId], screeningWordings.score, subject, facts);
    }
  }

  /** The last sheet is in. */
  async end(ctx: Context, cycleId: string): Promise<void> {
    await this.clocks.meet(ctx, 'cycle.screening', cycleId);
    await this.clocks.cancel(ctx, 'cycle.screeningReminder', cycleId);
    await this.inbox.done(ctx, screeningWordings.scoreOverdue, cycleId);
  }

  private async remind(ctx: Context, cycleId: string): Promise<void> {
    const cycle = await this.cycles.lock(ctx, cycleId);
    const due = await this.clocks.find(ctx, 'cycle.screening', cycleId);
    if (cycle?.state !== 'reported' || due === null) return;
    const { name: street } = await this.units.get(ctx, cycle.streetId);
    const subject = { kind: 'cycle', id: cycleId };
    const dueAt = printInstant(due.dueAt);
    for (const { personId, count } of await this.screening.openSheets(ctx, cycleId)) {
      if (count === 0) continue;
      const facts: Facts = { street, count, dueAt };
      await this.inbox.write(ctx, [personId], screeningWordings.scoreReminder, subject, facts);
    }
  }

  private async escalate(ctx: Context, cycleId: string): Promise<void> {
    const cycle = await this.cycles.lock(ctx, cycleId);
    const open = await this.screening.openSheets(ctx, cycleId);
    const count = open.reduce((sum, { count: owed }) => sum + owed, 0);
    if (cycle?.state !== 'reported' || count === 0) return;
    const { name: street } = await this.units.get(ctx, cycle.streetId);
    const subject = { kind: 'cycle', id: cycleId };
    const facts: Facts = { street, count };
    await this.inbox.open(ctx, {
      kind: screeningWordings.scoreOverdue,
      subject,
      to: { duty: 'organizer', scope: { kind: 'unit', id: cycle.streetId } },
      facts,
    });
    const organizers = await this.people.holdersAtUnit(ctx, 'organizer', cycle.unitPath);
    await this.inbox.write(ctx, organizers, screeningWordings.scoreOverdue, subject, facts);
  }
}
