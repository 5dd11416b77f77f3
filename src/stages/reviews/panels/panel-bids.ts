import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Bids, type OpenedBid } from '../../bids';

/** Of which lot and which categories bids are asked for. */
interface Reviewing {
  readonly lotId: string;
  /** Null for all. */
  readonly categories: readonly string[] | null;
}

/** The bids of one panel: those of its categories, or all of the lot. */
@Injectable()
export class PanelBids {
  constructor(private readonly bids: Bids) {}

  /** The bids that the panel scores. */
  async qualified(ctx: Context, { lotId, categories }: Reviewing): Promise<OpenedBid[]> {
    const qualified = await this.bids.qualified(ctx, lotId);
    return qualified.filter(
      ({ category }) => categories === null || (category !== null && categories.includes(category)),
    );
  }

  /**
   * Every party to whom a member must not be tied: each that has an opened bid in the panel's categories, also one whose bid
   * did not qualify, or could not be read and so may be of any category.
   */
  async bidders(ctx: Context, { lotId, categories }: Reviewing): Promise<string[]> {
    const opened = await this.bids.opened(ctx, lotId);
    const concerning = opened.filter(
      ({ category }) => categories === null || category === null || categories.includes(category),
    );
    return [...new Set(concerning.map(({ partyId }) => partyId))];
  }
}
