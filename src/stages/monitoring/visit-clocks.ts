import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Facts } from '../../kernel/refusal';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { monitoringWordings } from './monitoring.wordings';
import { ProjectCircle } from './project-circle';
import type { ProjectEntity } from './project.entity';
import { ProjectRepository } from './project.repository';

/** What happens when the visits are not made: people are reminded, then those in charge are told. */
@Injectable()
export class VisitClocks implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly circle: ProjectCircle,
    private readonly repository: ProjectRepository,
  ) {}

  onModuleInit(): void {
    this.clocks.whenPassed('project.visitsReminder', (ctx, { subjectId }) =>
      this.remindOfVisits(ctx, subjectId),
    );
    this.clocks.whenPassed('project.visits', (ctx, { subjectId }) =>
      this.missVisits(ctx, subjectId),
    );
  }

  private async remindOfVisits(ctx: Context, projectId: string): Promise<void> {
    const missing = await this.missingVisits(ctx, projectId);
    if (missing === null) return;
    const { project, facts, subject } = missing;
    await this.circle.tell(
      ctx,
      project,
      'streetOfficer',
      monitoringWordings.visitReminder,
      subject,
      facts,
    );
  }

  private async missVisits(ctx: Context, projectId: string): Promise<void> {
    const missing = await this.missingVisits(ctx, projectId);
    if (missing === null) return;
    const { project, facts, subject } = missing;
    const { visitsMissing } = monitoringWordings;
    await this.circle.ask(ctx, project, 'organizer', { kind: visitsMissing, subject, facts });
    await this.circle.tell(ctx, project, 'organizer', visitsMissing, subject, facts);
  }

  private async missingVisits(
    ctx: Context,
    projectId: string,
  ): Promise<{
    project: ProjectEntity;
    facts: Facts;
    subject: { kind: string; id: string };
  } | null> {
    const project = await this.repository.lock(ctx, projectId);
    if (project === null) return null;
    const { title, endsOn, visitsMin } = project;
    const missing = visitsMin - (await this.repository.countVisits(ctx, projectId));
    const subject = { kind: 'project', id: projectId };
    return missing > 0 ? { project, subject, facts: { title, endsOn, missing } } : null;
  }
}
