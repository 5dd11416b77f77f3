import { Injectable } from '@nestjs/common';
import {
  toCalendarLayer,
  type CalendarCode,
  type CalendarLayer,
  type WrittenLayer,
} from '../../kernel/calendar-layer';
import type { Instant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';

/** The notices as they were entered; the kernel makes a calendar of them. */
@Injectable()
export class CalendarRepository {
  /** What was read last. Notices never change and their ids are never given twice, so the same ids are the same notices. */
  private readonly lastRead = new Map<CalendarCode, ReadLayers>();

  /** The notices of a calendar, in the order in which they were entered, and legal time now. */
  async stand(
    ctx: Context,
    calendar: CalendarCode,
  ): Promise<{ layers: readonly CalendarLayer[]; now: Instant }> {
    const [stand]: { ids: string; now: Date }[] = await ctx.manager.query(
      `SELECT app_now() AS now, coalesce((SELECT string_agg(id::text, ',' ORDER BY id)
         FROM calendar_notices WHERE calendar = $1), '') AS ids`,
      [calendar],
    );
    const { ids, now } = stand!;
    const read = this.lastRead.get(calendar);
    if (read?.ids === ids) return { layers: read.layers, now };
    const layers = (await this.layers(ctx)).filter((layer) => layer.calendar === calendar);
    this.lastRead.set(calendar, { ids, layers });
    return { layers, now };
  }

  /** The notices of all calendars, in the order in which they were entered. */
  async layers(ctx: Context): Promise<CalendarLayer[]> {
    const rows: WrittenLayer[] = await ctx.manager.query(
      `SELECT calendar, official, notice, title, published_on::text AS "publishedOn", assumed, year,
         off::text[] AS off, worked::text[] AS worked
       FROM calendar_notices ORDER BY id`,
    );
    return rows.map(toCalendarLayer);
  }

  /** @returns false when the same notice is there already */
  async insert(ctx: Context, layer: CalendarLayer): Promise<boolean> {
    const rows: unknown[] = await ctx.manager.query(
      `${INSERT_LAYER} RETURNING id`,
      valuesOf(layer),
    );
    return rows.length === 1;
  }
}

interface ReadLayers {
  readonly ids: string;
  readonly layers: readonly CalendarLayer[];
}

/** Enters a layer unless it is there. */
export const INSERT_LAYER = `
  INSERT INTO calendar_notices (calendar, official, notice, title, published_on, assumed, year, off, worked)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`;

/** What INSERT_LAYER is asked with. */
export function valuesOf(layer: CalendarLayer): unknown[] {
  const { calendar, official, notice, title, publishedOn, assumed, year, off, worked } = layer;
  return [calendar, official, notice, title, publishedOn, assumed, year, off, worked];
}
