import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Processes } from '../../../registers/processes';
import { Rounds, type Round } from '../../rounds';
import { PanelBook, processOf } from '../panels/panel-book';
import type { PanelEntity } from '../panels/panel.entity';
import { hasReported } from '../panels/panel.transitions';
import { SeatRepository } from '../seats/seat.repository';
import { RankLot } from './rank-lot';
import { ReportRepository } from './report.repository';

/** Ends a panel when every member stands under its report, and calls the round on; the last panel's report ranks the lot, unless persons still have to answer. */
@Injectable()
export class CloseReport {
  constructor(
    private readonly seats: SeatRepository,
    private readonly repository: ReportRepository,
    private readonly book: PanelBook,
    private readonly processes: Processes,
    private readonly rankLot: RankLot,
    private readonly rounds: Rounds,
  ) {}

  /**
   * Does nothing while a signature is missing.
   * @param review the panel with the others of its review, which the caller has locked
   */
  async execute(
    ctx: Context,
    panel: PanelEntity,
    review: readonly PanelEntity[],
    round: Round,
  ): Promise<void> {
    if (panel.state !== 'ranked') return;
    const seated = await this.seats.seated(ctx, panel.id);
    const signatures = await this.repository.signaturesOf(ctx, panel.id);
    if (signatures.length < seated.length) return;
    await this.book.move(ctx, panel, 'report', {
      body: { dissents: signatures.filter(({ agrees }) => !agrees).length },
      nudges: [{ kind: 'round', id: panel.roundId }],
    });
    await this.processes.end(ctx, processOf(panel));
    if (!hasReported(review)) return;
    const lot = await this.rounds.lot(ctx, panel.lotId);
    await this.rankLot.execute(ctx, round, lot, review);
  }
}
