import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Inbox } from '../inbox';
import { Units } from '../units';
import { PartyRepository } from './party.repository';
import { partyWordings } from './party.wordings';

/** A bank sent money back: the party's account counts as verified no longer, until somebody finds it, or another one, right anew. */
@Injectable()
export class DoubtPayee {
  constructor(
    private readonly repository: PartyRepository,
    private readonly inbox: Inbox,
    private readonly units: Units,
  ) {}

  /** Does nothing while the account waits for its verification anyway. */
  async execute(ctx: Context, partyId: string): Promise<void> {
    const party = await this.repository.lock(ctx, partyId);
    if (party?.payeeVerifiedAt == null) return;
    party.payeeVerifiedAt = null;
    party.payeeVerifiedBy = null;
    party.version += 1;
    await this.repository.update(ctx, party);
    const { id, path } = await this.units.top(ctx);
    await this.inbox.open(ctx, {
      kind: partyWordings.verifyPayee,
      subject: { kind: 'party', id: partyId },
      to: { duty: 'maker', scope: { kind: 'unit', id } },
    });
    await ctx.record({
      name: 'parties.payee-doubted',
      aggregate: { kind: 'party', id: partyId, version: party.version },
      move: null,
      body: {},
      audience: { partyIds: [partyId], unitPaths: [path] },
    });
  }
}
