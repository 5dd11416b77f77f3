import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { DrawEntity } from '../draw/draw.entity';
import { PanelEntity } from './panel.entity';

/** The rows of panels and their draws. */
@Injectable()
export class PanelRepository {
  async insert(ctx: Context, panel: PanelEntity): Promise<void> {
    await ctx.manager.insert(PanelEntity, panel);
  }

  async update(ctx: Context, { id, ...values }: PanelEntity): Promise<void> {
    await ctx.manager.update(PanelEntity, { id }, values);
  }

  async lock(ctx: Context, id: string): Promise<PanelEntity | null> {
    return ctx.manager.findOne(PanelEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async find(ctx: Context, id: string): Promise<PanelEntity | null> {
    return ctx.manager.findOneBy(PanelEntity, { id });
  }

  /** A panel with the others of its review, all locked; in one order, so that no two steps wait for each other. */
  async lockReview(ctx: Context, id: string): Promise<PanelEntity[]> {
    const panel = await this.find(ctx, id);
    if (panel === null) return [];
    const { lotId, no } = panel;
    return ctx.manager.find(PanelEntity, {
      where: { lotId, no },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** A panel with the others of its review, in the order in which they were opened. */
  async ofReview(ctx: Context, { lotId, no }: PanelEntity): Promise<PanelEntity[]> {
    return ctx.manager.find(PanelEntity, { where: { lotId, no }, order: { id: 'ASC' } });
  }

  /** The panels of a lot's last review; those of earlier ones were at work before a re-review. */
  async newestOf(ctx: Context, lotId: string): Promise<PanelEntity[]> {
    const [newest] = await ctx.manager.find(PanelEntity, {
      where: { lotId },
      order: { no: 'DESC' },
      take: 1,
    });
    return newest === undefined ? [] : this.ofReview(ctx, newest);
  }

  async insertDraw(ctx: Context, draw: DrawEntity): Promise<void> {
    await ctx.manager.insert(DrawEntity, draw);
  }

  /** Saves what came of a draw; what was frozen stays as it is. */
  async saveDrawn(ctx: Context, draw: DrawEntity): Promise<void> {
    const { panelId, no, entropy, seed, orders, drawnAt } = draw;
    await ctx.manager.update(DrawEntity, { panelId, no }, { entropy, seed, orders, drawnAt });
  }

  /** The draws of a panel in their order. */
  async drawsOf(ctx: Context, panelId: string): Promise<DrawEntity[]> {
    return ctx.manager.find(DrawEntity, { where: { panelId }, order: { no: 'ASC' } });
  }
}
