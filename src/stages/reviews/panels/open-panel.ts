import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import { Processes } from '../../../registers/processes';
import { Rounds, type Lot } from '../../rounds';
import { processOf } from './panel-book';
import { PanelEntity } from './panel.entity';
import { PanelRepository } from './panel.repository';
import { panelTransitions } from './panel.transitions';

/** Gives a lot a panel, and the panel its process; the caller has locked the lot. */
@Injectable()
export class OpenPanel {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: PanelRepository,
    private readonly processes: Processes,
  ) {}

  /** @param no 1, or the next after a re-review was ordered */
  async execute(ctx: Context, lot: Lot, no: number): Promise<PanelEntity> {
    const { revision } = await this.rounds.get(ctx, lot.roundId);
    const panel = Object.assign(new PanelEntity(), {
      id: newId(),
      lotId: lot.id,
      roundId: lot.roundId,
      unitPath: lot.unitPath,
      no,
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
      body: { lotId: lot.id, no },
      audience: { unitPaths: [lot.unitPath] },
      nudges: [processOf(panel), { kind: 'round', id: lot.roundId }],
    });
    return panel;
  }
}
