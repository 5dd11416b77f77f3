import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { printInstant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Processes } from '../../../registers/processes';
import { Rounds } from '../../rounds';
import type { AwardEntity } from '../award.entity';
import { AwardRepository } from '../award.repository';
import { NoticeClock } from '../notice-clock';
import type { ChallengeEntity, ChallengeKind } from './challenge.entity';
import { audienceOf } from './challenge-moves';
import { refuseChallenge } from './challenge.refusals';
import { ChallengeRepository } from './challenge.repository';
import { challengeTransitions } from './challenge.transitions';
import { challengeWordings } from './challenge.wordings';

/** What an objector says. */
export interface ChallengeContent {
  readonly kind: ChallengeKind;
  /** Must be the registered name; what else is given is as good as none. */
  readonly realName?: string;
  readonly grounds: string;
}

/** So many working days before the answer is due its approvers are reminded (invented). */
const REMINDED_BEFORE = 2;

/** Anyone who is signed in objects to an award, with their real name, while its notice stands. */
@Injectable()
export class SubmitChallenge {
  constructor(
    private readonly awards: AwardRepository,
    private readonly repository: ChallengeRepository,
    private readonly notice: NoticeClock,
    private readonly rounds: Rounds,
    private readonly people: People,
    private readonly clocks: Clocks,
    private readonly processes: Processes,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, CHALLENGES.NOTICE_OVER, CHALLENGES.REAL_NAME_REQUIRED, CHALLENGES.ALREADY_OPEN */
  async execute(
    ctx: Context,
    awardId: string,
    content: ChallengeContent,
  ): Promise<ChallengeEntity> {
    ctx.require('challenge.submit', { personId: ctx.personId });
    // Confirming takes the same lock: whoever is in before the notice ends is heard before anything is confirmed.
    const award = await this.awards.lock(ctx, awardId);
    if (award?.publishedAt == null) throw refuseAccess('ACCESS.NOT_FOUND');
    await this.requireRealName(ctx, content.realName);
    await this.requireStanding(ctx, award);
    if (await this.repository.hasOpenBy(ctx, awardId, ctx.personId)) {
      throw refuseChallenge('CHALLENGES.ALREADY_OPEN');
    }
    const challenge = await newChallenge(ctx, award, content);
    await this.repository.insert(ctx, challenge);
    await this.processes.begin(ctx, { kind: 'challenge', id: challenge.id });
    await ctx.record({
      name: 'awards.challenge-submitted',
      aggregate: { kind: 'challenge', id: challenge.id, version: 1 },
      move: null,
      roundId: award.roundId,
      body: { awardId, kind: challenge.kind },
      audience: audienceOf(challenge),
      nudges: [{ kind: 'challenge', id: challenge.id }],
    });
    await this.startAnswer(ctx, award, challenge);
    return challenge;
  }

  private async requireRealName(ctx: Context, given: string | undefined): Promise<void> {
    const { name } = await this.people.get(ctx, ctx.personId);
    if (given?.trim().normalize('NFC') === name.normalize('NFC')) return;
    throw refuseChallenge('CHALLENGES.REAL_NAME_REQUIRED', {}, '/realName');
  }

  private async requireStanding(ctx: Context, award: AwardEntity): Promise<void> {
    const clock = award.state === 'noticed' ? await this.notice.of(ctx, award) : null;
    const stands = clock?.state === 'running' && (await ctx.now()) < clock.dueAt;
    if (!stands) throw refuseChallenge('CHALLENGES.NOTICE_OVER');
  }

  /** It is answered within the rules' working days of the day on which it came in; those who decide are reminded. */
  private async startAnswer(
    ctx: Context,
    award: AwardEntity,
    challenge: ChallengeEntity,
  ): Promise<void> {
    const { ruleSet, unitId } = await this.rounds.get(ctx, award.roundId);
    const subject = { kind: 'challenge', id: challenge.id };
    const period = {
      rule: 'challenge.answer',
      article: `${ruleSet.code}/objection/answerWorkingDays`,
      subject,
      process: { kind: 'challenge', id: challenge.id },
      from: challenge.submittedAt,
      count: { unit: 'workingDays', n: ruleSet.objection.answerWorkingDays },
      calendar: ruleSet.calendar,
    } as const;
    const reminder = { rule: 'challenge.answerReminder', before: REMINDED_BEFORE };
    const { dueAt } = await this.clocks.startReminded(ctx, period, reminder);
    const facts = { title: award.title };
    await this.inbox.open(ctx, {
      kind: challengeWordings.decide,
      subject,
      to: { duty: 'approver', scope: { kind: 'unit', id: unitId } },
      dueAt,
      facts,
    });
    await this.inbox.write(ctx, [challenge.objectorId], challengeWordings.received, subject, {
      ...facts,
      dueAt: printInstant(dueAt),
    });
  }
}

async function newChallenge(
  ctx: Context,
  award: AwardEntity,
  { kind, grounds }: ChallengeContent,
): Promise<ChallengeEntity> {
  return {
    id: newId(),
    awardId: award.id,
    roundId: award.roundId,
    partyId: award.partyId,
    unitPath: award.unitPath,
    kind,
    objectorId: ctx.personId,
    grounds,
    state: challengeTransitions.initial,
    submittedAt: await ctx.now(),
    decidedBy: null,
    decidedAt: null,
    answeredBy: null,
    answeredAt: null,
    reason: null,
    effect: null,
    version: 1,
  };
}
