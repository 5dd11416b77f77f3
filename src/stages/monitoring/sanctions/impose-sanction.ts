import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { refuse } from '../../../kernel/refusal';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Rounds } from '../../rounds';
import { refuseMonitoring } from '../monitoring.refusals';
import { monitoringWordings } from '../monitoring.wordings';
import { audienceOf, ProjectCircle } from '../project-circle';
import type { ProjectEntity } from '../project.entity';
import { ProjectRepository } from '../project.repository';
import { DrawConsequences } from './draw-consequences';
import type { SanctionEntity } from './sanction.entity';
import { SanctionRepository } from './sanction.repository';

/** An approver finds a breach and imposes what the rules have for it. What it does to evaluations and money is for their stages. */
@Injectable()
export class ImposeSanction {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly repository: SanctionRepository,
    private readonly rounds: Rounds,
    private readonly consequences: DrawConsequences,
    private readonly people: People,
    private readonly circle: ProjectCircle,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, MONITORING.SANCTION_UNKNOWN, STATE.OUT_OF_ORDER, PEOPLE.DUTIES_CONFLICT
   * @source cn-binhai-2014, cn-zhongshan-2013-r1: departing from the plan, false papers
   */
  async execute(
    ctx: Context,
    projectId: string,
    code: string,
    findings: string,
  ): Promise<SanctionEntity> {
    const project = requireFound(await this.projects.lock(ctx, projectId));
    const { partyId, roundId, unitPath, state } = project;
    ctx.require('sanction.impose', { unitPath, roundId });
    const { ruleSet } = await this.rounds.get(ctx, roundId);
    const rules = ruleSet.sanctions?.find((sanction) => sanction.code === code);
    if (rules === undefined)
      throw refuseMonitoring('MONITORING.SANCTION_UNKNOWN', { code }, '/code');
    if (state === 'closed') {
      throw refuse('STATE.OUT_OF_ORDER', { thing: 'project', state, act: 'imposeSanction' });
    }
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    const sanction: SanctionEntity = {
      ...{ id: newId(), projectId, partyId, roundId, unitPath, code, rules, findings },
      ...{ imposedBy: ctx.personId, imposedAt: await ctx.now(), version: 1 },
    };
    await this.repository.insert(ctx, sanction);
    await ctx.record({
      name: 'monitoring.sanction-imposed',
      aggregate: { kind: 'projectSanction', id: sanction.id, version: 1 },
      move: null,
      roundId,
      body: { projectId, code, cause: rules.cause },
      audience: audienceOf(project),
      nudges: [{ kind: 'project', id: projectId }],
    });
    await this.draw(ctx, project, sanction);
    return sanction;
  }

  private async draw(
    ctx: Context,
    project: ProjectEntity,
    { id, code, rules, imposedAt }: SanctionEntity,
  ): Promise<void> {
    const { partyId, roundId, title } = project;
    const subject = { kind: 'sanction', id } as const;
    await this.consequences.execute(ctx, rules.consequences, {
      ...{ subject, projectId: project.id, partyId, roundId, title, code },
      ...{ name: rules.name, at: imposedAt },
      published: { sanction: code, cause: rules.cause },
    });
    await this.inbox.done(ctx, monitoringWordings.imposeSanction, project.id);
    const facts = { title, sanction: rules.name.zh };
    const { sanctioned } = monitoringWordings;
    for (const duty of ['applicant', 'organizer'] as const) {
      await this.circle.tell(ctx, project, duty, sanctioned, subject, facts);
    }
  }
}
