import { Injectable } from '@nestjs/common';
import type { Act } from '../../access/access-table';
import { dayOf, type Day } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Parties } from '../parties';
import { Units } from '../units';
import { Credit, type NewCreditNote } from './credit';
import type { CreditNoteEntity } from './credit-note.entity';
import { refuseCredit } from './credit.refusals';

/** The acts by which officers enter what is known from elsewhere. */
export type EnteringAct = Extract<Act, `party.enter${string}`>;

/** What an officer enters, with where it is known from. */
export type EnteredNote = Omit<NewCreditNote, 'partyId' | 'projectId' | 'aboutId'> & {
  readonly kind: 'listing' | 'annual-check' | 'evaluation' | 'project';
  readonly reason: string;
};

/** Officers enter in a party's record what others know of it: entries on lists, annual checks, and projects of other years. */
@Injectable()
export class EnterNote {
  constructor(
    private readonly credit: Credit,
    private readonly parties: Parties,
    private readonly units: Units,
  ) {}

  /** @throws ACCESS.NOT_FOUND, CREDIT.DAYS_REVERSED, CREDIT.DAY_AHEAD, CREDIT.YEAR_AHEAD */
  async execute(
    ctx: Context,
    act: EnteringAct,
    partyId: string,
    note: EnteredNote,
  ): Promise<CreditNoteEntity> {
    const { path } = await this.units.top(ctx);
    ctx.require(act, { unitPath: path });
    const [party] = await this.parties.getMany(ctx, [partyId]);
    if (party === undefined) throw refuseAccess('ACCESS.NOT_FOUND');
    requirePast(note, dayOf(await ctx.now()));
    return this.credit.note(ctx, { ...note, partyId });
  }
}

/** A list may say beforehand until when an entry stands. */
function requirePast(
  { kind, year, fromDay: from, untilDay: until }: EnteredNote,
  today: Day,
): void {
  if (year !== undefined && year > Number(today.slice(0, 4))) {
    throw refuseCredit('CREDIT.YEAR_AHEAD', { year }, '/year');
  }
  if (from > today) throw refuseCredit('CREDIT.DAY_AHEAD', { day: from, today });
  if (until === undefined) return;
  if (until < from) throw refuseCredit('CREDIT.DAYS_REVERSED', { from, until }, '/until');
  if (kind === 'project' && until > today) {
    throw refuseCredit('CREDIT.DAY_AHEAD', { day: until, today }, '/until');
  }
}
