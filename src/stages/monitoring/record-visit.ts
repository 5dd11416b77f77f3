import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '../../kernel/day';
import { newId } from '../../kernel/id';
import { refuse } from '../../kernel/refusal';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Attachments, type NamedAttachment } from '../../registers/attachments';
import { Clocks } from '../../registers/clocks';
import { Inbox } from '../../registers/inbox';
import { People } from '../../registers/people';
import { refuseMonitoring } from './monitoring.refusals';
import { monitoringWordings } from './monitoring.wordings';
import { audienceOf } from './project-circle';
import type { ProjectEntity } from './project.entity';
import { ProjectRepository } from './project.repository';
import { VisitEntity } from './visit.entity';

/** What a visitor tells. */
export interface VisitContent {
  readonly visitedOn: Day;
  readonly findings: string;
  readonly headsServed: number;
}

/** Records a site visit. */
@Injectable()
export class RecordVisit {
  constructor(
    private readonly repository: ProjectRepository,
    private readonly attachments: Attachments,
    private readonly people: People,
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, MONITORING.VISIT_DAY_OUTSIDE, PEOPLE.DUTIES_CONFLICT, and what Attachments.bind refuses */
  async execute(
    ctx: Context,
    projectId: string,
    content: VisitContent,
    attachments: readonly NamedAttachment[],
  ): Promise<VisitEntity> {
    const project = await this.repository.lock(ctx, projectId);
    if (project === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('visit.record', { unitPath: project.unitPath, roundId: project.roundId });
    const { state } = project;
    if (state !== 'active' && state !== 'settling') {
      throw refuse('STATE.OUT_OF_ORDER', { thing: 'project', state, act: 'visit' });
    }
    const recordedAt = await ctx.now();
    const today = dayOf(recordedAt);
    if (content.visitedOn < project.startedOn || content.visitedOn > today) {
      const facts = { from: project.startedOn, today };
      throw refuseMonitoring('MONITORING.VISIT_DAY_OUTSIDE', facts, '/visitedOn');
    }
    // Whoever looks after the round's projects can be neither their bidder nor their evaluator.
    await this.people.noteDuty(ctx, ctx.personId, project.roundId, 'organizer');
    const visit = Object.assign(new VisitEntity(), {
      ...content,
      id: newId(),
      projectId,
      visitedBy: ctx.personId,
      recordedAt,
      version: 1,
    });
    await this.repository.insertVisit(ctx, visit);
    await this.attachments.bind(ctx, { kind: 'visit', id: visit.id }, attachments, [ctx.personId]);
    await this.settle(ctx, project);
    await ctx.record({
      name: 'monitoring.visit-recorded',
      aggregate: { kind: 'visit', id: visit.id, version: 1 },
      move: null,
      roundId: project.roundId,
      body: { projectId, visitedOn: visit.visitedOn, headsServed: visit.headsServed },
      audience: audienceOf(project),
    });
    return visit;
  }

  private async settle(ctx: Context, { id, visitsMin }: ProjectEntity): Promise<void> {
    if ((await this.repository.countVisits(ctx, id)) < visitsMin) return;
    await this.clocks.meet(ctx, 'project.visits', id);
    await this.clocks.cancel(ctx, 'project.visitsReminder', id);
    await this.inbox.done(ctx, monitoringWordings.visit, id);
    await this.inbox.done(ctx, monitoringWordings.visitsMissing, id);
  }
}
