import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { PanelBook, processOf } from '../panels/panel-book';
import type { PanelEntity } from '../panels/panel.entity';
import { PanelRepository } from '../panels/panel.repository';
import { drawOrders } from './draw';
import type { DrawEntity } from './draw.entity';
import type { FrozenDocument } from './frozen-pool';

const ENTROPY_BYTES = 32;

/** Draws from a pool that an earlier transaction froze; the database refuses it in the same one. */
@Injectable()
export class DrawPanels {
  constructor(
    private readonly repository: PanelRepository,
    private readonly book: PanelBook,
  ) {}

  /**
   * Makes one seed for the panel and all that were frozen with it.
   * @param review the panel, which is frozen, with the others of its review; the caller has locked them
   */
  async execute(ctx: Context, panel: PanelEntity, review: readonly PanelEntity[]): Promise<void> {
    const { poolDigest, frozen } = await this.newestDraw(ctx, panel);
    const entropy = randomBytes(ENTROPY_BYTES);
    const { seed, orders } = drawOrders(JSON.parse(frozen) as FrozenDocument, poolDigest, entropy);
    const drawn = {
      entropy,
      seed,
      orders: Object.fromEntries(Object.entries(orders).map(([code, order]) => [code, [...order]])),
      drawnAt: await ctx.now(),
    };
    for (const one of review.filter(({ state }) => state === 'frozen')) {
      const draw = await this.newestDraw(ctx, one);
      if (draw.poolDigest !== poolDigest) continue;
      await this.repository.saveDrawn(ctx, Object.assign(draw, drawn));
      await this.book.move(ctx, one, 'draw', {
        body: { draw: draw.no, poolDigest, seed },
        audience: { public: true },
        nudges: one === panel ? [] : [processOf(one)],
      });
    }
  }

  private async newestDraw(ctx: Context, { id }: PanelEntity): Promise<DrawEntity> {
    return (await this.repository.drawsOf(ctx, id)).at(-1)!;
  }
}
