import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import type { OpenedBid } from '../../bids';
import { PanelBids } from '../panels/panel-bids';
import type { PanelEntity } from '../panels/panel.entity';
import type { SeatEntity } from '../seats/seat.entity';
import { SeatRepository } from '../seats/seat.repository';
import type { SheetEntity } from './sheet.entity';
import { SheetRepository } from './sheet.repository';

/** How far a panel is with its scoring. */
export interface Scoring {
  readonly bids: readonly OpenedBid[];
  /** The sheets of those who sit on the panel now. */
  readonly sheets: readonly SheetEntity[];
  readonly seated: readonly SeatEntity[];
  /** Those of them who have not scored every bid. */
  readonly owing: readonly SeatEntity[];
}

/** Says which sheets of a panel are in, and who owes some. */
@Injectable()
export class OwedSheets {
  constructor(
    private readonly bids: PanelBids,
    private readonly seats: SeatRepository,
    private readonly sheets: SheetRepository,
  ) {}

  async of(ctx: Context, panel: PanelEntity): Promise<Scoring> {
    const bids = await this.bids.qualified(ctx, panel);
    const sheets = await this.sheets.counting(ctx, panel.id);
    const seated = await this.seats.seated(ctx, panel.id);
    const owing = seated.filter(
      ({ id }) => sheets.filter(({ seatId }) => seatId === id).length < bids.length,
    );
    return { bids, sheets, seated, owing };
  }
}
