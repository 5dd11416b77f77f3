import { Injectable } from '@nestjs/common';
import { printInstant, type Instant } from '../../../kernel/instant';
import type { Facts } from '../../../kernel/refusal';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import { Holds } from '../../../registers/holds';
import { Inbox } from '../../../registers/inbox';
import type { RectificationRules } from '../../../rules';
import { Rounds } from '../../rounds';
import { monitoringWordings } from '../monitoring.wordings';
import { audienceOf, ProjectCircle } from '../project-circle';
import type { ProjectEntity } from '../project.entity';
import type { RectificationEntity } from './rectification.entity';
import { RectificationRepository } from './rectification.repository';
import { rectificationTransitions, type RectificationMove } from './rectification.transitions';

/** Where a rule set says nothing (invented: no source gives a period). */
const WITHOUT_RULES: RectificationRules = { workingDays: 10, effect: 'none' };

/** So many working days before the time for the answer ends the party is reminded (invented). */
const REMINDED_BEFORE = 2;

const HELD = '整改逾期或未通过 An order to put something right was not met';

const events: Readonly<Record<RectificationMove, string>> = {
  answer: 'monitoring.rectification-answered',
  accept: 'monitoring.rectification-accepted',
  refuse: 'monitoring.rectification-refused',
  miss: 'monitoring.rectification-overdue',
  waive: 'monitoring.rectification-waived',
};

/** The one way in which orders move, with what that does to time, tasks and payments. */
@Injectable()
export class RectificationBook {
  constructor(
    private readonly repository: RectificationRepository,
    private readonly rounds: Rounds,
    private readonly circle: ProjectCircle,
    private readonly clocks: Clocks,
    private readonly holds: Holds,
    private readonly inbox: Inbox,
  ) {}

  /** @param rectification locked by the caller @throws STATE.OUT_OF_ORDER */
  async move(
    ctx: Context,
    rectification: RectificationEntity,
    move: RectificationMove,
  ): Promise<void> {
    rectification.state = rectificationTransitions.next(rectification.state, move);
    rectification.version += 1;
    await this.repository.update(ctx, rectification);
    await recordRectification(ctx, rectification, move);
  }

  /** Gives the party the rules' time from now on to answer, and asks it to. @returns when that time is over */
  async startTime(
    ctx: Context,
    project: ProjectEntity,
    rectificationId: string,
    from: Instant,
  ): Promise<Instant> {
    const { code, calendar, monitoring } = (await this.rounds.get(ctx, project.roundId)).ruleSet;
    const { workingDays } = monitoring?.rectification ?? WITHOUT_RULES;
    const subject = { kind: 'rectification', id: rectificationId };
    const period = {
      rule: 'rectification.due',
      article: `${code}/monitoring/rectification/workingDays`,
      subject,
      process: { kind: 'project', id: project.id },
      from,
      count: { unit: 'workingDays', n: workingDays },
      calendar,
    } as const;
    const reminder = { rule: 'rectification.reminder', before: REMINDED_BEFORE };
    const { dueAt } = await this.clocks.startReminded(ctx, period, reminder);
    await this.circle.ask(ctx, project, 'applicant', {
      kind: monitoringWordings.rectify,
      subject,
      dueAt,
      facts: { title: project.title, dueAt: printInstant(dueAt) },
    });
    return dueAt;
  }

  /** The party has answered, or need not any more: its time and its tasks are over. */
  async stopTime(ctx: Context, { id }: RectificationEntity): Promise<void> {
    await this.clocks.meet(ctx, 'rectification.due', id);
    await this.clocks.cancel(ctx, 'rectification.reminder', id);
    await this.inbox.done(ctx, monitoringWordings.rectify, id);
    await this.inbox.done(ctx, monitoringWordings.rectificationOverdue, id);
  }

  /** Stops the project's payments where its rules say so, until it is put right. */
  async hold(
    ctx: Context,
    { id, projectId, roundId, unitPath }: RectificationEntity,
  ): Promise<void> {
    const { monitoring } = (await this.rounds.get(ctx, roundId)).ruleSet;
    if ((monitoring?.rectification ?? WITHOUT_RULES).effect !== 'hold-payments') return;
    await this.holds.place(ctx, {
      subject: { kind: 'award', id: projectId },
      cause: { kind: 'rectification', id },
      unitPath,
      reason: HELD,
    });
  }

  async lift(ctx: Context, { id }: RectificationEntity): Promise<void> {
    await this.holds.lift(ctx, { kind: 'rectification', id });
  }

  /** The project was stopped or closed: nothing has to be put right any more. */
  async waiveOf(ctx: Context, projectId: string): Promise<void> {
    for (const rectification of await this.repository.lockOpen(ctx, projectId)) {
      const { id } = rectification;
      await this.move(ctx, rectification, 'waive');
      await this.lift(ctx, rectification);
      await this.clocks.cancel(ctx, 'rectification.due', id);
      await this.clocks.cancel(ctx, 'rectification.reminder', id);
      for (const wording of [
        monitoringWordings.rectify,
        monitoringWordings.judgeRectification,
        monitoringWordings.rectificationOverdue,
      ]) {
        await this.inbox.withdraw(ctx, wording, id);
      }
    }
  }
}

/** What the wordings of orders speak of. */
export function factsOf({ title }: ProjectEntity, { dueAt }: RectificationEntity): Facts {
  return { title, dueAt: printInstant(dueAt) };
}

/** Records what happened to an order; without a move, that it was given. The project's process has to know of its time. */
export async function recordRectification(
  ctx: Context,
  rectification: RectificationEntity,
  move: RectificationMove | null,
): Promise<void> {
  const { id, version, projectId, causeKind, causeId, dueAt } = rectification;
  await ctx.record({
    name: move === null ? 'monitoring.rectification-ordered' : events[move],
    aggregate: { kind: 'rectification', id, version },
    move,
    roundId: rectification.roundId,
    body: { projectId, cause: { kind: causeKind, id: causeId }, dueAt: printInstant(dueAt) },
    audience: audienceOf(rectification),
    nudges: [{ kind: 'project', id: projectId }],
  });
}
