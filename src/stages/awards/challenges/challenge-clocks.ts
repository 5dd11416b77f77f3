import { Injectable, type OnModuleInit } from '@nestjs/common';
import { printInstant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Rounds } from '../../rounds';
import { AwardRepository } from '../award.repository';
import type { ChallengeEntity } from './challenge.entity';
import { ChallengeRepository } from './challenge.repository';
import { challengeWordings } from './challenge.wordings';

/** What happens when an objection is not answered: the approvers are reminded, then the supervisors are told. The hold stays. */
@Injectable()
export class ChallengeClocks implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly repository: ChallengeRepository,
    private readonly awards: AwardRepository,
    private readonly rounds: Rounds,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.clocks.whenPassed('challenge.answerReminder', (ctx, { subjectId }) =>
      this.remind(ctx, subjectId),
    );
    this.clocks.whenPassed('challenge.answer', (ctx, { subjectId }) =>
      this.escalate(ctx, subjectId),
    );
  }

  private async remind(ctx: Context, challengeId: string): Promise<void> {
    const challenge = await this.openOne(ctx, challengeId);
    const answer = await this.clocks.find(ctx, 'challenge.answer', challengeId);
    if (challenge === null || answer === null) return;
    const approvers = await this.people.holdersAtUnit(ctx, 'approver', challenge.unitPath);
    await this.inbox.write(
      ctx,
      approvers,
      challengeWordings.answerReminder,
      { kind: 'challenge', id: challengeId },
      { title: await this.titleOf(ctx, challenge), dueAt: printInstant(answer.dueAt) },
    );
  }

  private async escalate(ctx: Context, challengeId: string): Promise<void> {
    const challenge = await this.openOne(ctx, challengeId);
    if (challenge === null) return;
    const subject = { kind: 'challenge', id: challengeId };
    const facts = { title: await this.titleOf(ctx, challenge) };
    const { unitId } = await this.rounds.get(ctx, challenge.roundId);
    await this.inbox.open(ctx, {
      kind: challengeWordings.answerOverdue,
      subject,
      to: { duty: 'supervisor', scope: { kind: 'unit', id: unitId } },
      facts,
    });
    const supervisors = await this.people.holdersAtUnit(ctx, 'supervisor', challenge.unitPath);
    const approvers = await this.people.holdersAtUnit(ctx, 'approver', challenge.unitPath);
    const told = [...supervisors, ...approvers];
    await this.inbox.write(ctx, told, challengeWordings.answerOverdue, subject, facts);
  }

  private async openOne(ctx: Context, challengeId: string): Promise<ChallengeEntity | null> {
    const challenge = await this.repository.lock(ctx, challengeId);
    return challenge?.state === 'submitted' || challenge?.state === 'admitted' ? challenge : null;
  }

  private async titleOf(ctx: Context, { awardId }: ChallengeEntity): Promise<string> {
    return (await this.awards.find(ctx, awardId))!.title;
  }
}
