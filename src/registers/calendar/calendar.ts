import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/instant';
import type { CalendarLayer } from '../../kernel/calendar-layer';
import { WorkingCalendar } from '../../kernel/working-calendar';
import type { Context } from '../../platform/database/context';
import { CalendarRepository } from './calendar.repository';

/** The working calendar as the register knows it. */
@Injectable()
export class Calendar {
  constructor(private readonly repository: CalendarRepository) {}

  /** The calendar with what was published by a moment of legal time; by default, by now. */
  async knownAt(ctx: Context, moment?: Instant): Promise<WorkingCalendar> {
    const { layers, now } = await this.repository.stand(ctx);
    return new WorkingCalendar(layers, moment ?? now);
  }

  /** Every notice entered, in the order in which it was. */
  async layers(ctx: Context): Promise<CalendarLayer[]> {
    return this.repository.layers(ctx);
  }

  /** Enters a notice. @returns false when it is there already */
  async add(ctx: Context, layer: CalendarLayer): Promise<boolean> {
    return this.repository.insert(ctx, layer);
  }
}
