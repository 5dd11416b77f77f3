import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import type { RuleSet } from '../../../rules';
import { monitoringWordings } from '../monitoring.wordings';
import { audienceOf, ProjectCircle } from '../project-circle';
import type { ProjectEntity } from '../project.entity';
import { DutyClocks } from './duty-clocks';
import { doerOf, type DutyDoer } from './duty-doers';
import { DutyRepository } from './duty.repository';
import type { ProjectDutyEntity } from './project-duty.entity';

/** Puts the duties of the rule set on a project that begins, tells whoever has them, and lets their time run. */
@Injectable()
export class ExpectDuties {
  constructor(
    private readonly repository: DutyRepository,
    private readonly clocks: DutyClocks,
    private readonly circle: ProjectCircle,
  ) {}

  /** @param project made just now */
  async execute(
    ctx: Context,
    project: ProjectEntity,
    { code: ruleSet, monitoring }: RuleSet,
  ): Promise<void> {
    const duties: ProjectDutyEntity[] = [];
    for (const rules of monitoring?.duties ?? []) {
      const duty = {
        ...{ id: newId(), projectId: project.id, code: rules.code, rules },
        ...{ missed: 0, version: 1 },
      };
      await this.repository.insert(ctx, duty);
      await ctx.record({
        name: 'monitoring.duty-expected',
        aggregate: { kind: 'duty', id: duty.id, version: 1 },
        move: null,
        roundId: project.roundId,
        body: { projectId: project.id, code: duty.code, by: rules.by },
        audience: audienceOf(project),
      });
      await this.clocks.start(ctx, project, duty, project.startedOn, ruleSet);
      duties.push(duty);
    }
    for (const [doer, own] of Map.groupBy(duties, ({ rules }) => doerOf(rules))) {
      await this.tell(ctx, project, doer, own);
    }
  }

  private async tell(
    ctx: Context,
    project: ProjectEntity,
    doer: DutyDoer,
    duties: readonly ProjectDutyEntity[],
  ): Promise<void> {
    const subject = { kind: 'project', id: project.id };
    const names = duties.map(({ rules }) => namedWithFiles(rules)).join('；');
    const facts = { title: project.title, duties: names };
    await this.circle.tell(ctx, project, doer, monitoringWordings.duties, subject, facts);
  }
}

/** Files are kept for so many years; what is attached here is kept for good. */
function namedWithFiles({ name, keepYears }: ProjectDutyEntity['rules']): string {
  return keepYears === undefined ? name.zh : `${name.zh}（${keepYears}年）`;
}
