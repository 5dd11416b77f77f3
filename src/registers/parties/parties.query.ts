import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { PartyEntity } from './party.entity';

/** Reads for the pages of parties. */
@Injectable()
export class PartiesQuery {
  /** @throws ACCESS.NOT_FOUND */
  async get(ctx: Context, id: string): Promise<PartyEntity> {
    const party = await ctx.manager.findOneBy(PartyEntity, { id });
    if (party === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('party.read', { partyIds: [id] });
    return party;
  }

  /** The parties within reach after one, by id. */
  async list(ctx: Context, limit: number, after?: string): Promise<PartyEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(PartyEntity, 'party')
      .orderBy('party.id')
      .limit(limit);
    withinReach(query, ctx.reach('party.list'), { partyId: 'party.id' });
    if (after !== undefined) query.andWhere('party.id > :after', { after });
    return query.getMany();
  }
}
