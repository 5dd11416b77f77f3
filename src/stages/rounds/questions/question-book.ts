import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import type { Audience } from '../../../platform/record/domain-event';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import type { QuestionEntity } from './question.entity';
import { QuestionRepository } from './question.repository';
import { questionTransitions, type QuestionMove } from './question.transitions';
import { questionWordings } from './question.wordings';

const events: Readonly<Record<QuestionMove, string>> = {
  answer: 'rounds.question-answered',
  refuse: 'rounds.question-refused',
  lapse: 'rounds.question-lapsed',
};

/** The one way in which questions move; each move ends what waits for their answer. */
@Injectable()
export class QuestionBook {
  constructor(
    private readonly repository: QuestionRepository,
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
  ) {}

  /** @param question locked by the caller @throws STATE.OUT_OF_ORDER */
  async move(ctx: Context, question: QuestionEntity, move: QuestionMove): Promise<void> {
    question.state = questionTransitions.next(question.state, move);
    question.version += 1;
    await this.repository.update(ctx, question);
    const audience: Audience = move === 'answer' ? { public: true } : amongThose(question);
    await recordQuestion(ctx, question, events[move], move, audience);
    if (move === 'lapse') await this.clocks.cancel(ctx, 'question.answer', question.id);
    else await this.clocks.meet(ctx, 'question.answer', question.id);
    await this.clocks.cancel(ctx, 'question.answerReminder', question.id);
    for (const task of [questionWordings.answer, questionWordings.answerOverdue]) {
      if (move === 'lapse') await this.inbox.lapse(ctx, task, question.id);
      else await this.inbox.done(ctx, task, question.id);
    }
  }

  /** The call was cancelled: nobody waits for an answer any more. */
  async lapseOf(ctx: Context, roundId: string): Promise<void> {
    for (const question of await this.repository.lockAsked(ctx, roundId)) {
      await this.move(ctx, question, 'lapse');
    }
  }
}

/** Records what happened to a question; the round looks again, as it keeps the time for the answer. */
export async function recordQuestion(
  ctx: Context,
  { id, roundId, version }: QuestionEntity,
  name: string,
  move: QuestionMove | null,
  audience: Audience,
): Promise<void> {
  await ctx.record({
    name,
    aggregate: { kind: 'question', id, version },
    move,
    roundId,
    body: { roundId },
    audience,
    nudges: [{ kind: 'round', id: roundId }],
  });
}

/** The officers of the round and who asks: nobody else learns of a question before its answer. */
export function amongThose({ unitPath, askedBy }: QuestionEntity): Audience {
  return { unitPaths: [unitPath], personIds: [askedBy] };
}
