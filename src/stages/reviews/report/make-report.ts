import { Injectable } from '@nestjs/common';
import { printInstant } from '../../../kernel/instant';
import { sha256Hex } from '../../../platform/crypto/digest';
import type { Context } from '../../../platform/database/context';
import { canonicalJson } from '../../../platform/record/canonical-json';
import { Clocks } from '../../../registers/clocks';
import { Inbox } from '../../../registers/inbox';
import { scoringOf } from '../../../rules';
import type { Round } from '../../rounds';
import { PanelBook, processOf } from '../panels/panel-book';
import type { PanelEntity } from '../panels/panel.entity';
import { reviewPeriods } from '../review-periods';
import { reviewWordings } from '../reviews.wordings';
import { OwedSheets } from '../sheets/owed-sheets';
import { StrayingSheets } from '../sheets/straying-sheets';
import { assembleRanking } from './assemble-ranking';
import { ReportRepository } from './report.repository';

/** Makes the report of a panel, the ranking, and asks its members to sign it. */
@Injectable()
export class MakeReport {
  constructor(
    private readonly owed: OwedSheets,
    private readonly straying: StrayingSheets,
    private readonly repository: ReportRepository,
    private readonly book: PanelBook,
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
  ) {}

  /** The caller has locked the panel. Does nothing while a sheet that strays is not confirmed. */
  async execute(ctx: Context, panel: PanelEntity, round: Round): Promise<void> {
    if (panel.state !== 'scored') return;
    const straying = await this.straying.of(ctx, panel);
    if (straying.some(({ sheet }) => sheet.state === 'locked')) return;
    await this.clocks.meet(ctx, 'panel.deviations', panel.id);
    await this.inbox.done(ctx, reviewWordings.confirmOverdue, panel.id);
    const digest = await this.rank(ctx, panel, round);
    await this.book.move(ctx, panel, 'rank', { body: { digest } });
    await this.askForSignatures(ctx, panel, round);
  }

  private async rank(ctx: Context, panel: PanelEntity, { ruleSet }: Round): Promise<string> {
    const { bids, sheets, seated } = await this.owed.of(ctx, panel);
    const seats = new Map(seated.map(({ id, seatCode }) => [id, seatCode]));
    const locked = sheets.map(({ id, bidId, seatId, scores }) => ({
      ...{ sheetId: id, bidId, scores, seat: seats.get(seatId) },
    }));
    const of = { lotId: panel.lotId, panelId: panel.id, revision: panel.revision };
    const document = canonicalJson(
      assembleRanking(scoringOf(ruleSet, panel.code), of, bids, locked),
    );
    const digest = sha256Hex(document);
    const madeAt = await ctx.now();
    const { id: panelId, lotId } = panel;
    await this.repository.insertRanking(ctx, { panelId, lotId, document, digest, madeAt });
    return digest;
  }

  private async askForSignatures(ctx: Context, panel: PanelEntity, round: Round): Promise<void> {
    const { workingDays, article } = reviewPeriods.signature;
    const subject = { kind: 'panel', id: panel.id };
    const { dueAt } = await this.clocks.start(ctx, {
      rule: 'panel.signature',
      article,
      subject,
      process: processOf(panel),
      from: await ctx.now(),
      count: { unit: 'workingDays', n: workingDays },
      calendar: round.ruleSet.calendar,
    });
    const facts = { round: round.code, dueAt: printInstant(dueAt) };
    const kind = reviewWordings.sign;
    const { seated } = await this.owed.of(ctx, panel);
    for (const { personId } of seated) {
      await this.inbox.open(ctx, { kind, subject, to: { personId }, dueAt, facts });
      await this.inbox.write(ctx, [personId], kind, subject, facts);
    }
  }
}
