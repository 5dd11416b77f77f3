import { Injectable } from '@nestjs/common';
import type { CalendarCode, CalendarLayer } from '../../kernel/calendar-layer';
import { WorkingCalendar } from '../../kernel/working-calendar';
import type { Context } from '../../platform/database/context';
import { CalendarRepository } from './calendar.repository';

/** The working calendars as the register knows them. */
@Injectable()
export class Calendar {
  constructor(private readonly repository: CalendarRepository) {}

  /** A calendar with what was published by now, in legal time. */
  async knownAt(ctx: Context, calendar: CalendarCode = 'CN'): Promise<WorkingCalendar> {
    const { layers, now } = await this.repository.stand(ctx, calendar);
    return new WorkingCalendar(layers, now);
  }

  /** Every notice of every calendar, in the order in which it was entered. */
  async layers(ctx: Context): Promise<CalendarLayer[]> {
    return this.repository.layers(ctx);
  }

  /** Enters a notice. @returns false when it is there already */
  async add(ctx: Context, layer: CalendarLayer): Promise<boolean> {
    return this.repository.insert(ctx, layer);
  }
}
