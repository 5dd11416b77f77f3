import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import type { Round } from '../../rounds';
import { PanelBook, processOf } from '../panels/panel-book';
import type { PanelEntity } from '../panels/panel.entity';
import { reviewPeriods } from '../review-periods';
import { reviewWordings } from '../reviews.wordings';
import { OwedSheets } from './owed-sheets';
import { StrayingSheets } from './straying-sheets';

/** Ends the scoring when every member has scored every bid, and asks for the confirmation of sheets that stray. */
@Injectable()
export class CloseScoring {
  constructor(
    private readonly owed: OwedSheets,
    private readonly straying: StrayingSheets,
    private readonly book: PanelBook,
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
  ) {}

  /** The caller has locked the panel. Does nothing while it is not complete or somebody owes a sheet. */
  async execute(ctx: Context, panel: PanelEntity, round: Round): Promise<void> {
    if (panel.state !== 'seated') return;
    const { owing, sheets } = await this.owed.of(ctx, panel);
    if (owing.length > 0) return;
    await this.clocks.meet(ctx, 'panel.sheets', panel.id);
    await this.clocks.cancel(ctx, 'panel.sheetsReminder', panel.id);
    await this.inbox.done(ctx, reviewWordings.scoreOverdue, panel.id);
    await this.book.move(ctx, panel, 'score', {
      body: { sheets: sheets.map(({ digest }) => digest).sort() },
    });
    await this.askForConfirmations(ctx, panel, round);
  }

  private async askForConfirmations(ctx: Context, panel: PanelEntity, round: Round): Promise<void> {
    const straying = await this.straying.of(ctx, panel);
    if (straying.length === 0) return;
    const { workingDays, article } = reviewPeriods.deviations;
    const { dueAt } = await this.clocks.start(ctx, {
      rule: 'panel.deviations',
      article,
      subject: { kind: 'panel', id: panel.id },
      process: processOf(panel),
      from: await ctx.now(),
      count: { unit: 'workingDays', n: workingDays },
      calendar: round.ruleSet.calendar,
    });
    for (const { sheet, deviation } of straying) {
      const kind = reviewWordings.confirm;
      const subject = { kind: 'sheet', id: sheet.id };
      const facts = { round: round.code, deviation };
      const { personId } = sheet;
      await this.inbox.open(ctx, { kind, subject, to: { personId }, dueAt, facts });
      await this.inbox.write(ctx, [personId], kind, subject, facts);
    }
  }
}
