import { Injectable } from '@nestjs/common';
import { dayOf } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { Units } from '../units';
import { Credit } from './credit';
import type { CreditNoteEntity } from './credit-note.entity';
import { CreditRepository } from './credit.repository';
import { standingEntry } from './entered-note';

/** An approver annuls what was entered by mistake: it stays in the record and never counts. */
@Injectable()
export class AnnulNote {
  constructor(
    private readonly repository: CreditRepository,
    private readonly credit: Credit,
    private readonly units: Units,
  ) {}

  /** @throws ACCESS.NOT_FOUND, CREDIT.NOT_ENTERED, CREDIT.ENDED_ALREADY */
  async execute(ctx: Context, noteId: string, reason: string): Promise<CreditNoteEntity> {
    const { path } = await this.units.top(ctx);
    ctx.require('creditNote.annul', { unitPath: path });
    const { partyId, code } = await standingEntry(ctx, this.repository, noteId);
    const fromDay = dayOf(await ctx.now());
    return this.credit.note(ctx, {
      ...{ kind: 'annulment', partyId, code, aboutId: noteId, reason, fromDay },
    });
  }
}
