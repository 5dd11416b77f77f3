import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { KnownObstacles } from '../draw/known-obstacles';
import type { PanelEntity } from '../panels/panel.entity';
import { SeatBook } from './seat-book';
import { SeatRepository } from './seat.repository';

/** Takes members off a panel whose tie to a bidder was registered after they had taken their seat. */
@Injectable()
export class RecuseTied {
  constructor(
    private readonly seats: SeatRepository,
    private readonly book: SeatBook,
    private readonly obstacles: KnownObstacles,
  ) {}

  /**
   * The caller has locked the panel, on which sheets may still be handed in.
   * @source 政府采购法实施条例 art. 9
   */
  async execute(ctx: Context, panel: PanelEntity): Promise<void> {
    const seated = await this.seats.seated(ctx, panel.id);
    const expertIds = seated.map(({ expertId }) => expertId);
    const bidders = await this.obstacles.biddersOf(ctx, panel.lotId);
    const ties = await this.obstacles.ties(ctx, expertIds, bidders);
    for (const { id, expertId } of seated) {
      const tie = ties.find((one) => one.expertId === expertId);
      const seat = tie && (await this.seats.lock(ctx, id));
      if (tie && seat?.state === 'accepted') {
        await this.book.leave(ctx, seat, 'recuse', { cause: 'tie', tiePartyId: tie.partyId });
      }
    }
  }
}
