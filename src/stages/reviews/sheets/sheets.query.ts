import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { PanelEntity } from '../panels/panel.entity';
import { areSheetsOpen } from '../panels/panel.transitions';
import { SeatEntity } from '../seats/seat.entity';
import { SheetEntity } from './sheet.entity';

/** Sheets as far as the caller may see them. */
export interface VisibleSheets {
  readonly sheets: readonly SheetEntity[];
  /** Whether every member's sheets are in, and so may be seen by the others. */
  readonly areAllIn: boolean;
}

/** Reads of sheets. */
@Injectable()
export class SheetsQuery {
  /**
   * The sheets of a panel. Before all are in everybody sees their own alone, and those who run and watch the round see none.
   * @throws ACCESS.NOT_FOUND
   */
  async ofPanel(
    ctx: Context,
    panelId: string,
    limit: number,
    after?: string,
  ): Promise<VisibleSheets> {
    const panel = await ctx.manager.findOneBy(PanelEntity, { id: panelId });
    if (panel === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const seated = await ctx.manager.findBy(SeatEntity, { panelId, state: 'accepted' });
    const { unitPath, roundId } = panel;
    const assignedIds = seated.map(({ personId }) => personId);
    ctx.require('sheet.list', { unitPath, roundId, assignedIds });
    const areAllIn = areSheetsOpen(panel.state);
    const query = ctx.manager
      .createQueryBuilder(SheetEntity, 'sheet')
      .where('sheet.panelId = :panelId', { panelId })
      .orderBy('sheet.id')
      .limit(limit);
    if (!areAllIn) query.andWhere('sheet.personId = :self', { self: ctx.personId });
    if (after !== undefined) query.andWhere('sheet.id > :after', { after });
    return { sheets: await query.getMany(), areAllIn };
  }
}
