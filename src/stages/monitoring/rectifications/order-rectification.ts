import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { refuse } from '../../../kernel/refusal';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { People } from '../../../registers/people';
import { refuseMonitoring } from '../monitoring.refusals';
import { monitoringWordings } from '../monitoring.wordings';
import { ProjectCircle } from '../project-circle';
import { ProjectRepository } from '../project.repository';
import { factsOf, recordRectification, RectificationBook } from './rectification-book';
import type { RectificationCause, RectificationEntity } from './rectification.entity';
import { RectificationRepository } from './rectification.repository';
import { rectificationTransitions } from './rectification.transitions';

/** An officer orders a party to put right what a visit or a report has shown. */
@Injectable()
export class OrderRectification {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly repository: RectificationRepository,
    private readonly book: RectificationBook,
    private readonly circle: ProjectCircle,
    private readonly people: People,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, MONITORING.CAUSE_UNKNOWN, PEOPLE.DUTIES_CONFLICT, CALENDAR.YEAR_UNKNOWN */
  async execute(
    ctx: Context,
    projectId: string,
    cause: { readonly kind: RectificationCause; readonly id: string },
    findings: string,
  ): Promise<RectificationEntity> {
    const project = requireFound(await this.projects.lock(ctx, projectId));
    const { unitPath, roundId, partyId, state } = project;
    ctx.require('rectification.order', { unitPath, roundId });
    if (state !== 'active' && state !== 'settling') {
      throw refuse('STATE.OUT_OF_ORDER', { thing: 'project', state, act: 'rectify' });
    }
    if (!(await this.repository.hasCause(ctx, projectId, cause))) {
      throw refuseMonitoring('MONITORING.CAUSE_UNKNOWN', {}, '/cause/id');
    }
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    const [id, orderedAt] = [newId(), await ctx.now()];
    const rectification: RectificationEntity = {
      ...{ id, projectId, partyId, roundId, unitPath, findings, orderedAt },
      causeKind: cause.kind,
      causeId: cause.id,
      orderedBy: ctx.personId,
      dueAt: await this.book.startTime(ctx, project, id, orderedAt),
      state: rectificationTransitions.initial,
      judgedBy: null,
      judgedAt: null,
      judgement: null,
      version: 1,
    };
    await this.repository.insert(ctx, rectification);
    await recordRectification(ctx, rectification, null);
    const subject = { kind: 'rectification', id };
    const facts = factsOf(project, rectification);
    await this.circle.tell(ctx, project, 'applicant', monitoringWordings.rectify, subject, facts);
    return rectification;
  }
}
