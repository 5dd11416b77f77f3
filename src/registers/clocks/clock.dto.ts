import { ApiProperty } from '@nestjs/swagger';
import { IsRFC3339 } from 'class-validator';
import { printInstant } from '../../kernel/instant';
import type { LegalTime } from './legal-time.query';

export class AdvanceClockRequest {
  @ApiProperty({ format: 'date-time', example: '2020-04-11T00:00:00+08:00' })
  @IsRFC3339()
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
