import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { withinReach } from '../../../platform/database/within-reach';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { People } from '../../../registers/people';
import { ChallengeEntity } from './challenge.entity';
import type { ChallengeState } from './challenge.transitions';

/** What a list of challenges may be narrowed to. */
export interface ChallengeFilter {
  readonly awardId?: string;
  readonly state?: ChallengeState;
}

/** Reads of challenges. The party of the award sees one once it is admitted, and never who objects. */
@Injectable()
export class ChallengesQuery {
  constructor(private readonly people: People) {}

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, id: string): Promise<ChallengeEntity> {
    const challenge = await ctx.manager.findOneBy(ChallengeEntity, { id });
    if (challenge === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { unitPath, roundId, partyId, objectorId, decidedBy, state } = challenge;
    const wasAdmitted = decidedBy !== null && state !== 'rejected';
    ctx.require('challenge.read', {
      unitPath,
      roundId,
      personId: objectorId,
      ...(wasAdmitted && { partyIds: [partyId] }),
    });
    return challenge;
  }

  async list(
    ctx: Context,
    { awardId, state }: ChallengeFilter,
    limit: number,
    after?: string,
  ): Promise<ChallengeEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(ChallengeEntity, 'challenge')
      .orderBy('challenge.id')
      .limit(limit);
    withinReach(query, ctx.reach('challenge.list'), {
      unitPath: 'challenge.unit_path',
      roundId: 'challenge.round_id',
      personId: 'challenge.objector_id',
      partyId: `CASE WHEN challenge.decided_by IS NOT NULL AND challenge.state <> 'rejected' THEN challenge.party_id END`,
    });
    if (awardId !== undefined) query.andWhere('challenge.awardId = :awardId', { awardId });
    if (state !== undefined) query.andWhere('challenge.state = :state', { state });
    if (after !== undefined) query.andWhere('challenge.id > :after', { after });
    return query.getMany();
  }

  /** Who objects, by challenge, as far as the caller may know: whoever stands for the award's party may not. */
  async objectorNames(
    ctx: Context,
    challenges: readonly ChallengeEntity[],
  ): Promise<Map<string, string>> {
    const known = challenges.filter(
      ({ objectorId, partyId }) =>
        objectorId === ctx.personId ||
        !ctx.caller.mandates.some(({ scope }) => scope.kind === 'party' && scope.id === partyId),
    );
    const people = await this.people.getMany(
      ctx,
      known.map(({ objectorId }) => objectorId),
    );
    const nameOf = new Map(people.map(({ id, name }) => [id, name]));
    return new Map(known.map(({ id, objectorId }) => [id, nameOf.get(objectorId) ?? '']));
  }
}
