import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Attachments, type NamedAttachment } from '../../../registers/attachments';
import { People } from '../../../registers/people';
import { monitoringWordings } from '../monitoring.wordings';
import { ProjectCircle } from '../project-circle';
import { ProjectRepository } from '../project.repository';
import { factsOf, RectificationBook } from './rectification-book';
import type { RectificationEntity } from './rectification.entity';
import { RectificationRepository } from './rectification.repository';

/** The party tells how it has put right what was ordered, in time or late; those in charge are asked whether it has. */
@Injectable()
export class AnswerRectification {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly repository: RectificationRepository,
    private readonly book: RectificationBook,
    private readonly attachments: Attachments,
    private readonly circle: ProjectCircle,
    private readonly people: People,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, and what Attachments.bind refuses */
  async execute(
    ctx: Context,
    rectificationId: string,
    text: string,
    attachments: readonly NamedAttachment[],
  ): Promise<RectificationEntity> {
    const rectification = requireFound(await this.repository.lock(ctx, rectificationId));
    const { partyId, projectId } = rectification;
    ctx.require('rectification.answer', { partyIds: [partyId] });
    ctx.matches(rectification.version);
    await this.book.move(ctx, rectification, 'answer');
    const answer = {
      ...{ id: newId(), rectificationId, text },
      answeredBy: ctx.personId,
      answeredAt: await ctx.now(),
    };
    await this.repository.insertAnswer(ctx, answer);
    const uploaders = await this.people.holdersOf(ctx, 'applicant', partyId);
    const bound = { kind: 'rectificationAnswer', id: answer.id };
    await this.attachments.bind(ctx, bound, attachments, uploaders);
    await this.book.stopTime(ctx, rectification);
    const project = requireFound(await this.projects.find(ctx, projectId));
    const subject = { kind: 'rectification', id: rectificationId };
    const facts = factsOf(project, rectification);
    const { judgeRectification } = monitoringWordings;
    for (const duty of ['streetOfficer', 'organizer'] as const) {
      await this.circle.ask(ctx, project, duty, { kind: judgeRectification, subject, facts });
      await this.circle.tell(ctx, project, duty, judgeRectification, subject, facts);
    }
    return rectification;
  }
}
