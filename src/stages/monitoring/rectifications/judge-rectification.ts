import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { monitoringWordings } from '../monitoring.wordings';
import { ProjectCircle } from '../project-circle';
import { ProjectRepository } from '../project.repository';
import { factsOf, RectificationBook } from './rectification-book';
import type { RectificationEntity } from './rectification.entity';
import { RectificationRepository } from './rectification.repository';
import { rectificationTransitions } from './rectification.transitions';

/**
 * An officer finds that what was ordered is put right, or that it is not. Accepted, whatever it held goes on; not accepted, it is
 * to be answered again within the same time.
 */
@Injectable()
export class JudgeRectification {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly repository: RectificationRepository,
    private readonly book: RectificationBook,
    private readonly circle: ProjectCircle,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PEOPLE.DUTIES_CONFLICT */
  async accept(ctx: Context, id: string, judgement: string): Promise<RectificationEntity> {
    const rectification = await this.lock(ctx, id, 'accept', judgement);
    await this.book.move(ctx, rectification, 'accept');
    await this.book.lift(ctx, rectification);
    await this.tell(ctx, rectification, monitoringWordings.rectificationAccepted);
    return rectification;
  }

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PEOPLE.DUTIES_CONFLICT, CALENDAR.YEAR_UNKNOWN */
  async refuse(ctx: Context, id: string, judgement: string): Promise<RectificationEntity> {
    const rectification = await this.lock(ctx, id, 'refuse', judgement);
    const project = requireFound(await this.projects.find(ctx, rectification.projectId));
    const from = rectification.judgedAt!;
    rectification.dueAt = await this.book.startTime(ctx, project, id, from);
    await this.book.move(ctx, rectification, 'refuse');
    await this.book.hold(ctx, rectification);
    await this.tell(ctx, rectification, monitoringWordings.rectificationRefused);
    return rectification;
  }

  private async lock(
    ctx: Context,
    id: string,
    move: 'accept' | 'refuse',
    judgement: string,
  ): Promise<RectificationEntity> {
    const rectification = requireFound(await this.repository.lock(ctx, id));
    const { unitPath, roundId, state } = rectification;
    ctx.require(`rectification.${move}`, { unitPath, roundId });
    ctx.matches(rectification.version);
    rectificationTransitions.next(state, move);
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    rectification.judgedBy = ctx.personId;
    rectification.judgedAt = await ctx.now();
    rectification.judgement = judgement;
    return rectification;
  }

  private async tell(
    ctx: Context,
    rectification: RectificationEntity,
    wording: string,
  ): Promise<void> {
    const { id, projectId } = rectification;
    await this.inbox.done(ctx, monitoringWordings.judgeRectification, id);
    const project = requireFound(await this.projects.find(ctx, projectId));
    const subject = { kind: 'rectification', id };
    const facts = factsOf(project, rectification);
    await this.circle.tell(ctx, project, 'applicant', wording, subject, facts);
  }
}
