import { Injectable, type OnModuleInit } from '@nestjs/common';
import { printInstant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { Inbox } from '../../registers/inbox';
import { People } from '../../registers/people';
import { Rounds } from '../rounds';
import type { PanelEntity } from './panels/panel.entity';
import { PanelRepository } from './panels/panel.repository';
import { SignReport } from './report/sign-report';
import { reviewWordings } from './reviews.wordings';
import { ReplaceExpert } from './seats/replace-expert';
import { SeatRepository } from './seats/seat.repository';
import { OwedSheets } from './sheets/owed-sheets';
import { StrayingSheets } from './sheets/straying-sheets';

/** What happens when experts let their time go by: the next is called, they are reminded, the organizer is told. */
@Injectable()
export class ReviewClocks implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
    private readonly people: People,
    private readonly rounds: Rounds,
    private readonly panels: PanelRepository,
    private readonly seats: SeatRepository,
    private readonly replaceExpert: ReplaceExpert,
    private readonly owed: OwedSheets,
    private readonly straying: StrayingSheets,
    private readonly signReport: SignReport,
  ) {}

  onModuleInit(): void {
    this.clocks.whenPassed('seat.answer', (ctx, { subjectId }) => this.giveSeatOn(ctx, subjectId));
    this.clocks.whenPassed('panel.sheetsReminder', (ctx, { subjectId }) =>
      this.remind(ctx, subjectId),
    );
    this.clocks.whenPassed('panel.sheets', (ctx, { subjectId }) =>
      this.escalateSheets(ctx, subjectId),
    );
    this.clocks.whenPassed('panel.deviations', (ctx, { subjectId }) =>
      this.escalateDeviations(ctx, subjectId),
    );
    this.clocks.whenPassed('panel.signature', (ctx, { subjectId }) =>
      this.takeSilenceAsConsent(ctx, subjectId),
    );
  }

  private async giveSeatOn(ctx: Context, seatId: string): Promise<void> {
    const seat = await this.seats.lock(ctx, seatId);
    if (seat !== null) await this.replaceExpert.forSilence(ctx, seat);
  }

  private async remind(ctx: Context, panelId: string): Promise<void> {
    const panel = await this.lock(ctx, panelId);
    const due = await this.clocks.find(ctx, 'panel.sheets', panelId);
    if (panel?.state !== 'seated' || due === null) return;
    const { owing } = await this.owed.of(ctx, panel);
    const { code: round } = await this.rounds.get(ctx, panel.roundId);
    await this.inbox.write(
      ctx,
      owing.map(({ personId }) => personId),
      reviewWordings.scoreReminder,
      { kind: 'panel', id: panelId },
      { round, dueAt: printInstant(due.dueAt) },
    );
  }

  private async escalateSheets(ctx: Context, panelId: string): Promise<void> {
    const panel = await this.lock(ctx, panelId);
    if (panel?.state !== 'seated') return;
    const { owing } = await this.owed.of(ctx, panel);
    await this.tellOrganizers(ctx, panel, reviewWordings.scoreOverdue, owing.length);
  }

  private async escalateDeviations(ctx: Context, panelId: string): Promise<void> {
    const panel = await this.lock(ctx, panelId);
    if (panel?.state !== 'scored') return;
    const open = (await this.straying.of(ctx, panel)).filter(
      ({ sheet }) => sheet.state === 'locked',
    );
    await this.tellOrganizers(ctx, panel, reviewWordings.confirmOverdue, open.length);
  }

  private async takeSilenceAsConsent(ctx: Context, panelId: string): Promise<void> {
    const panel = await this.lock(ctx, panelId);
    if (panel !== undefined) await this.signReport.forSilent(ctx, panel);
  }

  /** With the others of its review, as the step does that follows: two panels whose clocks pass at once wait in one order. */
  private async lock(ctx: Context, panelId: string): Promise<PanelEntity | undefined> {
    return (await this.panels.lockReview(ctx, panelId)).find(({ id }) => id === panelId);
  }

  private async tellOrganizers(
    ctx: Context,
    panel: PanelEntity,
    kind: string,
    count: number,
  ): Promise<void> {
    if (count === 0) return;
    const round = await this.rounds.get(ctx, panel.roundId);
    const subject = { kind: 'panel', id: panel.id };
    const facts = { round: round.code, count };
    const scope = { kind: 'unit', id: round.unitId } as const;
    await this.inbox.open(ctx, { kind, subject, to: { duty: 'organizer', scope }, facts });
    const organizers = await this.people.holdersAtUnit(ctx, 'organizer', round.unitPath);
    await this.inbox.write(ctx, organizers, kind, subject, facts);
  }
}
