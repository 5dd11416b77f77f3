import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { CreditNoteEntity } from './credit-note.entity';

/** Reads for the page of a party's record. */
@Injectable()
export class CreditQuery {
  /**
   * A party's record after an entry, in the order in which it was written. A party that does not exist has none to see.
   * @throws ACCESS.NOT_FOUND
   */
  async list(
    ctx: Context,
    partyId: string,
    limit: number,
    after?: string,
  ): Promise<CreditNoteEntity[]> {
    ctx.require('party.credit', { partyIds: [partyId] });
    const query = ctx.manager
      .createQueryBuilder(CreditNoteEntity, 'note')
      .where('note.partyId = :partyId', { partyId })
      .orderBy('note.id')
      .limit(limit);
    if (after !== undefined) query.andWhere('note.id > :after', { after });
    return query.getMany();
  }
}
