import { Injectable, type OnModuleInit } from '@nestjs/common';
import { printInstant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import type { RoundEntity } from '../round.entity';
import { RoundRepository } from '../round.repository';
import { QuestionRepository } from './question.repository';
import { questionWordings } from './question.wordings';

/** What happens while a question is not answered: the organizers are reminded, then the supervisors are told. */
@Injectable()
export class QuestionClocks implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly repository: QuestionRepository,
    private readonly rounds: RoundRepository,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.clocks.whenPassed('question.answerReminder', (ctx, { subjectId }) =>
      this.remind(ctx, subjectId),
    );
    this.clocks.whenPassed('question.answer', (ctx, { subjectId }) =>
      this.escalate(ctx, subjectId),
    );
  }

  private async remind(ctx: Context, questionId: string): Promise<void> {
    const round = await this.owingRound(ctx, questionId);
    const answer = await this.clocks.find(ctx, 'question.answer', questionId);
    if (round === null || answer === null) return;
    const organizers = await this.people.holdersAtUnit(ctx, 'organizer', round.unitPath);
    await this.inbox.write(
      ctx,
      organizers,
      questionWordings.answerReminder,
      { kind: 'question', id: questionId },
      { round: round.code, dueAt: printInstant(answer.dueAt) },
    );
  }

  private async escalate(ctx: Context, questionId: string): Promise<void> {
    const round = await this.owingRound(ctx, questionId);
    if (round === null) return;
    const subject = { kind: 'question', id: questionId };
    const facts = { round: round.code };
    await this.inbox.open(ctx, {
      kind: questionWordings.answerOverdue,
      subject,
      to: { duty: 'supervisor', scope: { kind: 'unit', id: round.unitId } },
      facts,
    });
    const supervisors = await this.people.holdersAtUnit(ctx, 'supervisor', round.unitPath);
    const approvers = await this.people.holdersAtUnit(ctx, 'approver', round.unitPath);
    const told = [...supervisors, ...approvers];
    await this.inbox.write(ctx, told, questionWordings.answerOverdue, subject, facts);
  }

  /** The round of a question that waits for its answer. */
  private async owingRound(ctx: Context, questionId: string): Promise<RoundEntity | null> {
    const question = await this.repository.lock(ctx, questionId);
    if (question?.state !== 'asked') return null;
    return requireFound(await this.rounds.find(ctx, question.roundId));
  }
}
