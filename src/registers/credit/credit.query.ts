import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Parties } from '../parties';
import { CreditNoteEntity } from './credit-note.entity';

/** Reads for the page of a party's record. */
@Injectable()
export class CreditQuery {
  constructor(private readonly parties: Parties) {}

  /**
   * A party's record after an entry, in the order in which it was written.
   * @throws ACCESS.NOT_FOUND
   */
  async list(
    ctx: Context,
    partyId: string,
    limit: number,
    after?: string,
  ): Promise<CreditNoteEntity[]> {
    ctx.require('party.credit', { partyIds: [partyId] });
    const [party] = await this.parties.getMany(ctx, [partyId]);
    if (party === undefined) throw refuseAccess('ACCESS.NOT_FOUND');
    const query = ctx.manager
      .createQueryBuilder(CreditNoteEntity, 'note')
      .where('note.partyId = :partyId', { partyId })
      .orderBy('note.id')
      .limit(limit);
    if (after !== undefined) query.andWhere('note.id > :after', { after });
    return query.getMany();
  }
}
