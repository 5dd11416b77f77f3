import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Inbox } from '../inbox';
import { Units } from '../units';
import { toName } from './party-name.rules';
import type { PartyEntity } from './party.entity';
import { PartyRepository } from './party.repository';
import { partyWordings } from './party.wordings';

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
  constructor(
    private readonly repository: PartyRepository,
    private readonly inbox: Inbox,
    private readonly units: Units,
  ) {}

  /** @throws ACCESS.NOT_FOUND, PARTIES.NAME_UNREADABLE */
  async execute(ctx: Context, partyId: string, payee: NewPayee): Promise<PartyEntity> {
    const party = await this.repository.lock(ctx, partyId);
    if (party === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('party.changePayee', { partyIds: [partyId] });
    const [name, bank] = [toName(payee.name, '/name'), toName(payee.bank, '/bank')];
    ctx.matches(party.version);
    party.payeeName = name;
    party.payeeAccount = payee.account;
    party.payeeBank = bank;
    party.payeeBankCode = payee.bankCode;
    party.payeeEnteredBy = ctx.personId;
    party.payeeVerifiedAt = null;
    party.payeeVerifiedBy = null;
    party.version += 1;
    party.payeeEnteredVersion = party.version;
    await this.repository.update(ctx, party);
    const top = await this.units.top(ctx);
    await this.inbox.open(ctx, {
      kind: partyWordings.verifyPayee,
      subject: { kind: 'party', id: partyId },
      to: { duty: 'maker', scope: { kind: 'unit', id: top.id } },
    });
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
