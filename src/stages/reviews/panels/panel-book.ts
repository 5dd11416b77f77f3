import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import type { Audience, Json, ProcessRef } from '../../../platform/record/domain-event';
import type { PanelEntity } from './panel.entity';
import { PanelRepository } from './panel.repository';
import { panelTransitions, type PanelMove } from './panel.transitions';

const panelEvents: Readonly<Record<PanelMove, string>> = {
  freeze: 'reviews.pool-frozen',
  draw: 'reviews.panel-drawn',
  exhaust: 'reviews.draw-exhausted',
  seat: 'reviews.panel-seated',
  vacate: 'reviews.seat-vacated',
  score: 'reviews.sheets-all-in',
  rank: 'reviews.bids-ranked',
  report: 'reviews.report-signed',
};

/** What goes with a move of a panel. */
export interface PanelMoved {
  /** Ids, digests, codes. */
  readonly body?: Readonly<Record<string, Json>>;
  readonly nudges?: readonly ProcessRef[];
  readonly audience?: Audience;
}

/** The process of a panel. */
export function processOf({ id }: { readonly id: string }): ProcessRef {
  return { kind: 'panelReview', id };
}

/** Moves panels, each move with its event. */
@Injectable()
export class PanelBook {
  constructor(private readonly repository: PanelRepository) {}

  /**
   * Moves a panel that the caller has locked.
   * @throws STATE.OUT_OF_ORDER
   */
  async move(
    ctx: Context,
    panel: PanelEntity,
    move: PanelMove,
    moved: PanelMoved = {},
  ): Promise<void> {
    panel.state = panelTransitions.next(panel.state, move);
    await this.note(ctx, panel, panelEvents[move], move, moved);
  }

  /** Records something that happened to a panel and left its state as it was. */
  async note(
    ctx: Context,
    panel: PanelEntity,
    name: string,
    move: PanelMove | null,
    { body = {}, nudges = [], audience }: PanelMoved,
  ): Promise<void> {
    panel.version += 1;
    await this.repository.update(ctx, panel);
    await ctx.record({
      name,
      aggregate: { kind: 'panel', id: panel.id, version: panel.version },
      move,
      roundId: panel.roundId,
      body: { lotId: panel.lotId, ...body },
      audience: audience ?? { unitPaths: [panel.unitPath] },
      nudges,
    });
  }
}
