import { Injectable } from '@nestjs/common';
import type { CalendarCode } from '../../kernel/calendar-layer';
import { newId } from '../../kernel/id';
import type { Instant } from '../../kernel/instant';
import { dayOf, startOfDay, type Day } from '../../kernel/day';
import { duePeriod, laterOf, noticeLastDay, type Due, type PeriodCount } from '../../kernel/period';
import type { Context } from '../../platform/database/context';
import type { ProcessRef } from '../../platform/record/domain-event';
import { Calendar } from '../calendar';
import { ClockEntity } from './clock.entity';
import { ClockRepository } from './clock.repository';
import { clockTransitions } from './clock.transitions';

/** A period to be started. */
export interface NewClock {
  /** `<subject kind>.<what is due>`, such as `round.closes`. */
  readonly rule: string;
  /** The article or the rule-set clause it comes from, as shown to people. */
  readonly article: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** The process that waits for it. */
  readonly process: ProcessRef;
  /** The event's moment or day; for `instant` the moment itself. */
  readonly from: Instant | Day;
  readonly count: PeriodCount;
  /** Whose working days count, as the rules of the round say it; without it the State Council's. */
  readonly calendar?: CalendarCode;
  /** A notice that counts its first and its last day; otherwise the day of the event is not counted. */
  readonly isNotice?: true;
}

/** A reminder of a period. */
export interface Reminder {
  readonly rule: string;
  /** So many of the period's own days before it ends. */
  readonly before: number;
}

/** A period of counted days to be started. */
type CountedClock = NewClock & { readonly count: Exclude<PeriodCount, { unit: 'instant' }> };

/** What a clock does when its time is over and nobody acted: remind, escalate, lapse. */
export type ClockHandler = (ctx: Context, clock: ClockEntity) => Promise<void>;

/** The register of legal periods. Whatever waits for legal time waits for a row of it. */
@Injectable()
export class Clocks {
  private readonly handlers = new Map<string, ClockHandler>();

  constructor(
    private readonly repository: ClockRepository,
    private readonly calendar: Calendar,
  ) {}

  /** Says what a rule's clock does when it passes; a rule without a handler only lets its process go on. */
  whenPassed(rule: string, handler: ClockHandler): void {
    if (this.handlers.has(rule)) throw new Error(`two handlers for the clock ${rule}`);
    this.handlers.set(rule, handler);
  }

  /**
   * Starts a period; the due date is counted with the calendar as it is known now.
   * @throws CALENDAR.YEAR_UNKNOWN when the period runs into a year without a holiday notice
   */
  async start(ctx: Context, wanted: NewClock): Promise<ClockEntity> {
    const { calendar = 'CN', isNotice = false } = wanted;
    const due = await this.dueOf(ctx, wanted.from, wanted.count, isNotice, calendar);
    const startedAt = typeof wanted.from === 'string' ? startOfDay(wanted.from) : wanted.from;
    const clock: ClockEntity = {
      id: newId(),
      rule: wanted.rule,
      article: wanted.article,
      subjectKind: wanted.subject.kind,
      subjectId: wanted.subject.id,
      processKind: wanted.process.kind,
      processId: wanted.process.id,
      startedAt,
      countN: wanted.count.unit === 'instant' ? null : wanted.count.n,
      countUnit: wanted.count.unit,
      calendar,
      pauses: [],
      dueAt: due.dueAt,
      why: due.explanation,
      state: clockTransitions.initial,
      settledAt: null,
      version: 1,
    };
    await this.repository.insert(ctx, clock);
    await record(ctx, clock, 'clocks.clock-started', null);
    return clock;
  }

  /**
   * Starts a period, and the reminder of it unless the period is too short for one.
   * @returns the period
   * @throws CALENDAR.YEAR_UNKNOWN as `start` does
   */
  async startReminded(
    ctx: Context,
    wanted: CountedClock,
    { rule, before }: Reminder,
  ): Promise<ClockEntity> {
    const period = await this.start(ctx, wanted);
    const { unit, n } = wanted.count;
    if (n > before) await this.start(ctx, { ...wanted, rule, count: { unit, n: n - before } });
    return period;
  }

  /** The act was done in time; does nothing when no such clock runs. */
  async meet(ctx: Context, rule: string, subjectId: string): Promise<void> {
    await this.settle(ctx, rule, subjectId, 'meet');
  }

  /** The period no longer matters; does nothing when no such clock runs. */
  async cancel(ctx: Context, rule: string, subjectId: string): Promise<void> {
    await this.settle(ctx, rule, subjectId, 'cancel');
  }

  /** None of a process's periods matters any more. */
  async cancelAllOf(ctx: Context, process: ProcessRef): Promise<void> {
    for (const clock of await this.repository.lockRunningOf(ctx, process)) {
      await this.change(ctx, clock, 'cancel', 'clocks.clock-cancelled');
    }
  }

  /** Moves a running instant, such as a closing time, to a later one; false when it is no longer running. */
  async moveTo(ctx: Context, rule: string, subjectId: string, to: Instant): Promise<boolean> {
    const clock = await this.repository.lockRunning(ctx, rule, subjectId);
    if (clock === null) return false;
    await this.move(
      ctx,
      clock,
      await this.dueOf(ctx, to, { unit: 'instant' }, false, clock.calendar),
    );
    return true;
  }

  /** Whether the time of the newest such clock is over. */
  async hasPassed(ctx: Context, rule: string, subjectId: string): Promise<boolean> {
    const clock = await this.repository.latest(ctx, rule, subjectId);
    return clock?.state === 'passed';
  }

  /** The newest clock of a rule on a subject. */
  async find(ctx: Context, rule: string, subjectId: string): Promise<ClockEntity | null> {
    return this.repository.latest(ctx, rule, subjectId);
  }

  /**
   * Lets every overdue clock of a process pass, earliest first, each with what it does. One that a holiday notice has made due
   * later since it was counted goes on: a notice that came with a release counts though nobody has entered it.
   */
  async letPass(ctx: Context, process: ProcessRef): Promise<void> {
    for (const clock of await this.repository.lockOverdue(ctx, process)) {
      if (clock.countUnit !== 'instant' && (await this.moveLater(ctx, clock))) continue;
      await this.change(ctx, clock, 'pass', 'clocks.clock-passed');
      await this.handlers.get(clock.rule)?.(ctx, clock);
    }
  }

  /** Counts every running period anew, after a holiday notice: a date once told moves later, never earlier. */
  async recount(ctx: Context): Promise<number> {
    let moved = 0;
    for (const clock of await this.repository.lockMovable(ctx)) {
      if (await this.moveLater(ctx, clock)) moved += 1;
    }
    return moved;
  }

  /** @returns whether the calendar as it is known now makes it due later than was told */
  private async moveLater(ctx: Context, clock: ClockEntity): Promise<boolean> {
    const count = { unit: clock.countUnit, n: clock.countN } as PeriodCount;
    const isNotice = clock.why.rule === 'first-day-counted';
    const told = { dueAt: clock.dueAt };
    const due = await this.dueOf(ctx, clock.startedAt, count, isNotice, clock.calendar);
    if (laterOf<{ dueAt: Instant }>(told, due) === told) return false;
    await this.move(ctx, clock, due);
    return true;
  }

  private async dueOf(
    ctx: Context,
    from: Instant | Day,
    count: PeriodCount,
    isNotice: boolean,
    code: CalendarCode,
  ): Promise<Due> {
    const calendar = await this.calendar.knownAt(ctx, code);
    if (!isNotice) return duePeriod(from, count, calendar);
    if (count.unit !== 'workingDays') throw new Error('a notice counts working days');
    return noticeLastDay(typeof from === 'string' ? from : dayOf(from), count.n, calendar);
  }

  private async move(ctx: Context, clock: ClockEntity, due: Due): Promise<void> {
    clock.dueAt = due.dueAt;
    clock.why = due.explanation;
    await this.change(ctx, clock, 'move', 'clocks.clock-moved');
  }

  private async settle(
    ctx: Context,
    rule: string,
    subjectId: string,
    act: 'meet' | 'cancel',
  ): Promise<void> {
    const clock = await this.repository.lockRunning(ctx, rule, subjectId);
    if (clock === null) return;
    await this.change(
      ctx,
      clock,
      act,
      act === 'meet' ? 'clocks.clock-met' : 'clocks.clock-cancelled',
    );
  }

  private async change(
    ctx: Context,
    clock: ClockEntity,
    act: keyof typeof clockTransitions.moves,
    event: string,
  ): Promise<void> {
    clock.state = clockTransitions.next(clock.state, act);
    if (clock.state !== 'running') clock.settledAt = await ctx.now();
    clock.version += 1;
    await this.repository.update(ctx, clock);
    await record(ctx, clock, event, act);
  }
}

async function record(
  ctx: Context,
  clock: ClockEntity,
  name: string,
  move: string | null,
): Promise<void> {
  await ctx.record({
    name,
    aggregate: { kind: 'clock', id: clock.id, version: clock.version },
    move,
    body: {
      rule: clock.rule,
      subject: { kind: clock.subjectKind, id: clock.subjectId },
      dueAt: clock.dueAt.toISOString(),
    },
    audience: {},
    nudges: name === 'clocks.clock-moved' ? [{ kind: clock.processKind, id: clock.processId }] : [],
  });
}
