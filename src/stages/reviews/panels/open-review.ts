import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import { Processes } from '../../../registers/processes';
import { panelsOf, type PanelPlan } from '../../../rules';
import { Rounds, type Lot } from '../../rounds';
import { PanelBids } from './panel-bids';
import { processOf } from './panel-book';
import { PanelEntity } from './panel.entity';
import { PanelRepository } from './panel.repository';
import { panelTransitions } from './panel.transitions';

/** Gives a lot the panels of a review, and each its process; the caller has locked the lot. */
@Injectable()
export class OpenReview {
  constructor(
    private readonly rounds: Rounds,
    private readonly bids: PanelBids,
    private readonly repository: PanelRepository,
    private readonly processes: Processes,
  ) {}

  /**
   * Opens every panel that scores for the award and has something to review; where no bid of its categories qualified, there
   * is none.
   * @param no 1, or the next after a first selection, or after a re-review was ordered
   */
  async execute(ctx: Context, lot: Lot, no: number): Promise<PanelEntity[]> {
    const { ruleSet } = await this.rounds.get(ctx, lot.roundId);
    return this.openAll(ctx, lot, no, panelsOf(ruleSet));
  }

  /** Opens the panel that makes the first selection. */
  async forShortlist(ctx: Context, lot: Lot, plan: PanelPlan): Promise<PanelEntity[]> {
    return this.openAll(ctx, lot, 1, [plan]);
  }

  private async openAll(
    ctx: Context,
    lot: Lot,
    no: number,
    plans: readonly PanelPlan[],
  ): Promise<PanelEntity[]> {
    const { revision } = await this.rounds.get(ctx, lot.roundId);
    const opened: PanelEntity[] = [];
    for (const plan of plans) {
      const bids = await this.bids.qualified(ctx, { ...plan, lotId: lot.id });
      if (bids.length > 0) opened.push(await this.open(ctx, lot, no, revision, plan));
    }
    return opened;
  }

  private async open(
    ctx: Context,
    lot: Lot,
    no: number,
    revision: number,
    { code, categories }: PanelPlan,
  ): Promise<PanelEntity> {
    const panel = Object.assign(new PanelEntity(), {
      id: newId(),
      lotId: lot.id,
      roundId: lot.roundId,
      unitPath: lot.unitPath,
      no,
      code,
      categories: categories === null ? null : [...categories],
      state: panelTransitions.initial,
      revision,
      lacking: null,
      version: 1,
    });
    await this.repository.insert(ctx, panel);
    await this.processes.begin(ctx, processOf(panel));
    await ctx.record({
      name: 'reviews.panel-opened',
      aggregate: { kind: 'panel', id: panel.id, version: 1 },
      move: null,
      roundId: lot.roundId,
      body: { lotId: lot.id, no, code },
      audience: { unitPaths: [lot.unitPath] },
      nudges: [processOf(panel), { kind: 'round', id: lot.roundId }],
    });
    return panel;
  }
}
