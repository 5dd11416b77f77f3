import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Awards } from '../../awards';
import { Evaluations } from '../../evaluations';
import { Projects } from '../../monitoring';
import type { Basis } from '../payment-basis';
import { outcomesByCode } from './outcomes-by-code';
import { beginningOf, type ProjectFacts } from './project-facts';
import { TrancheAcceptanceRepository } from './tranche-acceptance.repository';

/** Asks the earlier stages for all that the triggers of a project's tranches go by. */
@Injectable()
export class GatherFacts {
  constructor(
    private readonly awards: Awards,
    private readonly evaluations: Evaluations,
    private readonly projects: Projects,
    private readonly acceptances: TrancheAcceptanceRepository,
  ) {}

  async of(ctx: Context, { project, contract }: Basis): Promise<ProjectFacts> {
    // An award is confirmed when its notice is over and nothing holds it.
    const { confirmedAt } = await this.awards.get(ctx, project.id);
    const outcomes = await this.evaluations.outcomes(ctx, project.id);
    const asked = await this.evaluations.codesOf(ctx, project.id);
    const reports = await this.projects.acceptedReports(ctx, project.id);
    const acceptances = await this.acceptances.ofProject(ctx, project.id);
    return {
      now: await ctx.now(),
      signedAt: contract.signedAt,
      noticeEndedAt: confirmedAt,
      startedOn: beginningOf(project.startedOn, contract.ruleSet),
      evaluations: outcomesByCode(contract.ruleSet, outcomes, asked),
      reports: new Map(reports.map(({ code, acceptedAt }) => [code, acceptedAt])),
      accounts: reports,
      acceptances: new Map(acceptances.map(({ code, acceptedAt }) => [code, acceptedAt])),
    };
  }
}
