import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { printInstant, type Instant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Calendar } from '../../../registers/calendar';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import type { RuleSet } from '../../../rules';
import type { RoundEntity } from '../round.entity';
import { RoundRepository } from '../round.repository';
import { amongThose, recordQuestion } from './question-book';
import { answerPeriod, questionsCloseAt } from './question-periods';
import type { QuestionEntity } from './question.entity';
import { refuseQuestions } from './question.refusals';
import { QuestionRepository } from './question.repository';
import { questionTransitions } from './question.transitions';
import { questionWordings } from './question.wordings';

/** A question as it is asked. */
export interface NewQuestion {
  /** The party that may bid, and for which it is asked. */
  readonly partyId: string;
  readonly question: string;
}

/** So many working days before an answer is due the organizers are reminded (invented). */
const REMINDED_BEFORE = 1;

/** Whoever may bid asks a question on an announced call, while questions are taken; those who run it owe an answer. */
@Injectable()
export class AskQuestion {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly repository: QuestionRepository,
    private readonly calendar: Calendar,
    private readonly clocks: Clocks,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, QUESTIONS.CALL_CANCELLED, QUESTIONS.TOO_LATE, PEOPLE.DUTIES_CONFLICT, CALENDAR.YEAR_UNKNOWN
   */
  async execute(ctx: Context, roundId: string, wanted: NewQuestion): Promise<QuestionEntity> {
    ctx.require('question.ask', { partyIds: [wanted.partyId] });
    // Cancelling takes the same lock: no question comes in behind it.
    const round = await this.rounds.lock(ctx, roundId);
    if (round?.announcedAt == null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { document } = await this.rounds.revisionOf(ctx, round);
    const askedAt = await this.requireInTime(ctx, round, document);
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'bidder');
    const question: QuestionEntity = {
      id: newId(),
      roundId,
      unitPath: round.unitPath,
      askedBy: ctx.personId,
      askedAt,
      ...wanted,
      state: questionTransitions.initial,
      publishedQuestion: null,
      answer: null,
      refusalReason: null,
      decidedBy: null,
      decidedAt: null,
      version: 1,
    };
    await this.repository.insert(ctx, question);
    await recordQuestion(ctx, question, 'rounds.question-asked', null, amongThose(question));
    await this.owe(ctx, round, document, question);
    return question;
  }

  private async requireInTime(ctx: Context, round: RoundEntity, rules: RuleSet): Promise<Instant> {
    if (round.state === 'cancelled') throw refuseQuestions('QUESTIONS.CALL_CANCELLED');
    const lots = await this.rounds.lotsOf(ctx, round.id);
    const calendar = await this.calendar.knownAt(ctx, rules.calendar);
    // Where lots are phases, the call is open until the last of them has closed.
    const closesAt = Math.max(...lots.map((lot) => lot.closesAt.getTime()));
    const closedAt = questionsCloseAt(rules, new Date(closesAt), calendar);
    const at = await ctx.now();
    if (at < closedAt) return at;
    throw refuseQuestions('QUESTIONS.TOO_LATE', { closedAt: printInstant(closedAt) });
  }

  /** The answer is due within the rules' working days; the organizers are told now and reminded before it is. */
  private async owe(
    ctx: Context,
    round: RoundEntity,
    rules: RuleSet,
    { id, askedAt }: QuestionEntity,
  ): Promise<void> {
    const { workingDays: n, article } = answerPeriod(rules);
    const subject = { kind: 'question', id };
    const period = {
      rule: 'question.answer',
      article,
      subject,
      process: { kind: 'round', id: round.id },
      from: askedAt,
      count: { unit: 'workingDays', n },
      calendar: rules.calendar,
    } as const;
    const reminder = { rule: 'question.answerReminder', before: REMINDED_BEFORE };
    const { dueAt } = await this.clocks.startReminded(ctx, period, reminder);
    const facts = { round: round.code };
    await this.inbox.open(ctx, {
      kind: questionWordings.answer,
      subject,
      to: { duty: 'organizer', scope: { kind: 'unit', id: round.unitId } },
      dueAt,
      facts,
    });
    const organizers = await this.people.holdersAtUnit(ctx, 'organizer', round.unitPath);
    await this.inbox.write(ctx, organizers, questionWordings.answer, subject, facts);
  }
}
