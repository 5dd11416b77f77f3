import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import type { SanctionRule } from '../../../rules';
import { Rounds } from '../../rounds';
import { monitoringWordings } from '../monitoring.wordings';
import { ProjectCircle, type ProjectPlace } from '../project-circle';

/** Asks the approvers whether a breach that the record shows is sanctioned, where the rules have a sanction for it. */
@Injectable()
export class SuggestSanction {
  constructor(
    private readonly rounds: Rounds,
    private readonly circle: ProjectCircle,
  ) {}

  async execute(
    ctx: Context,
    project: ProjectPlace & { readonly projectId: string; readonly title: string },
    cause: SanctionRule['cause'],
  ): Promise<void> {
    const { ruleSet } = await this.rounds.get(ctx, project.roundId);
    const rules = ruleSet.sanctions?.find((sanction) => sanction.cause === cause);
    if (rules === undefined) return;
    await this.circle.ask(ctx, project, 'approver', {
      kind: monitoringWordings.imposeSanction,
      subject: { kind: 'project', id: project.projectId },
      facts: { title: project.title, sanction: rules.name.zh },
    });
  }
}
