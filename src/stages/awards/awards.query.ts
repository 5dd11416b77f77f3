import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Rounds } from '../rounds';
import { AwardEntity } from './award.entity';
import { AwardProposalEntity, ProposalDocumentEntity } from './award-proposal.entity';
import type { AwardState } from './award.transitions';

/** What a list of awards may be narrowed to. */
export interface AwardFilter {
  readonly roundId?: string;
  readonly lotId?: string;
  readonly state?: AwardState;
}

/** A proposal with the document that is in force. */
export interface ReadProposal {
  readonly proposal: AwardProposalEntity;
  readonly drawn: ProposalDocumentEntity;
}

/** Reads of awards and proposals. A party sees an award from the day on which it is published. */
@Injectable()
export class AwardsQuery {
  constructor(private readonly rounds: Rounds) {}

  /** @throws ACCESS.NOT_FOUND */
  async proposal(ctx: Context, lotId: string): Promise<ReadProposal> {
    const { unitPath, roundId } = await this.rounds.lot(ctx, lotId);
    ctx.require('awardProposal.read', { unitPath, roundId });
    const proposal = await ctx.manager.findOneBy(AwardProposalEntity, { lotId });
    if (proposal === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { id, documentNo } = proposal;
    const key = { proposalId: id, no: documentNo };
    return { proposal, drawn: (await ctx.manager.findOneBy(ProposalDocumentEntity, key))! };
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, id: string): Promise<AwardEntity> {
    const award = await ctx.manager.findOneBy(AwardEntity, { id });
    if (award === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { unitPath, roundId, partyId, publishedAt } = award;
    ctx.require('award.read', {
      unitPath,
      roundId,
      ...(publishedAt !== null && { partyIds: [partyId] }),
    });
    return award;
  }

  async list(
    ctx: Context,
    filter: AwardFilter,
    limit: number,
    after?: string,
  ): Promise<AwardEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(AwardEntity, 'award')
      .orderBy('award.id')
      .limit(limit);
    withinReach(query, ctx.reach('award.list'), {
      unitPath: 'award.unit_path',
      roundId: 'award.round_id',
      partyId: 'CASE WHEN award.published_at IS NOT NULL THEN award.party_id END',
    });
    const { roundId, lotId, state } = filter;
    if (roundId !== undefined) query.andWhere('award.roundId = :roundId', { roundId });
    if (lotId !== undefined) query.andWhere('award.lotId = :lotId', { lotId });
    if (state !== undefined) query.andWhere('award.state = :state', { state });
    if (after !== undefined) query.andWhere('award.id > :after', { after });
    return query.getMany();
  }
}
