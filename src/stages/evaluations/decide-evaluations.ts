import { Injectable } from '@nestjs/common';
import { dayOf } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { Credit } from '../../registers/credit';
import { gradeMissing, type EvaluationRules } from '../../rules';
import { audienceOf, ProjectCircle, Projects, type Project } from '../monitoring';
import type { EvaluationEntity } from './evaluation.entity';
import { EvaluationRepository } from './evaluation.repository';
import { evaluationTransitions } from './evaluation.transitions';
import { evaluationWordings } from './evaluation.wordings';
import { factsOf } from './facts-of';
import { StopProject } from './stop-project';

/** How the evaluations of a kind stand: one is open, all are graded, or one of them ended the project. */
type Decision = 'undecided' | 'decided' | 'stopped';

/** Grades what was scored or is missing, and draws the consequences: credit, and the project's end. */
@Injectable()
export class DecideEvaluations {
  constructor(
    private readonly projects: Projects,
    private readonly repository: EvaluationRepository,
    private readonly stopProject: StopProject,
    private readonly clocks: Clocks,
    private readonly credit: Credit,
    private readonly circle: ProjectCircle,
  ) {}

  /** Whether the mid-term evaluations are decided or no longer matter. */
  async midterm(ctx: Context, projectId: string): Promise<boolean> {
    const project = await this.projects.lock(ctx, projectId);
    if (project === null) return false;
    return (
      project.state !== 'active' || (await this.decide(ctx, project, 'midterm')) !== 'undecided'
    );
  }

  /** Whether the final ones are, too; then the project is left to be settled. */
  async final(ctx: Context, projectId: string): Promise<boolean> {
    const project = await this.projects.lock(ctx, projectId);
    if (project === null) return false;
    if (project.state !== 'active') return true;
    const decision = await this.decide(ctx, project, 'final');
    if (decision !== 'decided') return decision === 'stopped';
    if (!(await this.isOver(ctx, project))) return false;
    await this.projects.move(ctx, project, 'settle');
    return true;
  }

  /** The last evaluation ends a project; where the rules ask for no final one, its last day does. */
  private async isOver(ctx: Context, { id }: Project): Promise<boolean> {
    const evaluations = await this.repository.ofProject(ctx, id);
    if (evaluations.some(({ kind }) => kind === 'final')) return true;
    return this.clocks.hasPassed(ctx, 'project.ends', id);
  }

  private async decide(
    ctx: Context,
    project: Project,
    kind: EvaluationRules['kind'],
  ): Promise<Decision> {
    const all = await this.repository.lockOfProject(ctx, project.id);
    const ofKind = all.filter((evaluation) => evaluation.kind === kind);
    for (const evaluation of ofKind) {
      if (!evaluationTransitions.can(evaluation.state, 'grade')) continue;
      await this.grade(ctx, evaluation);
      const isTheEnd = !evaluation.passed && evaluation.rules.whenFailed === 'stop-and-end';
      if (kind === 'final' || isTheEnd) await this.noteCredit(ctx, evaluation);
      if (!isTheEnd) continue;
      await this.stopProject.execute(ctx, project, evaluation, all);
      return 'stopped';
    }
    const isDecided = ofKind.every(({ state }) => evaluationTransitions.final.includes(state));
    return isDecided ? 'decided' : 'undecided';
  }

  private async grade(ctx: Context, evaluation: EvaluationEntity): Promise<void> {
    if (evaluation.state === 'missing') {
      const { rules, dueOn } = evaluation;
      // The last day that held, after an excuse perhaps, is the one that the explanation tells.
      const { grade, passed, explanation } = gradeMissing({ ...rules, dueOn });
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

  /** What later rounds read of the party: the grade with which its project ended. */
  private async noteCredit(
    ctx: Context,
    { partyId, projectId, grade, gradedAt }: EvaluationEntity,
  ): Promise<void> {
    const fromDay = dayOf(gradedAt!);
    await this.credit.note(ctx, { partyId, kind: 'grade', code: grade!, projectId, fromDay });
  }
}
