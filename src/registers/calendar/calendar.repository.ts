import { Injectable } from '@nestjs/common';
import {
  toCalendarLayer,
  type CalendarLayer,
  type WrittenLayer,
} from '../../kernel/calendar-layer';
import type { Context } from '../../platform/database/context';

/** The notices as they were entered; the kernel makes a calendar of them. */
@Injectable()
export class CalendarRepository {
  /** All notices, in the order in which they were entered. */
  async layers(ctx: Context): Promise<CalendarLayer[]> {
    const rows: WrittenLayer[] = await ctx.manager.query(
      `SELECT notice, title, published_on::text AS "publishedOn", assumed, year,
         off::text[] AS off, worked::text[] AS worked
       FROM calendar_notices ORDER BY id`,
    );
    return rows.map(toCalendarLayer);
  }
}
