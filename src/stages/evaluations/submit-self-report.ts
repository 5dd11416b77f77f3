import { Injectable } from '@nestjs/common';
import { dayOf } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Clocks } from '../../registers/clocks';
import { Inbox } from '../../registers/inbox';
import { People } from '../../registers/people';
import { audienceOf } from '../monitoring';
import { requireInTime } from './evaluation-days';
import type { EvaluationEntity } from './evaluation.entity';
import { EvaluationRepository } from './evaluation.repository';
import { evaluationTransitions } from './evaluation.transitions';
import { evaluationWordings } from './evaluation.wordings';
import { requireSelfReportTime } from './self-report-time';

/** Takes what a party says of its own project. */
@Injectable()
export class SubmitSelfReport {
  constructor(
    private readonly repository: EvaluationRepository,
    private readonly people: People,
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, EVALUATIONS.NOT_OPEN, EVALUATIONS.DUE_PASSED, PEOPLE.DUTIES_CONFLICT */
  async execute(ctx: Context, evaluationId: string, text: string): Promise<EvaluationEntity> {
    const evaluation = await this.repository.lock(ctx, evaluationId);
    if (evaluation === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('evaluation.selfReport', { partyIds: [evaluation.partyId] });
    ctx.matches(evaluation.version);
    evaluation.state = evaluationTransitions.next(evaluation.state, 'selfReport');
    const now = await ctx.now();
    requireInTime(evaluation, dayOf(now));
    requireSelfReportTime(evaluation, now);
    // Whoever speaks for the party in its round cannot judge there later.
    await this.people.noteDuty(ctx, ctx.personId, evaluation.roundId, 'bidder');
    Object.assign(evaluation, {
      selfReport: text,
      selfReportedAt: now,
      selfReportedBy: ctx.personId,
      version: evaluation.version + 1,
    });
    await this.repository.update(ctx, evaluation);
    await this.clocks.cancel(ctx, 'evaluation.reminder', evaluation.id);
    await this.clocks.meet(ctx, 'evaluation.selfReport', evaluation.id);
    await this.inbox.done(ctx, evaluationWordings.selfReport, evaluation.id);
    await ctx.record({
      name: 'evaluations.self-report-submitted',
      aggregate: { kind: 'evaluation', id: evaluation.id, version: evaluation.version },
      move: 'selfReport',
      roundId: evaluation.roundId,
      body: { projectId: evaluation.projectId, code: evaluation.code },
      audience: audienceOf(evaluation),
    });
    return evaluation;
  }
}
