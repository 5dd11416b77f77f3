import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { scoringOf } from '../../../rules';
import { Rounds } from '../../rounds';
import type { PanelEntity } from '../panels/panel.entity';
import { strayingSheets } from '../report/assemble-ranking';
import type { SheetEntity } from './sheet.entity';
import { SheetRepository } from './sheet.repository';

/** A sheet that lies further from its bid's median than the rules let pass. */
export interface StrayingSheet {
  readonly sheet: SheetEntity;
  /** In points, as exact text. */
  readonly deviation: string;
}

/** Finds the sheets of a panel that stray; all of them have to be in. */
@Injectable()
export class StrayingSheets {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: SheetRepository,
  ) {}

  async of(ctx: Context, panel: PanelEntity): Promise<StrayingSheet[]> {
    const { ruleSet } = await this.rounds.get(ctx, panel.roundId);
    const sheets = await this.repository.counting(ctx, panel.id);
    const locked = sheets.map(({ id, bidId, scores }) => ({ sheetId: id, bidId, scores }));
    return strayingSheets(scoringOf(ruleSet, panel.code), locked).map(({ sheetId, deviation }) => ({
      sheet: sheets.find(({ id }) => id === sheetId)!,
      deviation,
    }));
  }
}
