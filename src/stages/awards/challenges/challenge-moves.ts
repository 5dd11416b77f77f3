import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import type { Audience, ProcessRef } from '../../../platform/record/domain-event';
import type { ChallengeEntity } from './challenge.entity';
import { ChallengeRepository } from './challenge.repository';
import { challengeTransitions } from './challenge.transitions';

type ChallengeMove = keyof typeof challengeTransitions.moves;

const challengeEvents: Readonly<Record<ChallengeMove, string>> = {
  admit: 'awards.challenge-admitted',
  reject: 'awards.challenge-rejected',
  uphold: 'awards.challenge-upheld',
  dismiss: 'awards.challenge-dismissed',
  moot: 'awards.challenge-closed',
};

/** Moves a challenge, saves it and records its event; the caller has locked it. */
@Injectable()
export class ChallengeMoves {
  constructor(private readonly repository: ChallengeRepository) {}

  /** @throws STATE.OUT_OF_ORDER */
  async move(
    ctx: Context,
    challenge: ChallengeEntity,
    move: ChallengeMove,
    nudges: readonly ProcessRef[] = [],
  ): Promise<void> {
    challenge.state = challengeTransitions.next(challenge.state, move);
    challenge.version += 1;
    await this.repository.update(ctx, challenge);
    await ctx.record({
      name: challengeEvents[move],
      aggregate: { kind: 'challenge', id: challenge.id, version: challenge.version },
      move,
      roundId: challenge.roundId,
      body: { awardId: challenge.awardId, effect: challenge.effect },
      audience: audienceOf(challenge),
      nudges: [{ kind: 'challenge', id: challenge.id }, ...nudges],
    });
  }
}

/** Those who follow a challenge: the officials, who objected and, once it was admitted, the party of the award. */
export function audienceOf({ unitPath, partyId, objectorId, state }: ChallengeEntity): Audience {
  const isBetweenUs = state === 'submitted' || state === 'rejected';
  return {
    unitPaths: [unitPath],
    personIds: [objectorId],
    ...(!isBetweenUs && { partyIds: [partyId] }),
  };
}
