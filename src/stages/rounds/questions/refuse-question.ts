import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { RoundRepository } from '../round.repository';
import { QuestionBook } from './question-book';
import type { QuestionEntity } from './question.entity';
import { QuestionRepository } from './question.repository';
import { questionWordings } from './question.wordings';

/** An organizer does not answer a question, with a reason that the asker alone is told; nothing is published. */
@Injectable()
export class RefuseQuestion {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly repository: QuestionRepository,
    private readonly book: QuestionBook,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PEOPLE.DUTIES_CONFLICT */
  async execute(ctx: Context, questionId: string, reason: string): Promise<QuestionEntity> {
    const question = requireFound(await this.repository.lock(ctx, questionId));
    const { unitPath, roundId, askedBy } = question;
    ctx.require('question.refuse', { unitPath, roundId });
    ctx.matches(question.version);
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    question.refusalReason = reason;
    question.decidedBy = ctx.personId;
    question.decidedAt = await ctx.now();
    await this.book.move(ctx, question, 'refuse');
    const { code } = requireFound(await this.rounds.find(ctx, roundId));
    const subject = { kind: 'question', id: questionId };
    await this.inbox.write(ctx, [askedBy], questionWordings.refused, subject, { round: code });
    return question;
  }
}
