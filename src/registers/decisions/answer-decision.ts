import { Injectable } from '@nestjs/common';
import { duties } from '../../access/duties';
import { newId } from '../../kernel/id';
import { printAmount } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { requireFound } from '../../platform/http/require-found';
import type { Json } from '../../platform/record/domain-event';
import { Attachments, type NamedAttachment } from '../attachments';
import { Inbox } from '../inbox';
import { People } from '../people';
import type { DecisionAnswerEntity } from './decision-answer.entity';
import type { DecisionEntity } from './decision.entity';
import { DecisionRepository } from './decision.repository';
import { decisionTransitions } from './decision.transitions';
import { decisionWordings } from './decision.wordings';
import { readAnswer, type GivenAnswer, type ReadAnswer } from './given-answer';
import { recordDecision } from './record-decision';

/** An answer with its reason and its evidence. */
export interface ReasonedAnswer extends GivenAnswer {
  readonly reason: string;
  readonly attachments: readonly NamedAttachment[];
}

/** Whoever holds the duty that the rules name decides, with a reason; until the step has used it they may decide anew. */
@Injectable()
export class AnswerDecision {
  constructor(
    private readonly repository: DecisionRepository,
    private readonly people: People,
    private readonly inbox: Inbox,
    private readonly attachments: Attachments,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, DECISIONS.*, PEOPLE.DUTIES_CONFLICT, and what binding attachments throws
   */
  async execute(ctx: Context, id: string, given: ReasonedAnswer): Promise<DecisionEntity> {
    const decision = requireFound(await this.repository.lock(ctx, id));
    const { unitPath, roundId, duty, question } = decision;
    ctx.require('decision.answer', { unitPath, roundId, onlyDuty: duty });
    ctx.matches(decision.version);
    decision.state = decisionTransitions.next(decision.state, 'answer');
    const read = readAnswer(question.answer, given);
    await this.people.noteDuty(ctx, ctx.personId, roundId, duties[question.by].group);
    await this.keep(ctx, decision, read, given.reason);
    await this.attachments.bind(ctx, { kind: 'decision', id }, given.attachments, [ctx.personId]);
    await this.inbox.done(ctx, decisionWordings.decide, id);
    decision.version += 1;
    await this.repository.update(ctx, decision);
    const nudges = [processOf(decision)];
    await recordDecision(
      ctx,
      decision,
      'decisions.decision-answered',
      'answer',
      told(read),
      nudges,
    );
    return decision;
  }

  private async keep(
    ctx: Context,
    { id: decisionId }: DecisionEntity,
    read: ReadAnswer,
    reason: string,
  ): Promise<void> {
    const last = (await this.repository.lastAnswers(ctx, [decisionId])).get(decisionId);
    const answer: DecisionAnswerEntity = {
      ...{ id: newId(), decisionId, no: (last?.no ?? 0) + 1, ...read, reason },
      ...{ answeredBy: ctx.personId, answeredAt: await ctx.now() },
    };
    await this.repository.insertAnswer(ctx, answer);
  }
}

function told({ option, amountFen, count, points }: ReadAnswer): Record<string, Json> {
  return {
    ...(option !== null && { option }),
    ...(amountFen !== null && { amount: printAmount(amountFen) }),
    ...(count !== null && { count }),
    ...(points !== null && { points }),
  };
}

/** Which process waits: an award has the id of its project. */
function processOf({ subjectKind, subjectId, roundId }: DecisionEntity) {
  return subjectKind === 'project'
    ? ({ kind: 'project', id: subjectId } as const)
    : ({ kind: 'round', id: roundId } as const);
}
