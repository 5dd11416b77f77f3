import { Injectable } from '@nestjs/common';
import type { Act } from '../../../access/access-table';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import type { PanelEntity } from '../panels/panel.entity';
import { PanelRepository } from '../panels/panel.repository';
import { areSheetsOpen } from '../panels/panel.transitions';
import { refuseReviews } from '../reviews.refusals';
import type { SeatEntity } from './seat.entity';
import { SeatRepository } from './seat.repository';

/** A seat with its panel, both locked. */
export interface LockedSeat {
  readonly seat: SeatEntity;
  readonly panel: PanelEntity;
}

/** Finds the seat that somebody acts on. */
@Injectable()
export class FindSeat {
  constructor(
    private readonly seats: SeatRepository,
    private readonly panels: PanelRepository,
  ) {}

  /**
   * The seat for a change of who sits on the panel, first the panel locked and then the seat.
   * @throws ACCESS.NOT_FOUND, HTTP.STALE, REVIEWS.SHEETS_ALL_IN
   */
  async forChange(ctx: Context, act: Act, seatId: string): Promise<LockedSeat> {
    const found = await this.seats.find(ctx, seatId);
    if (found === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require(act, subjectOf(found));
    const panel = await this.panels.lock(ctx, found.panelId);
    const seat = await this.seats.lock(ctx, seatId);
    ctx.matches(seat!.version);
    if (areSheetsOpen(panel!.state)) throw refuseReviews('REVIEWS.SHEETS_ALL_IN');
    return { seat: seat!, panel: panel! };
  }

  /**
   * The caller's own seat for scoring, locked.
   * @throws ACCESS.NOT_FOUND, REVIEWS.NOT_SEATED
   */
  async forScoring(ctx: Context, act: Act, seatId: string): Promise<SeatEntity> {
    const seat = await this.seats.lock(ctx, seatId);
    if (seat === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require(act, subjectOf(seat));
    if (seat.state !== 'accepted') {
      throw refuseReviews('REVIEWS.NOT_SEATED', { state: seat.state });
    }
    return seat;
  }
}

function subjectOf({ unitPath, roundId, personId }: SeatEntity) {
  return { unitPath, roundId, assignedIds: [personId] };
}
