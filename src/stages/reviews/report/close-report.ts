import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Processes } from '../../../registers/processes';
import { PanelBook, processOf } from '../panels/panel-book';
import type { PanelEntity } from '../panels/panel.entity';
import { SeatRepository } from '../seats/seat.repository';
import { ReportRepository } from './report.repository';

/** Ends a panel when every member stands under its report, and calls the round on. */
@Injectable()
export class CloseReport {
  constructor(
    private readonly seats: SeatRepository,
    private readonly repository: ReportRepository,
    private readonly book: PanelBook,
    private readonly processes: Processes,
  ) {}

  /** The caller has locked the panel. Does nothing while a signature is missing. */
  async execute(ctx: Context, panel: PanelEntity): Promise<void> {
    if (panel.state !== 'ranked') return;
    const seated = await this.seats.seated(ctx, panel.id);
    const signatures = await this.repository.signaturesOf(ctx, panel.id);
    if (signatures.length < seated.length) return;
    await this.book.move(ctx, panel, 'report', {
      body: { dissents: signatures.filter(({ agrees }) => !agrees).length },
      nudges: [{ kind: 'round', id: panel.roundId }],
    });
    await this.processes.end(ctx, processOf(panel));
  }
}
