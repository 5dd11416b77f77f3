import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Experts } from '../../../registers/experts';
import type { Round } from '../../rounds';
import { KnownObstacles } from '../draw/known-obstacles';
import { PanelBids } from '../panels/panel-bids';
import { processOf } from '../panels/panel-book';
import type { PanelEntity } from '../panels/panel.entity';
import { SeatBook } from './seat-book';
import { SeatRepository } from './seat.repository';

/** Takes members off a panel whose tie to one of its bidders was registered, by whomever, after they had taken their seat. */
@Injectable()
export class RecuseTied implements OnModuleInit {
  constructor(
    private readonly seats: SeatRepository,
    private readonly book: SeatBook,
    private readonly bids: PanelBids,
    private readonly obstacles: KnownObstacles,
    private readonly experts: Experts,
  ) {}

  onModuleInit(): void {
    this.experts.whenTied(async (ctx, expertId) =>
      (await this.seats.heldBy(ctx, expertId)).map(({ panelId }) => processOf({ id: panelId })),
    );
  }

  /**
   * The caller has locked the panel, on which sheets may still be handed in.
   * @source 政府采购法实施条例 art. 9
   */
  async execute(ctx: Context, panel: PanelEntity, { code }: Round): Promise<void> {
    const seated = await this.seats.seated(ctx, panel.id);
    const expertIds = seated.map(({ expertId }) => expertId);
    const bidders = await this.bids.bidders(ctx, panel);
    const ties = await this.obstacles.ties(ctx, expertIds, bidders);
    for (const { id, expertId } of seated) {
      const tie = ties.find((one) => one.expertId === expertId);
      const seat = tie && (await this.seats.lock(ctx, id));
      if (tie && seat?.state === 'accepted') {
        await this.book.leave(ctx, seat, 'recuse', { cause: 'tie', tiePartyId: tie.partyId });
        await this.book.tellLost(ctx, seat, code);
      }
    }
  }
}
