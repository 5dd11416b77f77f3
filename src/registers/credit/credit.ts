import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/day';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import { CreditNoteEntity, type CreditKind } from './credit-note.entity';
import { CreditRepository } from './credit.repository';

/** What is to be noted of a party. */
export interface NewCreditNote {
  readonly partyId: string;
  readonly kind: CreditKind;
  readonly code: string;
  /** Needed for a sanction. */
  readonly reason?: string;
  readonly projectId?: string;
  readonly fromDay: Day;
  readonly untilDay?: Day;
}

/** A sanction that counts, as rounds check it. */
export interface Sanction {
  readonly code: string;
  readonly fromDay: Day;
  readonly untilDay: Day | null;
}

/** Parties' records, for the stages that write and read them. */
@Injectable()
export class Credit {
  constructor(private readonly repository: CreditRepository) {}

  /** Adds an entry to a party's record; whether the caller may is for the act that calls this. */
  async note(ctx: Context, wanted: NewCreditNote): Promise<CreditNoteEntity> {
    const note = Object.assign(new CreditNoteEntity(), {
      id: newId(),
      partyId: wanted.partyId,
      kind: wanted.kind,
      code: wanted.code,
      reason: wanted.reason ?? null,
      projectId: wanted.projectId ?? null,
      fromDay: wanted.fromDay,
      untilDay: wanted.untilDay ?? null,
      notedAt: await ctx.now(),
      notedBy: ctx.caller.personId,
      version: 1,
    });
    await this.repository.insert(ctx, note);
    const { partyId, kind, code, projectId, fromDay, untilDay } = note;
    await ctx.record({
      name: 'credit.credit-noted',
      aggregate: { kind: 'creditNote', id: note.id, version: 1 },
      move: null,
      body: { partyId, kind, code, projectId, fromDay, untilDay },
      audience: { partyIds: [partyId] },
    });
    return note;
  }

  /** The sanctions that count against a party on a day. */
  async activeSanctions(ctx: Context, partyId: string, on: Day): Promise<Sanction[]> {
    const notes = await this.repository.sanctionsOn(ctx, partyId, on);
    return notes.map(({ code, fromDay, untilDay }) => ({ code, fromDay, untilDay }));
  }
}
