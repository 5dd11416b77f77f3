import { Injectable } from '@nestjs/common';
import {
  toCalendarLayer,
  type CalendarLayer,
  type WrittenLayer,
} from '../../kernel/calendar-layer';
import type { Instant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';

/** The notices as they were entered; the kernel makes a calendar of them. */
@Injectable()
export class CalendarRepository {
  /** What was read last. Notices never change and their ids are never given twice, so the same ids are the same notices. */
  private lastRead: { readonly ids: string; readonly layers: readonly CalendarLayer[] } | null =
    null;

  /** All notices, in the order in which they were entered, and legal time now. */
  async stand(ctx: Context): Promise<{ layers: readonly CalendarLayer[]; now: Instant }> {
    const [stand]: { ids: string; now: Date }[] = await ctx.manager.query(
      `SELECT app_now() AS now,
         coalesce((SELECT string_agg(id::text, ',' ORDER BY id) FROM calendar_notices), '') AS ids`,
    );
    const { ids, now } = stand!;
    if (this.lastRead?.ids !== ids) this.lastRead = { ids, layers: await this.layers(ctx) };
    return { layers: this.lastRead.layers, now };
  }

  /** All notices, in the order in which they were entered. */
  async layers(ctx: Context): Promise<CalendarLayer[]> {
    const rows: WrittenLayer[] = await ctx.manager.query(
      `SELECT notice, title, published_on::text AS "publishedOn", assumed, year,
         off::text[] AS off, worked::text[] AS worked
       FROM calendar_notices ORDER BY id`,
    );
    return rows.map(toCalendarLayer);
  }

  /** @returns false when the same notice is there already */
  async insert(ctx: Context, layer: CalendarLayer): Promise<boolean> {
    const { notice, title, publishedOn, assumed, year, off, worked } = layer;
    const rows: unknown[] = await ctx.manager.query(
      `INSERT INTO calendar_notices (notice, title, published_on, assumed, year, off, worked)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
      [notice, title, publishedOn, assumed, year, off, worked],
    );
    return rows.length === 1;
  }
}
