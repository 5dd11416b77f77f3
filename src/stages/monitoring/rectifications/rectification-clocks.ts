import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Clocks } from '../../../registers/clocks';
import { monitoringWordings } from '../monitoring.wordings';
import { ProjectCircle } from '../project-circle';
import { ProjectRepository } from '../project.repository';
import { factsOf, RectificationBook } from './rectification-book';
import { RectificationRepository } from './rectification.repository';
import { rectificationTransitions } from './rectification.transitions';

/** What happens when an order is not answered: the party is reminded, then those in charge are told, and payments may stop. */
@Injectable()
export class RectificationClocks implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly projects: ProjectRepository,
    private readonly repository: RectificationRepository,
    private readonly book: RectificationBook,
    private readonly circle: ProjectCircle,
  ) {}

  onModuleInit(): void {
    this.clocks.whenPassed('rectification.reminder', (ctx, { subjectId }) =>
      this.remind(ctx, subjectId),
    );
    this.clocks.whenPassed('rectification.due', (ctx, { subjectId }) => this.miss(ctx, subjectId));
  }

  private async remind(ctx: Context, id: string): Promise<void> {
    const rectification = await this.repository.find(ctx, id);
    if (rectification === null || !rectificationTransitions.can(rectification.state, 'miss')) {
      return;
    }
    const project = requireFound(await this.projects.find(ctx, rectification.projectId));
    const subject = { kind: 'rectification', id };
    const facts = factsOf(project, rectification);
    const { rectifyReminder } = monitoringWordings;
    await this.circle.tell(ctx, project, 'applicant', rectifyReminder, subject, facts);
  }

  private async miss(ctx: Context, id: string): Promise<void> {
    const rectification = await this.repository.lock(ctx, id);
    if (rectification === null || !rectificationTransitions.can(rectification.state, 'miss')) {
      return;
    }
    await this.book.move(ctx, rectification, 'miss');
    await this.book.hold(ctx, rectification);
    const project = requireFound(await this.projects.find(ctx, rectification.projectId));
    const subject = { kind: 'rectification', id };
    const facts = factsOf(project, rectification);
    const { rectificationMissed, rectificationOverdue } = monitoringWordings;
    await this.circle.tell(ctx, project, 'applicant', rectificationMissed, subject, facts);
    for (const duty of ['organizer', 'supervisor'] as const) {
      await this.circle.ask(ctx, project, duty, { kind: rectificationOverdue, subject, facts });
      await this.circle.tell(ctx, project, duty, rectificationOverdue, subject, facts);
    }
  }
}
