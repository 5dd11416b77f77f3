import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { Inbox } from '../../registers/inbox';
import { audienceOf, ProjectCircle, SuggestSanction } from '../monitoring';
import type { EvaluationEntity } from './evaluation.entity';
import { EvaluationRepository } from './evaluation.repository';
import { evaluationTransitions } from './evaluation.transitions';
import { factsOf } from './facts-of';
import { evaluationWordings } from './evaluation.wordings';
import { selfReportTime } from './self-report-time';

/** What the days of an evaluation do: it opens, its party is reminded, and what did not come is missing. */
@Injectable()
export class EvaluationClocks implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
    private readonly circle: ProjectCircle,
    private readonly repository: EvaluationRepository,
    private readonly suggestSanction: SuggestSanction,
  ) {}

  onModuleInit(): void {
    this.clocks.whenPassed('evaluation.opens', (ctx, clock) => this.open(ctx, clock.subjectId));
    this.clocks.whenPassed('evaluation.reminder', (ctx, clock) =>
      this.remind(ctx, clock.subjectId),
    );
    this.clocks.whenPassed('evaluation.selfReport', (ctx, clock) =>
      this.missSelfReport(ctx, clock.subjectId),
    );
    this.clocks.whenPassed('evaluation.due', (ctx, clock) => this.fallDue(ctx, clock.subjectId));
    this.clocks.whenPassed('evaluation.result', (ctx, clock) =>
      this.tellLateResult(ctx, clock.subjectId),
    );
  }

  private async open(ctx: Context, evaluationId: string): Promise<void> {
    const evaluation = await this.repository.lock(ctx, evaluationId);
    if (evaluation === null || !isAwaited(evaluation)) return;
    const facts = factsOf(evaluation);
    const subject = { kind: 'evaluation', id: evaluationId };
    const { selfReport, assign } = evaluationWordings;
    await this.circle.ask(ctx, evaluation, 'applicant', {
      kind: selfReport,
      subject,
      facts,
      dueAt: selfReportTime(evaluation).dueAt,
    });
    await this.circle.tell(ctx, evaluation, 'applicant', selfReport, subject, facts);
    if (evaluation.evaluatorId !== null) return;
    await this.circle.ask(ctx, evaluation, 'organizer', { kind: assign, subject, facts });
  }

  private async remind(ctx: Context, evaluationId: string): Promise<void> {
    const evaluation = await this.repository.lock(ctx, evaluationId);
    if (evaluation === null || !isAwaited(evaluation)) return;
    const facts = factsOf(evaluation);
    const subject = { kind: 'evaluation', id: evaluationId };
    await this.circle.tell(
      ctx,
      evaluation,
      'applicant',
      evaluationWordings.dueSoon,
      subject,
      facts,
    );
  }

  /** The rules' own time for it is over; where a later day was granted, that one counts. */
  private async missSelfReport(ctx: Context, evaluationId: string): Promise<void> {
    const evaluation = await this.repository.lock(ctx, evaluationId);
    if (evaluation?.state === 'awaiting') await this.miss(ctx, evaluation);
  }

  private async tellLateResult(ctx: Context, evaluationId: string): Promise<void> {
    const evaluation = await this.repository.lock(ctx, evaluationId);
    if (evaluation === null || evaluationTransitions.final.includes(evaluation.state)) return;
    const facts = factsOf(evaluation);
    const subject = { kind: 'evaluation', id: evaluationId };
    const { resultOverdue } = evaluationWordings;
    await this.circle.ask(ctx, evaluation, 'organizer', { kind: resultOverdue, subject, facts });
    for (const duty of ['organizer', 'supervisor'] as const) {
      await this.circle.tell(ctx, evaluation, duty, resultOverdue, subject, facts);
    }
  }

  private async fallDue(ctx: Context, evaluationId: string): Promise<void> {
    const evaluation = await this.repository.lock(ctx, evaluationId);
    if (evaluation === null) return;
    if (isAwaited(evaluation)) await this.miss(ctx, evaluation);
    else if (evaluation.state === 'selfReported') await this.escalate(ctx, evaluation);
  }

  /** @source cn-haishu-2020-r9: what is missing without a reason is a fail; "no answer" is a state of its own */
  private async miss(ctx: Context, evaluation: EvaluationEntity): Promise<void> {
    evaluation.state = evaluationTransitions.next(evaluation.state, 'miss');
    evaluation.version += 1;
    await this.repository.update(ctx, evaluation);
    await this.inbox.lapse(ctx, evaluationWordings.selfReport, evaluation.id);
    await this.suggestSanction.execute(ctx, evaluation, 'material-missing');
    await this.inbox.withdraw(ctx, evaluationWordings.assign, evaluation.id);
    await this.inbox.withdraw(ctx, evaluationWordings.score, evaluation.id);
    const { id, version, projectId, roundId, code, dueOn } = evaluation;
    await ctx.record({
      name: 'evaluations.self-report-missed',
      aggregate: { kind: 'evaluation', id, version },
      move: 'miss',
      roundId,
      body: { projectId, code, dueOn },
      audience: audienceOf(evaluation),
    });
  }

  /** The party did its part: that the evaluator is late never counts against it. */
  private async escalate(ctx: Context, evaluation: EvaluationEntity): Promise<void> {
    const facts = factsOf(evaluation);
    const subject = { kind: 'evaluation', id: evaluation.id };
    const { scoreOverdue } = evaluationWordings;
    await this.circle.ask(ctx, evaluation, 'organizer', { kind: scoreOverdue, subject, facts });
    await this.circle.tell(ctx, evaluation, 'organizer', scoreOverdue, subject, facts);
    if (evaluation.evaluatorId === null) return;
    await this.inbox.write(ctx, [evaluation.evaluatorId], scoreOverdue, subject, facts);
  }
}

function isAwaited({ state }: EvaluationEntity): boolean {
  return state === 'awaiting' || state === 'excused';
}
