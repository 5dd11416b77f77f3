import { Injectable } from '@nestjs/common';
import { printInstant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import { panelOf } from '../../../rules';
import type { Round } from '../../rounds';
import { DrawPanels } from '../draw/draw-panels';
import { FreezePool } from '../draw/freeze-pool';
import { reviewPeriods } from '../review-periods';
import { reviewWordings } from '../reviews.wordings';
import { FillVacancies } from '../seats/fill-vacancies';
import { RecuseTied } from '../seats/recuse-tied';
import { SeatRepository } from '../seats/seat.repository';
import { OwedSheets } from '../sheets/owed-sheets';
import { PanelBook, processOf } from './panel-book';
import type { PanelEntity } from './panel.entity';
import { areSheetsOpen } from './panel.transitions';

/**
 * Brings a panel as far as it can come without the experts: pool, draw, invitations, and back when somebody leaves. Every
 * step of its process begins with it, so a member who leaves late is replaced whatever the process waits on.
 */
@Injectable()
export class ConvenePanel {
  constructor(
    private readonly freezePool: FreezePool,
    private readonly drawPanels: DrawPanels,
    private readonly fillVacancies: FillVacancies,
    private readonly recuseTied: RecuseTied,
    private readonly seats: SeatRepository,
    private readonly owed: OwedSheets,
    private readonly book: PanelBook,
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
  ) {}

  /** @param review the panel with the others of its review, which the caller has locked */
  async execute(
    ctx: Context,
    panel: PanelEntity,
    review: readonly PanelEntity[],
    round: Round,
  ): Promise<void> {
    if (areSheetsOpen(panel.state)) return;
    await this.recuseTied.execute(ctx, panel, round);
    if (panel.state === 'forming') {
      // What the earlier draws can still fill they fill: a new draw is held only for seats that have nobody left.
      await this.fillVacancies.execute(ctx, panel, review, round);
      // And no further: the seed is made in a later transaction, when the frozen pool is on the record.
      await this.freezePool.execute(ctx, panel, review, round);
      return;
    }
    if (panel.state === 'frozen') await this.drawPanels.execute(ctx, panel, review);
    if (panel.state === 'seated') await this.noteVacancy(ctx, panel, round);
    if (panel.state === 'drawn') await this.seat(ctx, panel, review, round);
  }

  private async noteVacancy(ctx: Context, panel: PanelEntity, { ruleSet }: Round): Promise<void> {
    const seated = await this.seats.seated(ctx, panel.id);
    const { size } = panelOf(ruleSet, panel.code);
    if (seated.length < size) await this.book.move(ctx, panel, 'vacate');
  }

  private async seat(
    ctx: Context,
    panel: PanelEntity,
    review: readonly PanelEntity[],
    round: Round,
  ): Promise<void> {
    if (!(await this.fillVacancies.execute(ctx, panel, review, round))) {
      await this.book.move(ctx, panel, 'exhaust');
      await this.freezePool.execute(ctx, panel, review, round);
      return;
    }
    const seated = await this.seats.seated(ctx, panel.id);
    if (seated.length < panelOf(round.ruleSet, panel.code).size) return;
    await this.book.move(ctx, panel, 'seat', {
      body: { seats: seated.map(({ id }) => id) },
      nudges: [{ kind: 'round', id: panel.roundId }],
    });
    await this.askForSheets(ctx, panel, round);
  }

  private async askForSheets(ctx: Context, panel: PanelEntity, round: Round): Promise<void> {
    const dueAt = await this.startSheetClocks(ctx, panel, round);
    const facts = { round: round.code, dueAt: printInstant(dueAt) };
    const kind = reviewWordings.score;
    const { owing } = await this.owed.of(ctx, panel);
    for (const { id, personId } of owing) {
      const subject = { kind: 'seat', id };
      await this.inbox.withdraw(ctx, kind, id);
      await this.inbox.open(ctx, { kind, subject, to: { personId }, dueAt, facts });
      await this.inbox.write(ctx, [personId], kind, subject, facts);
    }
  }

  /** The time for scoring runs from the day on which the panel is complete, anew when somebody had to be replaced. */
  private async startSheetClocks(ctx: Context, panel: PanelEntity, round: Round): Promise<Date> {
    const wanted = {
      subject: { kind: 'panel', id: panel.id },
      process: processOf(panel),
      from: await ctx.now(),
      calendar: round.ruleSet.calendar,
    };
    await this.clocks.cancel(ctx, 'panel.sheetsReminder', panel.id);
    await this.clocks.cancel(ctx, 'panel.sheets', panel.id);
    const { reminder, sheets } = reviewPeriods;
    await this.clocks.start(ctx, {
      ...wanted,
      rule: 'panel.sheetsReminder',
      article: reminder.article,
      count: { unit: 'workingDays', n: reminder.workingDays },
    });
    const { dueAt } = await this.clocks.start(ctx, {
      ...wanted,
      rule: 'panel.sheets',
      article: sheets.article,
      count: { unit: 'workingDays', n: sheets.workingDays },
    });
    return dueAt;
  }
}
