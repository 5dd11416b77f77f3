import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Parties } from '../parties';
import { Units } from '../units';
import { Credit } from './credit';
import type { CreditNoteEntity } from './credit-note.entity';
import { refuseCredit } from './credit.refusals';

/** What a party is kept off the list for, and how long. */
export interface NewSanction {
  readonly code: string;
  readonly reason: string;
  readonly fromDay: Day;
  readonly untilDay: Day;
}

/** Keeps a party off the list for a time. */
@Injectable()
export class SanctionParty {
  constructor(
    private readonly credit: Credit,
    private readonly parties: Parties,
    private readonly units: Units,
  ) {}

  /** @throws ACCESS.NOT_FOUND, CREDIT.DAYS_REVERSED */
  async execute(ctx: Context, partyId: string, sanction: NewSanction): Promise<CreditNoteEntity> {
    const { path } = await this.units.top(ctx);
    ctx.require('party.sanction', { unitPath: path });
    const [party] = await this.parties.getMany(ctx, [partyId]);
    if (party === undefined) throw refuseAccess('ACCESS.NOT_FOUND');
    const { fromDay: from, untilDay: until } = sanction;
    if (until < from) throw refuseCredit('CREDIT.DAYS_REVERSED', { from, until }, '/until');
    return this.credit.note(ctx, { ...sanction, partyId, kind: 'sanction' });
  }
}
