import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Holds } from '../../../registers/holds';
import { Inbox } from '../../../registers/inbox';
import { audienceOf, ProjectCircle } from '../../monitoring';
import type { EvaluationEntity } from '../evaluation.entity';
import { evaluationWordings } from '../evaluation.wordings';
import { factsOf } from '../facts-of';
import { waitingEffects, type FailureEntity, type WaitingEffect } from './failure.entity';
import { FailureRepository } from './failure.repository';
import { failureTransitions, type FailureMove } from './failure.transitions';

const HELD = '评估不合格，暂停拨付 Payments wait since an evaluation was failed';

const events: Readonly<Record<FailureMove, string>> = {
  makeGood: 'evaluations.failure-made-good',
  giveUp: 'evaluations.failure-given-up',
  drop: 'evaluations.failure-dropped',
};

/** The one way in which failures open and move, with what that does to the project's payments. */
@Injectable()
export class FailureBook {
  constructor(
    private readonly repository: FailureRepository,
    private readonly holds: Holds,
    private readonly circle: ProjectCircle,
    private readonly inbox: Inbox,
  ) {}

  /**
   * Notes that an evaluation was failed and lets the project's payments wait, where its rules say so.
   * @param evaluation graded, and not passed
   */
  async open(ctx: Context, evaluation: EvaluationEntity): Promise<void> {
    const { id, projectId, partyId, roundId, unitId, unitPath } = evaluation;
    const effect = waitingEffectOf(evaluation);
    if (effect === null) return;
    const failure: FailureEntity = {
      ...{ id, projectId, partyId, roundId, unitId, unitPath, effect },
      state: failureTransitions.initial,
      openedAt: await ctx.now(),
      settledAt: null,
      judgedBy: null,
      findings: null,
      version: 1,
    };
    await this.repository.insert(ctx, failure);
    await record(ctx, failure, 'evaluations.failure-opened', null);
    const subject = { kind: 'award', id: projectId } as const;
    await this.holds.place(ctx, {
      ...{ subject, unitPath, reason: HELD },
      cause: { kind: 'evaluation', id },
    });
    await this.tell(ctx, evaluation, toldOf[effect]);
    if (effect !== 'delay') return;
    await this.circle.ask(ctx, evaluation, 'approver', {
      kind: evaluationWordings.judgeFailure,
      subject: { kind: 'evaluation', id },
      facts: factsOf(evaluation),
    });
  }

  /**
   * Moves a failure; what it held goes on, and what waited for a judgement waits no more.
   * @param failure locked by the caller
   * @throws STATE.OUT_OF_ORDER
   */
  async settle(ctx: Context, failure: FailureEntity, move: FailureMove): Promise<void> {
    failure.state = failureTransitions.next(failure.state, move);
    failure.settledAt = await ctx.now();
    failure.version += 1;
    await this.repository.update(ctx, failure);
    await record(ctx, failure, events[move], move);
    await this.holds.lift(ctx, { kind: 'evaluation', id: failure.id });
    await (move === 'drop'
      ? this.inbox.withdraw(ctx, evaluationWordings.judgeFailure, failure.id)
      : this.inbox.done(ctx, evaluationWordings.judgeFailure, failure.id));
  }

  /** The project was stopped: nothing has to be made good any more. */
  async dropOf(ctx: Context, projectId: string): Promise<void> {
    for (const failure of await this.repository.lockOfProject(ctx, projectId)) {
      if (failureTransitions.can(failure.state, 'drop')) await this.settle(ctx, failure, 'drop');
    }
  }

  /** Writes to the party and to the programme officers. */
  async tell(ctx: Context, evaluation: EvaluationEntity, wording: string): Promise<void> {
    const subject = { kind: 'evaluation', id: evaluation.id };
    const facts = factsOf(evaluation);
    await this.circle.tell(ctx, evaluation, 'applicant', wording, subject, facts);
    await this.circle.tell(ctx, evaluation, 'organizer', wording, subject, facts);
  }
}

const toldOf: Readonly<Record<WaitingEffect, string>> = {
  'stop-payments': evaluationWordings.paymentsStopped,
  delay: evaluationWordings.paymentsDelayed,
};

function waitingEffectOf({ rules }: EvaluationEntity): WaitingEffect | null {
  return waitingEffects.find((effect) => effect === rules.whenFailed) ?? null;
}

async function record(
  ctx: Context,
  failure: FailureEntity,
  name: string,
  move: FailureMove | null,
): Promise<void> {
  const { id, version, projectId, roundId, effect } = failure;
  await ctx.record({
    name,
    aggregate: { kind: 'evaluationFailure', id, version },
    move,
    roundId,
    body: { projectId, effect },
    audience: audienceOf(failure),
    nudges: [{ kind: 'project', id: projectId }],
  });
}
