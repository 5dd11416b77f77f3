import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, Matches, Max, Min } from 'class-validator';
import type { WrittenLayer } from '../../kernel/calendar-layer';
import type { Day } from '../../kernel/day';
import type { DayStatus } from '../../kernel/working-calendar';
import { Line } from '../../platform/http/text.decorator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MAX_DAYS_NAMED = 120;

export class DaysRequest {
  @ApiProperty({ format: 'date', example: '2023-04-20' })
  @Matches(DAY)
  from!: string;

  @ApiProperty({ format: 'date', example: '2023-04-25', description: 'At most 400 days later' })
  @Matches(DAY)
  to!: string;
}

export class DayView {
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty({ enum: ['working', 'off'] }) kind!: DayStatus['kind'];
  @ApiProperty({ enum: ['weekday', 'weekend', 'holiday', 'made-up'] }) why!: DayStatus['why'];
  @ApiProperty({ type: String, nullable: true }) notice!: string | null;
  @ApiProperty({ description: 'The year has no notice yet: shown, never counted with' })
  provisional!: boolean;

  static of(day: Day, status: DayStatus): DayView {
    const { kind, why, notice = null, provisional } = status;
    return { day, kind, why, notice, provisional };
  }
}

export class DaysView {
  @ApiProperty({ type: [DayView] }) items!: DayView[];
}

export class EnterNoticeRequest {
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
  @ApiProperty({ type: String, nullable: true }) notice!: string | null;
  @ApiProperty() title!: string;
  @ApiProperty({ format: 'date' }) publishedOn!: string;
  @ApiProperty({ description: 'The day of publication is assumed' }) assumed!: boolean;
  @ApiProperty() year!: number;
  @ApiProperty({ type: [String] }) off!: readonly string[];
  @ApiProperty({ type: [String] }) worked!: readonly string[];

  static of({ notice, title, publishedOn, assumed, year, off, worked }: WrittenLayer) {
    return { notice, title, publishedOn, assumed, year, off, worked };
  }
}

export class EnteredNoticeView extends CalendarNoticeView {
  @ApiProperty({ description: 'How many running periods it moved, all of them later' })
  movedClocks!: number;
}

export class CalendarNoticesView {
  @ApiProperty({ type: [CalendarNoticeView] }) items!: CalendarNoticeView[];
}
