import { Injectable } from '@nestjs/common';
import { addDays, dayOf, startOfDay } from '../../kernel/day';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import type { EvaluationRules, RuleSet } from '../../rules';
import { Awards } from '../awards';
import { Contracts } from '../contracts';
import { audienceOf, endOfDay, Projects, REMINDED_DAYS_BEFORE, type Project } from '../monitoring';
import { daysOf, isAskedOf } from './evaluation-days';
import { EvaluationEntity } from './evaluation.entity';
import { EvaluationRepository } from './evaluation.repository';
import { evaluationTransitions } from './evaluation.transitions';
import { ProjectDecisions } from './project-decisions';
import { hasOwnTime, selfReportTime } from './self-report-time';

/** Makes the evaluations that a project's rule set asks for, each with its days. */
@Injectable()
export class PlanEvaluations {
  constructor(
    private readonly projects: Projects,
    private readonly awards: Awards,
    private readonly contracts: Contracts,
    private readonly decisions: ProjectDecisions,
    private readonly repository: EvaluationRepository,
    private readonly clocks: Clocks,
  ) {}

  /** @returns whether they are there; they are not before the project */
  async execute(ctx: Context, projectId: string): Promise<boolean> {
    const project = await this.projects.lock(ctx, projectId);
    if (project === null) return false;
    if (await this.isPlanned(ctx, projectId)) return true;
    await this.decisions.ask(ctx, project, 'implementation');
    const contract = await this.contracts.ofAward(ctx, projectId);
    if (contract === null) return false;
    const { ruleSet } = contract;
    const { confirmedAt } = await this.awards.get(ctx, projectId);
    const asked = ruleSet.evaluations.filter((rules) => isAskedOf(rules, confirmedAt));
    for (const rules of asked) await this.plan(ctx, project, rules, ruleSet);
    if (!asked.some(({ kind }) => kind === 'final')) {
      await this.endWithItsDays(ctx, project, ruleSet);
    }
    return true;
  }

  private async isPlanned(ctx: Context, projectId: string): Promise<boolean> {
    const evaluations = await this.repository.ofProject(ctx, projectId);
    return (
      evaluations.length > 0 || (await this.clocks.find(ctx, 'project.ends', projectId)) !== null
    );
  }

  private async plan(
    ctx: Context,
    project: Project,
    rules: EvaluationRules,
    ruleSet: RuleSet,
  ): Promise<void> {
    const evaluation = newEvaluation(project, rules);
    await this.repository.insert(ctx, evaluation);
    const { id, code, opensOn, dueOn } = evaluation;
    await ctx.record({
      name: 'evaluations.evaluation-planned',
      aggregate: { kind: 'evaluation', id, version: 1 },
      move: null,
      roundId: project.roundId,
      body: { projectId: project.id, code, opensOn, dueOn },
      audience: audienceOf(project),
    });
    await this.startClocks(ctx, project, evaluation, ruleSet);
  }

  private async startClocks(
    ctx: Context,
    project: Project,
    evaluation: EvaluationEntity,
    ruleSet: RuleSet,
  ): Promise<void> {
    const { id, code, opensOn, dueOn, rules } = evaluation;
    const wanted = {
      subject: { kind: 'evaluation', id },
      process: { kind: 'project', id: project.id },
      count: { unit: 'instant' },
    } as const;
    const article = (what: string) => `${ruleSet.code}/evaluations/${code}/${what}`;
    await this.clocks.start(ctx, {
      ...wanted,
      rule: 'evaluation.opens',
      article: article('opensOn'),
      from: startOfDay(opensOn),
    });
    const lastDay = dayOf(new Date(selfReportTime(evaluation).dueAt.getTime() - 1));
    const remindOn = addDays(lastDay, -REMINDED_DAYS_BEFORE);
    if (remindOn > opensOn) {
      await this.clocks.start(ctx, {
        ...wanted,
        rule: 'evaluation.reminder',
        article: article('dueOn'),
        from: startOfDay(remindOn),
      });
    }
    await this.clocks.start(ctx, {
      ...wanted,
      rule: 'evaluation.due',
      article: article('dueOn'),
      from: endOfDay(dueOn),
    });
    if (hasOwnTime(evaluation)) {
      await this.clocks.start(ctx, {
        ...wanted,
        rule: 'evaluation.selfReport',
        article: article('selfReportTo'),
        from: selfReportTime(evaluation).dueAt,
      });
    }
    if (rules.resultBy === undefined) return;
    await this.clocks.start(ctx, {
      ...wanted,
      rule: 'evaluation.result',
      article: article('resultBy'),
      // A project that began late is not told before it is due.
      from: endOfDay(rules.resultBy > dueOn ? rules.resultBy : dueOn),
    });
  }

  /** Without a final evaluation, a project is over when its days are. */
  private async endWithItsDays(ctx: Context, project: Project, ruleSet: RuleSet): Promise<void> {
    await this.clocks.start(ctx, {
      rule: 'project.ends',
      article: `${ruleSet.code}/timetable/projectTo`,
      subject: { kind: 'project', id: project.id },
      process: { kind: 'project', id: project.id },
      from: endOfDay(project.endsOn),
      count: { unit: 'instant' },
    });
  }
}

function newEvaluation(project: Project, rules: EvaluationRules): EvaluationEntity {
  return {
    id: newId(),
    projectId: project.id,
    partyId: project.partyId,
    roundId: project.roundId,
    unitId: project.unitId,
    unitPath: project.unitPath,
    title: project.title,
    code: rules.code,
    kind: rules.kind,
    rules,
    ...daysOf(rules, project.startedOn),
    state: evaluationTransitions.initial,
    evaluatorId: null,
    selfReport: null,
    selfReportedAt: null,
    selfReportedBy: null,
    excuse: null,
    excusedBy: null,
    failedBy: null,
    scores: null,
    methods: null,
    comment: null,
    scoredAt: null,
    score: null,
    grade: null,
    passed: null,
    explanation: null,
    gradedAt: null,
    version: 1,
  };
}
