import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { IsMoment } from '../../platform/http/is-moment.decorator';
import { calendarCodes, type CalendarCode } from '../../kernel/calendar-layer';
import { printInstant } from '../../kernel/instant';
import { Optional } from '../../platform/http/optional.decorator';
import { PageRequest } from '../../platform/http/page.dto';
import type { ClockEntity } from './clock.entity';
import { clockTransitions, type ClockState } from './clock.transitions';
import type { LegalTime } from './legal-time.query';

export class AdvanceClockRequest {
  @ApiProperty({ format: 'date-time', example: '2020-04-11T00:00:00+08:00' })
  @IsMoment()
  until!: string;
}

export class LegalTimeView {
  @ApiProperty({ format: 'date-time' }) now!: string;
  @ApiProperty({ enum: ['production', 'rehearsal'] }) mode!: 'production' | 'rehearsal';
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) target!: string | null;

  static of({ now, target }: LegalTime, mode: 'production' | 'rehearsal'): LegalTimeView {
    return { now: printInstant(now), mode, target: target === null ? null : printInstant(target) };
  }
}

export class ListClocksRequest extends PageRequest {
  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  subjectId?: string;

  @ApiProperty({ required: false, enum: clockTransitions.states })
  @Optional()
  @IsIn(clockTransitions.states)
  state?: ClockState;
}

/** A legal period: its rule, article, start and count, when it is due, and why it falls there. */
export class ClockView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ example: 'need.check' }) rule!: string;
  @ApiProperty() article!: string;
  @ApiProperty({ example: { kind: 'need', id: '…' } }) subject!: { kind: string; id: string };
  @ApiProperty({ format: 'date-time' }) startedAt!: string;
  @ApiProperty({ example: { n: 5, unit: 'workingDays' } })
  count!: { n: number | null; unit: string };
  @ApiProperty({ enum: calendarCodes, description: 'Whose working days it counts' })
  calendar!: CalendarCode;
  @ApiProperty({ format: 'date-time', description: 'The first moment that is too late' })
  dueAt!: string;
  @ApiProperty({ example: { zh: '…', en: '…' } }) why!: { zh: string; en: string };
  @ApiProperty({ enum: clockTransitions.states }) state!: ClockState;
  @ApiProperty() version!: number;

  static of(clock: ClockEntity): ClockView {
    return {
      id: clock.id,
      rule: clock.rule,
      article: clock.article,
      subject: { kind: clock.subjectKind, id: clock.subjectId },
      startedAt: printInstant(clock.startedAt),
      count: { n: clock.countN, unit: clock.countUnit },
      calendar: clock.calendar,
      dueAt: printInstant(clock.dueAt),
      why: { zh: clock.why.zh, en: clock.why.en },
      state: clock.state,
      version: clock.version,
    };
  }
}

export class ClockPage {
  @ApiProperty({ type: [ClockView] }) items!: ClockView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
