import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { PanelBook } from '../panels/panel-book';
import type { PanelEntity } from '../panels/panel.entity';
import { PanelRepository } from '../panels/panel.repository';
import { drawOrders } from './draw';
import type { FrozenDocument } from './frozen-pool';

const ENTROPY_BYTES = 32;

/** Draws from a pool that an earlier transaction froze; the database refuses it in the same one. */
@Injectable()
export class DrawPanel {
  constructor(
    private readonly repository: PanelRepository,
    private readonly book: PanelBook,
  ) {}

  /** The caller has locked the panel, which is frozen. */
  async execute(ctx: Context, panel: PanelEntity): Promise<void> {
    const draw = (await this.repository.drawsOf(ctx, panel.id)).at(-1)!;
    const entropy = randomBytes(ENTROPY_BYTES);
    const document = JSON.parse(draw.frozen) as FrozenDocument;
    const { seed, orders } = drawOrders(document, draw.poolDigest, entropy);
    draw.entropy = entropy;
    draw.seed = seed;
    draw.orders = Object.fromEntries(
      Object.entries(orders).map(([code, leaves]) => [code, [...leaves]]),
    );
    draw.drawnAt = await ctx.now();
    await this.repository.saveDrawn(ctx, draw);
    await this.book.move(ctx, panel, 'draw', {
      body: { draw: draw.no, poolDigest: draw.poolDigest, seed },
      audience: { public: true },
    });
  }
}
