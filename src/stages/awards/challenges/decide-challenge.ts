import { Injectable } from '@nestjs/common';
import type { Act } from '../../../access/access-table';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Clocks } from '../../../registers/clocks';
import { Holds } from '../../../registers/holds';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Rounds } from '../../rounds';
import { processOf } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import { LockAward } from '../lock-award';
import type { ChallengeEntity } from './challenge.entity';
import { ChallengeMoves } from './challenge-moves';
import { refuseChallenge } from './challenge.refusals';
import { ChallengeRepository } from './challenge.repository';
import { challengeWordings } from './challenge.wordings';
import { CloseChallenges } from './close-challenges';

/** A challenge and the award it is about, both locked. */
export interface LockedChallenge {
  readonly challenge: ChallengeEntity;
  readonly award: AwardEntity;
}

/** The first decision on an objection: whether it is admitted, which holds the award until it is answered. */
@Injectable()
export class DecideChallenge {
  constructor(
    private readonly lockAward: LockAward,
    private readonly repository: ChallengeRepository,
    private readonly moves: ChallengeMoves,
    private readonly close: CloseChallenges,
    private readonly rounds: Rounds,
    private readonly holds: Holds,
    private readonly clocks: Clocks,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, CHALLENGES.OWN_OBJECTION, PEOPLE.DUTIES_CONFLICT */
  async admit(ctx: Context, challengeId: string): Promise<ChallengeEntity> {
    const { challenge, award } = await this.load(ctx, 'challenge.admit', challengeId);
    await noteDecision(ctx, challenge);
    await this.moves.move(ctx, challenge, 'admit');
    await this.holds.place(ctx, {
      subject: { kind: 'award', id: award.id },
      cause: { kind: 'challenge', id: challenge.id },
      reason: challenge.grounds.slice(0, 1000),
      unitPath: award.unitPath,
    });
    const { unitId } = await this.rounds.get(ctx, award.roundId);
    const answer = await this.clocks.find(ctx, 'challenge.answer', challenge.id);
    const subject = { kind: 'challenge', id: challenge.id };
    const facts = { title: award.title };
    await this.inbox.done(ctx, challengeWordings.decide, challenge.id);
    await this.inbox.open(ctx, {
      kind: challengeWordings.answer,
      subject,
      to: { duty: 'approver', scope: { kind: 'unit', id: unitId } },
      ...(answer?.state === 'running' && { dueAt: answer.dueAt }),
      facts,
    });
    const people = await this.people.holdersOf(ctx, 'applicant', award.partyId);
    const told = [challenge.objectorId, ...people];
    await this.inbox.write(ctx, told, challengeWordings.admitted, subject, facts);
    return challenge;
  }

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, CHALLENGES.OWN_OBJECTION, PEOPLE.DUTIES_CONFLICT */
  async reject(ctx: Context, challengeId: string, reason: string): Promise<ChallengeEntity> {
    const { challenge, award } = await this.load(ctx, 'challenge.reject', challengeId);
    await noteDecision(ctx, challenge);
    challenge.reason = reason;
    await this.moves.move(ctx, challenge, 'reject', [processOf(award)]);
    await this.close.settle(ctx, challenge);
    const subject = { kind: 'challenge', id: challenge.id };
    const facts = { title: award.title };
    await this.inbox.write(ctx, [challenge.objectorId], challengeWordings.rejected, subject, facts);
    return challenge;
  }

  /**
   * The challenge for somebody who decides on it, after its lot and its award.
   * @throws ACCESS.NOT_FOUND, HTTP.STALE, CHALLENGES.OWN_OBJECTION, PEOPLE.DUTIES_CONFLICT
   */
  async load(ctx: Context, act: Act, challengeId: string): Promise<LockedChallenge> {
    const found = await this.repository.find(ctx, challengeId);
    if (found === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require(act, { unitPath: found.unitPath, roundId: found.roundId });
    const award = await this.lockAward.withLot(ctx, found.awardId);
    const challenge = await this.repository.lock(ctx, challengeId);
    ctx.matches(challenge!.version);
    if (ctx.hands.includes(found.objectorId)) throw refuseChallenge('CHALLENGES.OWN_OBJECTION');
    await this.people.noteDuty(ctx, ctx.personId, found.roundId, 'organizer');
    return { challenge: challenge!, award: award! };
  }
}

async function noteDecision(ctx: Context, challenge: ChallengeEntity): Promise<void> {
  challenge.decidedBy = ctx.personId;
  challenge.decidedAt = await ctx.now();
}
