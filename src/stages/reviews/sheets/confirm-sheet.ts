import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import { PanelRepository } from '../panels/panel.repository';
import { areSheetsOpen } from '../panels/panel.transitions';
import { refuseReviews } from '../reviews.refusals';
import { reviewWordings } from '../reviews.wordings';
import type { SheetEntity } from './sheet.entity';
import { SheetRepository } from './sheet.repository';
import { sheetTransitions } from './sheet.transitions';
import { StrayingSheets } from './straying-sheets';

/** An expert stands by a sheet that strays from the others, with the reason. */
@Injectable()
export class ConfirmSheet {
  constructor(
    private readonly repository: SheetRepository,
    private readonly panels: PanelRepository,
    private readonly straying: StrayingSheets,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, REVIEWS.SHEETS_STILL_OUT, REVIEWS.DOES_NOT_STRAY */
  async execute(ctx: Context, sheetId: string, reason: string): Promise<SheetEntity> {
    const found = await this.repository.find(ctx, sheetId);
    if (found === null) throw refuseAccess('ACCESS.NOT_FOUND');
    ctx.require('sheet.confirm', { assignedIds: [found.personId] });
    const panel = (await this.panels.lock(ctx, found.panelId))!;
    const sheet = (await this.repository.lock(ctx, sheetId))!;
    ctx.matches(sheet.version);
    if (!areSheetsOpen(panel.state)) throw refuseReviews('REVIEWS.SHEETS_STILL_OUT');
    sheet.state = sheetTransitions.next(sheet.state, 'confirm');
    const straying = await this.straying.of(ctx, panel);
    if (!straying.some(({ sheet: { id } }) => id === sheet.id)) {
      throw refuseReviews('REVIEWS.DOES_NOT_STRAY');
    }
    sheet.reason = reason;
    sheet.confirmedAt = await ctx.now();
    sheet.version += 1;
    await this.repository.saveConfirmation(ctx, sheet);
    await this.inbox.done(ctx, reviewWordings.confirm, sheet.id);
    await ctx.record({
      name: 'reviews.sheet-confirmed',
      aggregate: { kind: 'sheet', id: sheet.id, version: sheet.version },
      move: 'confirm',
      roundId: panel.roundId,
      body: { panelId: panel.id, bidId: sheet.bidId },
      audience: { unitPaths: [panel.unitPath], personIds: [sheet.personId] },
      nudges: [{ kind: 'panelReview', id: panel.id }],
    });
    return sheet;
  }
}
