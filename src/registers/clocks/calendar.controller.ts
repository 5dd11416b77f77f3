import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { addDays, daysBetween, toDay } from '../../kernel/day';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import {
  Calendar,
  CalendarNoticesView,
  CalendarNoticeView,
  DaysRequest,
  DaysView,
  DayView,
  EnteredNoticeView,
  EnterNoticeRequest,
} from '../calendar';
import { refuseClock } from './clock.refusals';
import { EnterNotice } from './enter-notice';

const MAX_DAYS = 400;

@ApiTags('calendar')
@Controller('v1/calendar')
export class CalendarController {
  constructor(
    private readonly calendar: Calendar,
    private readonly enterNotice: EnterNotice,
  ) {}

  @Get('days')
  @Allow('calendar.read')
  @Documented({
    summary: 'What each day of a calendar is, and why, as it is known today',
    answers: DaysView,
    refusals: ['CLOCK.DAYS_WRONG'],
  })
  async days(@Ctx() ctx: Context, @Query() request: DaysRequest): Promise<DaysView> {
    const { from, count } = readRange(request);
    const calendar = await this.calendar.knownAt(ctx, request.calendar);
    const days = Array.from({ length: count }, (_, n) => addDays(from, n));
    return { items: days.map((day) => DayView.of(day, calendar.status(day))) };
  }

  @Get('notices')
  @Allow('calendar.list')
  @Documented({ summary: 'The holiday notices, in layers', answers: CalendarNoticesView })
  async notices(@Ctx() ctx: Context): Promise<CalendarNoticesView> {
    const layers = await this.calendar.layers(ctx);
    return { items: layers.map((layer) => CalendarNoticeView.of(layer)) };
  }

  @Post('notices')
  @Allow('calendar.enter')
  @Documented({
    summary: 'Enter a holiday notice; running periods are counted anew, never to an earlier day',
    answers: EnteredNoticeView,
    status: 201,
    refusals: [
      'CLOCK.NOTICE_AHEAD',
      'CLOCK.NOTICE_KNOWN',
      'CALENDAR.NOTICE_CONTRADICTS_ITSELF',
      'CALENDAR.DAY_OUTSIDE_NOTICE',
    ],
  })
  async enter(@Ctx() ctx: Context, @Body() body: EnterNoticeRequest): Promise<EnteredNoticeView> {
    const { layer, moved } = await this.enterNotice.execute(ctx, { ...body, assumed: false });
    return { ...CalendarNoticeView.of(layer), movedClocks: moved };
  }
}

function readRange({ from, to }: DaysRequest) {
  try {
    const first = toDay(from);
    const count = daysBetween(first, toDay(to)) + 1;
    if (count >= 1 && count <= MAX_DAYS) return { from: first, count };
  } catch {
    // No such day, like 30 February: told like a wrong order.
  }
  throw refuseClock('CLOCK.DAYS_WRONG', { most: MAX_DAYS }, '/from');
}
