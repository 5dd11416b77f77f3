import { Injectable } from '@nestjs/common';
import { addDays, dayOf, startOfDay, type Day } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Clocks } from '../../registers/clocks';
import { Inbox } from '../../registers/inbox';
import { People } from '../../registers/people';
import { audienceOf, endOfDay, ProjectCircle, REMINDED_DAYS_BEFORE } from '../monitoring';
import { requireExcusable, requireNotDue } from './evaluation-days';
import type { EvaluationEntity } from './evaluation.entity';
import { EvaluationRepository } from './evaluation.repository';
import { evaluationTransitions } from './evaluation.transitions';
import { evaluationWordings } from './evaluation.wordings';
import { factsOf } from './facts-of';

/** Lets a self-report come later, for a reason: what is missing until then is excused, not failed. */
@Injectable()
export class ExcuseEvaluation {
  constructor(
    private readonly repository: EvaluationRepository,
    private readonly people: People,
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
    private readonly circle: ProjectCircle,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, EVALUATIONS.DUE_PASSED, EVALUATIONS.UNTIL_OUTSIDE, PEOPLE.DUTIES_CONFLICT */
  async execute(
    ctx: Context,
    evaluationId: string,
    reason: string,
    until: Day,
  ): Promise<EvaluationEntity> {
    const evaluation = await this.repository.lock(ctx, evaluationId);
    if (evaluation === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { roundId, unitPath } = evaluation;
    ctx.require('evaluation.excuse', { roundId, unitPath });
    ctx.matches(evaluation.version);
    evaluation.state = evaluationTransitions.next(evaluation.state, 'excuse');
    const today = dayOf(await ctx.now());
    requireNotDue(evaluation, today);
    requireExcusable(evaluation, until, today);
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    Object.assign(evaluation, {
      excuse: reason,
      excusedBy: ctx.personId,
      dueOn: until,
      version: evaluation.version + 1,
    });
    await this.repository.update(ctx, evaluation);
    await this.moveClocks(ctx, evaluation);
    await this.tell(ctx, evaluation, today);
    const { id, version, projectId, code } = evaluation;
    await ctx.record({
      name: 'evaluations.evaluation-excused',
      aggregate: { kind: 'evaluation', id, version },
      move: 'excuse',
      roundId,
      body: { projectId, code, until },
      audience: audienceOf(evaluation),
    });
    return evaluation;
  }

  private async moveClocks(
    ctx: Context,
    { id, projectId, dueOn }: EvaluationEntity,
  ): Promise<void> {
    await this.clocks.cancel(ctx, 'evaluation.selfReport', id);
    await this.clocks.moveTo(ctx, 'evaluation.due', id, endOfDay(dueOn));
    const remindAt = startOfDay(addDays(dueOn, -REMINDED_DAYS_BEFORE));
    if (await this.clocks.moveTo(ctx, 'evaluation.reminder', id, remindAt)) return;
    if (remindAt <= (await ctx.now())) return;
    const due = await this.clocks.find(ctx, 'evaluation.due', id);
    await this.clocks.start(ctx, {
      rule: 'evaluation.reminder',
      article: due?.article ?? 'evaluation.due',
      subject: { kind: 'evaluation', id },
      process: { kind: 'project', id: projectId },
      from: remindAt,
      count: { unit: 'instant' },
    });
  }

  private async tell(ctx: Context, evaluation: EvaluationEntity, today: Day): Promise<void> {
    const subject = { kind: 'evaluation', id: evaluation.id };
    const facts = factsOf(evaluation);
    const { excused, selfReport } = evaluationWordings;
    await this.circle.tell(ctx, evaluation, 'applicant', excused, subject, facts);
    if (today < evaluation.opensOn) return;
    await this.inbox.withdraw(ctx, selfReport, evaluation.id);
    const dueAt = endOfDay(evaluation.dueOn);
    await this.circle.ask(ctx, evaluation, 'applicant', {
      kind: selfReport,
      subject,
      facts,
      dueAt,
    });
  }
}
