import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { calendarCodes, type CalendarCode, type CalendarLayer } from '../../kernel/calendar-layer';
import type { Day } from '../../kernel/day';
import type { DayStatus } from '../../kernel/working-calendar';
import { Optional } from '../../platform/http/optional.decorator';
import { Line } from '../../platform/http/text.decorator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MAX_DAYS_NAMED = 120;

const WHOSE_DAYS =
  'CN: the State Council’s calendar. TW, ES: public holidays as a library (date-holidays) has them, 2009 to 2026. They are unofficial: no authority has confirmed them, and days of regions, days moved and days made up are not in them.';

export class DaysRequest {
  @ApiProperty({ format: 'date', example: '2023-04-20' })
  @Matches(DAY)
  from!: string;

  @ApiProperty({ format: 'date', example: '2023-04-25', description: 'At most 400 days later' })
  @Matches(DAY)
  to!: string;

  @ApiProperty({ required: false, enum: calendarCodes, default: 'CN', description: WHOSE_DAYS })
  @Optional()
  @IsIn(calendarCodes)
  calendar?: CalendarCode;
}

export class DayView {
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty({ enum: ['working', 'off'] }) kind!: DayStatus['kind'];
  @ApiProperty({ enum: ['weekday', 'weekend', 'holiday', 'made-up'] }) why!: DayStatus['why'];
  @ApiProperty({ type: String, nullable: true }) notice!: string | null;
  @ApiProperty({ description: 'The year has no notice yet: shown, never counted with' })
  provisional!: boolean;
  @ApiProperty({
    description: 'Known from a library alone: counted with, yet nobody has confirmed it',
  })
  unofficial!: boolean;

  static of(day: Day, status: DayStatus): DayView {
    const { kind, why, notice = null, provisional, unofficial = false } = status;
    return { day, kind, why, notice, provisional, unofficial };
  }
}

export class DaysView {
  @ApiProperty({ type: [DayView] }) items!: DayView[];
}

export class EnterNoticeRequest {
  @ApiProperty({ required: false, enum: calendarCodes, default: 'CN', description: WHOSE_DAYS })
  @Optional()
  @IsIn(calendarCodes)
  calendar?: CalendarCode;

  @ApiProperty({ example: '国办发明电〔2026〕8号' })
  @Line(4, 60)
  notice!: string;

  @ApiProperty({ example: '国务院办公厅关于2027年部分节假日安排的通知' })
  @Line(4, 100)
  title!: string;

  @ApiProperty({ format: 'date', description: 'The day it bears; it may not lie ahead' })
  @Matches(DAY)
  publishedOn!: string;

  @ApiProperty({ minimum: 2000, maximum: 2100 })
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;

  @ApiProperty({ type: [String], description: 'Days off that it names, weekend days among them' })
  @IsArray()
  @ArrayMaxSize(MAX_DAYS_NAMED)
  @Matches(DAY, { each: true })
  off!: string[];

  @ApiProperty({ type: [String], description: 'Days worked that it names' })
  @IsArray()
  @ArrayMaxSize(MAX_DAYS_NAMED)
  @Matches(DAY, { each: true })
  worked!: string[];
}

export class CalendarNoticeView {
  @ApiProperty({ enum: calendarCodes, description: WHOSE_DAYS }) calendar!: CalendarCode;
  @ApiProperty({ description: 'False for what a library has' }) official!: boolean;
  @ApiProperty({ type: String, nullable: true }) notice!: string | null;
  @ApiProperty() title!: string;
  @ApiProperty({ format: 'date' }) publishedOn!: string;
  @ApiProperty({ description: 'The day of publication is assumed' }) assumed!: boolean;
  @ApiProperty() year!: number;
  @ApiProperty({ type: [String] }) off!: readonly string[];
  @ApiProperty({ type: [String] }) worked!: readonly string[];

  static of(layer: CalendarLayer): CalendarNoticeView {
    const { calendar, official, notice, title, publishedOn, assumed, year, off, worked } = layer;
    return { calendar, official, notice, title, publishedOn, assumed, year, off, worked };
  }
}

export class EnteredNoticeView extends CalendarNoticeView {
  @ApiProperty({ description: 'How many running periods it moved, all of them later' })
  movedClocks!: number;
}

export class CalendarNoticesView {
  @ApiProperty({ type: [CalendarNoticeView] }) items!: CalendarNoticeView[];
}
