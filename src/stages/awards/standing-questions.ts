import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Holds } from '../../registers/holds';
import type { AwardEntity } from './award.entity';
import { ChallengeRepository } from './challenges/challenge.repository';

/** What keeps awards from being confirmed. */
@Injectable()
export class StandingQuestions {
  constructor(
    private readonly holds: Holds,
    private readonly challenges: ChallengeRepository,
  ) {}

  /**
   * Whether a hold stands on one of the awards or their lots, or an objection against one of them is not answered yet: one that
   * came in on the last day of the notice still has to be looked at.
   */
  async any(ctx: Context, awards: readonly AwardEntity[]): Promise<boolean> {
    const ids = awards.map(({ id }) => id);
    const lotIds = awards.flatMap(({ lotId }) => (lotId === null ? [] : [lotId]));
    const holds = await this.holds.active(ctx, [...ids, ...new Set(lotIds)]);
    return holds.length > 0 || (await this.challenges.hasOpen(ctx, ids));
  }
}
