import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import type { PartyEntity } from './party.entity';
import { PartyRepository } from './party.repository';

/** Where a party wants to be paid. */
export interface NewPayee {
  readonly name: string;
  readonly account: string;
  readonly bank: string;
  readonly bankCode: string;
}

/** Enters the account a party is paid to; whatever was verified before counts no longer. */
@Injectable()
export class ChangePayee {
  constructor(private readonly repository: PartyRepository) {}

  /** @throws ACCESS.NOT_FOUND */
  async execute(ctx: Context, partyId: string, payee: NewPayee): Promise<PartyEntity> {
    const party = await this.repository.lock(ctx, partyId);
    if (party === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('party.changePayee', { partyIds: [partyId] });
    ctx.matches(party.version);
    party.payeeName = payee.name;
    party.payeeAccount = payee.account;
    party.payeeBank = payee.bank;
    party.payeeBankCode = payee.bankCode;
    party.payeeEnteredBy = ctx.personId;
    party.payeeVerifiedAt = null;
    party.payeeVerifiedBy = null;
    party.version += 1;
    await this.repository.update(ctx, party);
    await ctx.record({
      name: 'parties.payee-changed',
      aggregate: { kind: 'party', id: partyId, version: party.version },
      move: null,
      body: {},
      audience: { partyIds: [partyId] },
    });
    return party;
  }
}
