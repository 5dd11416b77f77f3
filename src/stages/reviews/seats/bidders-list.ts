import { Injectable } from '@nestjs/common';
import { digestOf } from '../../../platform/crypto/digest';
import type { Context } from '../../../platform/database/context';
import { Parties } from '../../../registers/parties';
import { PanelBids } from '../panels/panel-bids';
import type { PanelEntity } from '../panels/panel.entity';

/** A bidder, by the name under which experts know or do not know it. */
export interface Bidder {
  readonly partyId: string;
  readonly name: string;
}

/** The bidders whose bids a panel reviews, on which experts declare that they have no tie. */
export interface BiddersList {
  readonly bidders: readonly Bidder[];
  /** SHA-256 of the list as canonical JSON: a declaration names what it was made on. */
  readonly digest: string;
}

/** Draws up the list of a panel's bidders, by name. */
@Injectable()
export class BiddersLists {
  constructor(
    private readonly bids: PanelBids,
    private readonly parties: Parties,
  ) {}

  async of(ctx: Context, panel: PanelEntity): Promise<BiddersList> {
    const partyIds = await this.bids.bidders(ctx, panel);
    const parties = await this.parties.getMany(ctx, partyIds);
    const bidders = parties
      .map(({ id, name }) => ({ partyId: id, name }))
      .sort((a, b) => (a.partyId < b.partyId ? -1 : 1));
    return { bidders, digest: digestOf(bidders) };
  }
}
