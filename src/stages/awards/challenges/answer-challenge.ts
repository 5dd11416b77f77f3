import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import { Rounds } from '../../rounds';
import { processOf } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import { AwardRepository } from '../award.repository';
import { awardWordings } from '../award.wordings';
import { ReproposeAwards } from '../lots/repropose-awards';
import { ReReviewLot } from '../lots/re-review-lot';
import { LetAwardFall } from '../singles/let-award-fall';
import type { ChallengeEffect, ChallengeEntity } from './challenge.entity';
import { ChallengeMoves } from './challenge-moves';
import { refuseChallenge } from './challenge.refusals';
import { ChallengeRepository } from './challenge.repository';
import { challengeWordings } from './challenge.wordings';
import { CloseChallenges } from './close-challenges';
import { DecideChallenge } from './decide-challenge';

/** The answer to an objection. */
export interface ChallengeAnswer {
  readonly outcome: 'upheld' | 'dismissed';
  readonly reason: string;
  /** With `upheld`, and only then. */
  readonly effect?: ChallengeEffect;
}

/**
 * Answers an admitted objection. Upheld against an award, it is revoked: alone, and the next one of the reserve comes up, or
 * with all of its lot, which is then proposed anew. Upheld against the review, another panel does it again. Dismissed, the hold
 * is lifted and the award goes on.
 */
@Injectable()
export class AnswerChallenge {
  constructor(
    private readonly decide: DecideChallenge,
    private readonly repository: ChallengeRepository,
    private readonly awards: AwardRepository,
    private readonly moves: ChallengeMoves,
    private readonly close: CloseChallenges,
    private readonly fall: LetAwardFall,
    private readonly repropose: ReproposeAwards,
    private readonly reReview: ReReviewLot,
    private readonly rounds: Rounds,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, CHALLENGES.OWN_OBJECTION, CHALLENGES.EFFECT_REQUIRED, CHALLENGES.LOT_SETTLED,
   * CHALLENGES.OTHERS_OPEN, REVIEWS.UNDER_WAY, PEOPLE.DUTIES_CONFLICT
   */
  async execute(
    ctx: Context,
    challengeId: string,
    { outcome, reason, effect }: ChallengeAnswer,
  ): Promise<ChallengeEntity> {
    const { challenge, award } = await this.decide.load(ctx, 'challenge.answer', challengeId);
    if ((outcome === 'upheld') !== (effect !== undefined)) {
      throw refuseChallenge('CHALLENGES.EFFECT_REQUIRED', {}, '/effect');
    }
    if (effect !== undefined && effect !== 'revoke') {
      await this.requireLotOnNotice(ctx, challenge, award, effect);
    }
    Object.assign(challenge, {
      reason,
      effect: effect ?? null,
      answeredBy: ctx.personId,
      answeredAt: await ctx.now(),
    });
    const move = outcome === 'upheld' ? 'uphold' : 'dismiss';
    await this.moves.move(ctx, challenge, move, [processOf(award)]);
    await this.close.settle(ctx, challenge);
    await this.tell(ctx, challenge, award, challengeWordings[outcome]);
    if (effect !== undefined) await this.carryOut(ctx, challenge, award, effect, reason);
    return challenge;
  }

  private async carryOut(
    ctx: Context,
    challenge: ChallengeEntity,
    award: AwardEntity,
    effect: ChallengeEffect,
    reason: string,
  ): Promise<void> {
    if (effect === 're-review') {
      await this.reReview.execute(ctx, await this.rounds.lot(ctx, award.lotId!));
      return;
    }
    await this.fall.execute(ctx, award, {
      move: 'revoke',
      reason,
      wording: awardWordings.revoked,
      challengeId: challenge.id,
      ...(effect === 're-propose' && { isLotReproposed: true }),
    });
    if (effect !== 're-propose') return;
    await this.repropose.execute(ctx, await this.rounds.lot(ctx, award.lotId!));
  }

  /** A lot goes back only while all of it is on notice, and not over the heads of others who object. */
  private async requireLotOnNotice(
    ctx: Context,
    challenge: ChallengeEntity,
    award: AwardEntity,
    effect: ChallengeEffect,
  ): Promise<void> {
    const lot = award.lotId === null ? null : await this.rounds.lot(ctx, award.lotId);
    if (lot?.state !== 'noticed') throw refuseChallenge('CHALLENGES.LOT_SETTLED');
    const awards = await this.awards.ofLot(ctx, lot.id);
    const open = await this.repository.lockOpen(
      ctx,
      awards.map(({ id }) => id),
    );
    // What else is said against an award that is revoked falls away with it.
    const others = open.filter(
      ({ id, awardId }) => id !== challenge.id && (effect === 're-review' || awardId !== award.id),
    );
    if (others.length === 0) return;
    throw refuseChallenge('CHALLENGES.OTHERS_OPEN', { count: others.length });
  }

  private async tell(
    ctx: Context,
    { id, objectorId }: ChallengeEntity,
    { partyId, title }: AwardEntity,
    wording: string,
  ): Promise<void> {
    const people = await this.people.holdersOf(ctx, 'applicant', partyId);
    const subject = { kind: 'challenge', id };
    await this.inbox.write(ctx, [objectorId, ...people], wording, subject, { title });
  }
}
