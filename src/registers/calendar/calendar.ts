import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/instant';
import { WorkingCalendar } from '../../kernel/working-calendar';
import type { Context } from '../../platform/database/context';
import { CalendarRepository } from './calendar.repository';

/** The working calendar as the register knows it. */
@Injectable()
export class Calendar {
  constructor(private readonly repository: CalendarRepository) {}

  /** The calendar with what was published by a moment of legal time; by default, by now. */
  async knownAt(ctx: Context, moment?: Instant): Promise<WorkingCalendar> {
    return new WorkingCalendar(await this.repository.layers(ctx), moment ?? (await ctx.now()));
  }
}
