import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Rounds } from '../../rounds';
import { CloseReport } from '../report/close-report';
import { MakeReport } from '../report/make-report';
import { CloseScoring } from '../sheets/close-scoring';
import { ConvenePanel } from './convene-panel';
import { PanelRepository } from './panel.repository';
import { isAtOrPast, type PanelState } from './panel.transitions';

/**
 * What the system itself does on a panel at each look of its process. The panels of one review take turns: they are drawn
 * together, nobody is called to two of them, and the last report makes the ranking of the lot.
 */
@Injectable()
export class WorkPanel {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: PanelRepository,
    private readonly convene: ConvenePanel,
    private readonly closeScoring: CloseScoring,
    private readonly makeReport: MakeReport,
    private readonly closeReport: CloseReport,
  ) {}

  /**
   * Brings a panel towards a state, never past it: each step of the process is one transaction.
   * @returns whether the panel is at or past the state
   */
  async until(ctx: Context, panelId: string, wanted: PanelState): Promise<boolean> {
    const review = await this.repository.lockReview(ctx, panelId);
    const panel = review.find(({ id }) => id === panelId);
    if (panel === undefined) return false;
    if (isAtOrPast(panel.state, wanted)) return true;
    const round = await this.rounds.get(ctx, panel.roundId);
    await this.convene.execute(ctx, panel, review, round);
    if (isAtOrPast(wanted, 'scored')) await this.closeScoring.execute(ctx, panel, round);
    if (isAtOrPast(wanted, 'ranked')) await this.makeReport.execute(ctx, panel, round);
    if (isAtOrPast(wanted, 'reported')) await this.closeReport.execute(ctx, panel, review, round);
    return isAtOrPast(panel.state, wanted);
  }
}
