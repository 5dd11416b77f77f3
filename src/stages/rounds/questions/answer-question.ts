import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Inbox } from '../../../registers/inbox';
import { Notices } from '../../../registers/notices';
import { Parties } from '../../../registers/parties';
import { People } from '../../../registers/people';
import { BidBook } from '../bid-book';
import { RoundRepository } from '../round.repository';
import { QuestionBook } from './question-book';
import type { QuestionEntity } from './question.entity';
import { refuseQuestions } from './question.refusals';
import { QuestionRepository } from './question.repository';
import { questionWordings } from './question.wordings';

/** An answer as it is given. */
export interface GivenAnswer {
  readonly answer: string;
  /** The question as it is published; as it was asked, where nothing is given. */
  readonly question?: string;
}

/**
 * An organizer answers a question for everybody 答疑: published without who asked, told to the asker and to those who have bid.
 * Their mails are rows that no route reads, so nothing that an officer sees tells whether anybody has.
 */
@Injectable()
export class AnswerQuestion {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly repository: QuestionRepository,
    private readonly book: QuestionBook,
    private readonly bidBook: BidBook,
    private readonly people: People,
    private readonly parties: Parties,
    private readonly notices: Notices,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, QUESTIONS.NAMES_ASKER, PEOPLE.DUTIES_CONFLICT */
  async execute(ctx: Context, questionId: string, given: GivenAnswer): Promise<QuestionEntity> {
    const question = requireFound(await this.repository.lock(ctx, questionId));
    const { unitPath, roundId } = question;
    ctx.require('question.answer', { unitPath, roundId });
    ctx.matches(question.version);
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    question.publishedQuestion = given.question ?? question.question;
    question.answer = given.answer;
    question.decidedBy = ctx.personId;
    question.decidedAt = await ctx.now();
    await this.book.move(ctx, question, 'answer');
    await this.requireNameless(ctx, question);
    await this.publish(ctx, question);
    return question;
  }

  private async requireNameless(ctx: Context, question: QuestionEntity): Promise<void> {
    const { askedBy, partyId, publishedQuestion, answer } = question;
    const [person, party] = [
      await this.people.get(ctx, askedBy),
      await this.parties.get(ctx, partyId),
    ];
    for (const { name } of [person, party]) {
      if (publishedQuestion!.includes(name)) {
        throw refuseQuestions('QUESTIONS.NAMES_ASKER', { name }, '/question');
      }
      if (answer!.includes(name))
        throw refuseQuestions('QUESTIONS.NAMES_ASKER', { name }, '/answer');
    }
  }

  private async publish(
    ctx: Context,
    { id, roundId, askedBy, publishedQuestion, answer }: QuestionEntity,
  ): Promise<void> {
    const { code } = requireFound(await this.rounds.find(ctx, roundId));
    const subject = { kind: 'question', id };
    await this.notices.publish(ctx, {
      kind: 'answer',
      subject,
      roundId,
      title: { zh: `答疑：${code}`, en: `Answer to a question: ${code}` },
      content: { question: publishedQuestion, answer },
    });
    const facts = { round: code };
    await this.inbox.write(ctx, [askedBy], questionWordings.answered, subject, facts);
    const bidders = await this.bidBook.book.bidders(ctx, roundId);
    const others = bidders.filter((personId) => personId !== askedBy);
    const round = { kind: 'round', id: roundId };
    await this.inbox.write(ctx, others, questionWordings.published, round, facts);
  }
}
