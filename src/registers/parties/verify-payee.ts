import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Inbox } from '../inbox';
import { People } from '../people';
import { Units } from '../units';
import type { PartyEntity } from './party.entity';
import { refuseParties } from './party.refusals';
import { PartyRepository } from './party.repository';
import { partyWordings } from './party.wordings';

/**
 * Another person finds a party's account right. They type it from the bank's letter and never see what the party entered, so
 * that nobody finds right what they only glanced at.
 */
@Injectable()
export class VerifyPayee {
  constructor(
    private readonly repository: PartyRepository,
    private readonly inbox: Inbox,
    private readonly people: People,
    private readonly units: Units,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, PARTIES.PAYEE_MISSING, PARTIES.PAYEE_VERIFIED_ALREADY, PARTIES.VERIFIER_NOT_INDEPENDENT,
   * PARTIES.PAYEE_DIFFERS
   */
  async execute(ctx: Context, partyId: string, account: string): Promise<PartyEntity> {
    const party = await this.repository.lock(ctx, partyId);
    if (party === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { path } = await this.units.top(ctx);
    ctx.require('party.verifyPayee', { unitPath: path });
    ctx.matches(party.version);
    if (party.payeeAccount === null) throw refuseParties('PARTIES.PAYEE_MISSING');
    if (party.payeeVerifiedAt !== null) throw refuseParties('PARTIES.PAYEE_VERIFIED_ALREADY');
    await this.requireIndependent(ctx, party);
    if (account !== party.payeeAccount) {
      throw refuseParties('PARTIES.PAYEE_DIFFERS', {}, '/account');
    }
    party.payeeVerifiedAt = await ctx.now();
    party.payeeVerifiedBy = ctx.personId;
    party.version += 1;
    await this.repository.update(ctx, party);
    await this.inbox.done(ctx, partyWordings.verifyPayee, partyId);
    await ctx.record({
      name: 'parties.payee-verified',
      aggregate: { kind: 'party', id: partyId, version: party.version },
      move: null,
      body: {},
      audience: { partyIds: [partyId], unitPaths: [path] },
    });
    return party;
  }

  private async requireIndependent(ctx: Context, party: PartyEntity): Promise<void> {
    const own = await this.people.holdersOf(ctx, 'applicant', party.id);
    const enteredBy = party.payeeEnteredBy;
    const entry = { kind: 'party', id: party.id, version: party.payeeEnteredVersion! };
    const isOwn = ctx.hands.some((person) => own.includes(person));
    if (isOwn || (await this.people.isSameHand(ctx, enteredBy, entry))) {
      throw refuseParties('PARTIES.VERIFIER_NOT_INDEPENDENT');
    }
  }
}
