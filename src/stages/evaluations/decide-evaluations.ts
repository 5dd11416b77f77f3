import { Injectable } from '@nestjs/common';
import { dayOf } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { Credit } from '../../registers/credit';
import { Inbox } from '../../registers/inbox';
import { gradeMissing, gradeSanctioned } from '../../rules';
import { Contracts } from '../contracts';
import {
  audienceOf,
  DrawConsequences,
  ProjectCircle,
  Projects,
  SuggestSanction,
  type Project,
} from '../monitoring';
import type { EvaluationEntity } from './evaluation.entity';
import { EvaluationRepository } from './evaluation.repository';
import { evaluationTransitions } from './evaluation.transitions';
import { evaluationWordings } from './evaluation.wordings';
import { factsOf } from './facts-of';
import { FailBySanction } from './fail-by-sanction';
import { FailureBook } from './failures/failure-book';
import { SettleFailures } from './failures/settle-failures';
import { ProjectDecisions } from './project-decisions';
import { StopProject } from './stop-project';

/** What a sanction by an evaluation is called in the party's record. */
const BARRED = 'evaluation-failed';

/** Grades what was scored or is missing, and draws the consequences: credit, and the project's end. */
@Injectable()
export class DecideEvaluations {
  constructor(
    private readonly projects: Projects,
    private readonly contracts: Contracts,
    private readonly repository: EvaluationRepository,
    private readonly stopProject: StopProject,
    private readonly failures: FailureBook,
    private readonly settleFailures: SettleFailures,
    private readonly consequences: DrawConsequences,
    private readonly suggestSanction: SuggestSanction,
    private readonly failBySanction: FailBySanction,
    private readonly decisions: ProjectDecisions,
    private readonly clocks: Clocks,
    private readonly credit: Credit,
    private readonly inbox: Inbox,
    private readonly circle: ProjectCircle,
  ) {}

  /**
   * Decides what can be decided by now, in any order: a mid-term evaluation may be put off beyond the final one.
   * @returns whether all are decided, or one of them has ended the project
   */
  async execute(ctx: Context, projectId: string): Promise<boolean> {
    const project = await this.projects.lock(ctx, projectId);
    if (project === null) return false;
    if (project.state !== 'active') return true;
    const all = await this.repository.lockOfProject(ctx, projectId);
    const changeId = await this.contracts.agreedEndOf(ctx, projectId);
    if (changeId !== null) {
      await this.stopProject.byChange(ctx, project, changeId, all);
      return true;
    }
    await this.failBySanction.execute(ctx, projectId, all);
    if (await this.gradeAll(ctx, project, all)) return true;
    const standing = await this.settleFailures.execute(ctx, all);
    if (standing.state === 'givenUp') return this.endBy(ctx, project, standing.evaluation, all);
    if (standing.state === 'open') return false;
    const areDecided = all.every(({ state }) => evaluationTransitions.final.includes(state));
    if (!areDecided || !(await this.isOver(ctx, project, all))) return false;
    if (!(await this.isDecidedOn(ctx, project))) return false;
    await this.projects.move(ctx, project, 'settle');
    return true;
  }

  /** What persons decide at the mid-term and at the end, beside the evaluations. */
  private async isDecidedOn(ctx: Context, project: Project): Promise<boolean> {
    await this.decisions.ask(ctx, project, 'midterm');
    await this.decisions.ask(ctx, project, 'final');
    return this.decisions.areAnswered(ctx, project);
  }

  /** The last evaluation ends a project; where the rules ask for no final one, its last day does. */
  private async isOver(
    ctx: Context,
    { id }: Project,
    all: readonly EvaluationEntity[],
  ): Promise<boolean> {
    return (
      all.some(({ kind }) => kind === 'final') ||
      (await this.clocks.hasPassed(ctx, 'project.ends', id))
    );
  }

  /** Grades what was scored or is missing. @returns whether one of them has ended the project */
  private async gradeAll(
    ctx: Context,
    project: Project,
    all: readonly EvaluationEntity[],
  ): Promise<boolean> {
    for (const evaluation of all) {
      if (!evaluationTransitions.can(evaluation.state, 'grade')) continue;
      await this.grade(ctx, evaluation);
      await this.noteCredit(ctx, evaluation, isNotedAnyway(evaluation) ? 'grade' : 'evaluation');
      await this.draw(ctx, project, evaluation);
      if (evaluation.kind === 'midterm') await this.decisions.ask(ctx, project, 'midterm');
      if (evaluation.passed) continue;
      if (evaluation.rules.whenFailed === 'stop-and-end') {
        return this.endBy(ctx, project, evaluation, all);
      }
      await this.failures.open(ctx, evaluation);
    }
    return false;
  }

  /** What else follows from the worst grade, and whether what was failed is a breach. */
  private async draw(ctx: Context, project: Project, evaluation: EvaluationEntity): Promise<void> {
    const { id, projectId, partyId, roundId, title, code, grade, score, gradedAt, rules } =
      evaluation;
    const { grades, consequences = [], name } = rules;
    if (grade === grades.at(-1)?.code) {
      const gradeName = grades.at(-1)!.name;
      await this.consequences.execute(ctx, consequences, {
        ...{ subject: { kind: 'evaluation', id }, projectId, partyId, roundId, title, name },
        ...{ code: BARRED, at: gradedAt! },
        published: {
          ...{ evaluation: code, score, grade },
          gradeName: { zh: gradeName.zh, en: gradeName.en },
        },
      });
    }
    if (evaluation.passed) return;
    await this.suggestSanction.execute(ctx, { ...project, projectId }, 'failed-evaluation');
  }

  /** Ends a project by an evaluation that was failed for good. */
  private async endBy(
    ctx: Context,
    project: Project,
    evaluation: EvaluationEntity,
    all: readonly EvaluationEntity[],
  ): Promise<true> {
    if (!isNotedAnyway(evaluation)) await this.noteCredit(ctx, evaluation, 'grade');
    await this.stopProject.execute(ctx, project, evaluation, all);
    return true;
  }

  private async grade(ctx: Context, evaluation: EvaluationEntity): Promise<void> {
    if (evaluation.state === 'missing' || evaluation.state === 'sanctioned') {
      const { rules, dueOn } = evaluation;
      // The last day that held, after an excuse perhaps, is the one that the explanation tells.
      const given =
        evaluation.state === 'missing' ? gradeMissing({ ...rules, dueOn }) : gradeSanctioned(rules);
      const { grade, passed, explanation } = given;
      Object.assign(evaluation, { grade, passed, explanation });
    }
    evaluation.state = evaluationTransitions.next(evaluation.state, 'grade');
    evaluation.gradedAt = await ctx.now();
    evaluation.version += 1;
    await this.repository.update(ctx, evaluation);
    const { id, version, projectId, roundId, code, score, grade, passed } = evaluation;
    await ctx.record({
      name: 'evaluations.evaluation-graded',
      aggregate: { kind: 'evaluation', id, version },
      move: 'grade',
      roundId,
      body: { projectId, code, score, grade, passed },
      audience: audienceOf(evaluation),
      // What it makes due does not wait for the next evaluation.
      nudges: [{ kind: 'project', id: projectId }],
    });
    await this.clocks.meet(ctx, 'evaluation.result', id);
    await this.inbox.done(ctx, evaluationWordings.resultOverdue, id);
    await this.tell(ctx, evaluation);
  }

  private async tell(ctx: Context, evaluation: EvaluationEntity): Promise<void> {
    const { score, grade, rules } = evaluation;
    const name = rules.grades.find(({ code }) => code === grade)?.name.zh ?? '';
    const facts = { ...factsOf(evaluation), grade: name, ...(score !== null && { score }) };
    const wording = score === null ? evaluationWordings.gradedMissing : evaluationWordings.graded;
    const subject = { kind: 'evaluation', id: evaluation.id };
    await this.circle.tell(ctx, evaluation, 'applicant', wording, subject, facts);
  }

  /** What later rounds read of the party: the grade with which its project ended, and how each evaluation did. */
  private async noteCredit(
    ctx: Context,
    { partyId, projectId, kind, grade, passed, gradedAt }: EvaluationEntity,
    as: 'grade' | 'evaluation',
  ): Promise<void> {
    await this.credit.noteEvaluation(ctx, as, {
      ...{ partyId, projectId, evaluation: kind, grade: grade!, passed: passed! },
      on: dayOf(gradedAt!),
    });
  }
}

/** Whether a grade stands in the party's record whatever becomes of the project: a final one, or the worst where the rules say so. */
function isNotedAnyway({ kind, grade, rules }: EvaluationEntity): boolean {
  const { grades, consequences = [] } = rules;
  const isWorst = grade === grades.at(-1)?.code;
  return kind === 'final' || (isWorst && consequences.some(({ variant }) => variant === 'record'));
}
