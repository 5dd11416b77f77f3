import { Injectable } from '@nestjs/common';
import {
  toCalendarLayer,
  type CalendarLayer,
  type WrittenLayer,
} from '../../kernel/calendar-layer';
import { dayOf } from '../../kernel/day';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import { Calendar } from '../calendar';
import { Clocks } from './clocks';
import { refuseClock } from './clock.refusals';

/** Enters a holiday notice and counts every running period anew: later if at all, never earlier. */
@Injectable()
export class EnterNotice {
  constructor(
    private readonly calendar: Calendar,
    private readonly clocks: Clocks,
  ) {}

  /**
   * @returns the layer, and how many clocks it moved
   * @throws CLOCK.NOTICE_AHEAD, CLOCK.NOTICE_KNOWN, CALENDAR.NOTICE_CONTRADICTS_ITSELF, CALENDAR.DAY_OUTSIDE_NOTICE
   */
  async execute(
    ctx: Context,
    written: WrittenLayer,
  ): Promise<{ layer: CalendarLayer; moved: number }> {
    ctx.require('calendar.enter', {});
    const layer = toCalendarLayer(written);
    const today = dayOf(await ctx.now());
    if (layer.publishedOn > today) {
      throw refuseClock('CLOCK.NOTICE_AHEAD', { today }, '/publishedOn');
    }
    const isNew = await this.calendar.add(ctx, layer);
    const moved = await this.clocks.recount(ctx);
    // A notice that came with a release is there before anyone enters it; what runs is counted by it when somebody does.
    if (!isNew && moved === 0) throw refuseClock('CLOCK.NOTICE_KNOWN');
    await ctx.record({
      name: 'calendar.notice-entered',
      aggregate: { kind: 'calendarNotice', id: newId(), version: 1 },
      move: null,
      body: {
        calendar: layer.calendar,
        notice: layer.notice,
        year: layer.year,
        publishedOn: layer.publishedOn,
        moved,
      },
      audience: { public: true },
    });
    return { layer, moved };
  }
}
