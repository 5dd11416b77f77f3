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

  /** The panel of a lot that came last; earlier ones are those of reviews before a re-review. */
  async newestOf(ctx: Context, lotId: string): Promise<PanelEntity | null> {
    return ctx.manager.findOne(PanelEntity, { where: { lotId }, order: { no: 'DESC' } });
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
