import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { Units } from '../units';
import { Credit } from './credit';
import type { CreditNoteEntity } from './credit-note.entity';
import { refuseCredit } from './credit.refusals';
import { CreditRepository } from './credit.repository';
import { standingEntry } from './entered-note';

/** When something ended, and where that is known from. */
export interface NoteEnding {
  readonly untilDay: Day;
  readonly reason: string;
}

/** Officers note that a party is off a list, or that its earlier project is settled; the entry itself stays what it was. */
@Injectable()
export class EndNote {
  constructor(
    private readonly repository: CreditRepository,
    private readonly credit: Credit,
    private readonly units: Units,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, CREDIT.NOT_ENTERED, CREDIT.DOES_NOT_END, CREDIT.ENDED_ALREADY, CREDIT.DAYS_REVERSED,
   * CREDIT.DAY_AHEAD
   */
  async execute(ctx: Context, noteId: string, ending: NoteEnding): Promise<CreditNoteEntity> {
    const { path } = await this.units.top(ctx);
    ctx.require('creditNote.end', { unitPath: path });
    const note = await standingEntry(ctx, this.repository, noteId);
    const { kind, code, partyId, fromDay: from, untilDay } = note;
    if (kind !== 'listing' && kind !== 'project') throw refuseCredit('CREDIT.DOES_NOT_END');
    if (untilDay !== null) throw refuseCredit('CREDIT.ENDED_ALREADY');
    const { untilDay: until, reason } = ending;
    if (until < from) throw refuseCredit('CREDIT.DAYS_REVERSED', { from, until }, '/until');
    const today = dayOf(await ctx.now());
    if (until > today) throw refuseCredit('CREDIT.DAY_AHEAD', { day: until, today }, '/until');
    return this.credit.note(ctx, {
      ...{ kind: 'ending', partyId, code, aboutId: noteId, reason, fromDay: from, untilDay: until },
    });
  }
}
