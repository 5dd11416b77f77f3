import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { CreditNoteEntity } from './credit-note.entity';

/** The entries of parties' records; they are added and never changed. */
@Injectable()
export class CreditRepository {
  async insert(ctx: Context, note: CreditNoteEntity): Promise<void> {
    await ctx.manager.insert(CreditNoteEntity, note);
  }

  /** The sanctions on a party that count on a day, first and last day included. */
  async sanctionsOn(ctx: Context, partyId: string, on: Day): Promise<CreditNoteEntity[]> {
    return ctx.manager
      .createQueryBuilder(CreditNoteEntity, 'note')
      .where(`note.partyId = :partyId AND note.kind = 'sanction'`, { partyId })
      .andWhere('note.fromDay <= :on::date', { on })
      .andWhere('(note.untilDay IS NULL OR note.untilDay >= :on::date)', { on })
      .orderBy('note.id')
      .getMany();
  }
}
