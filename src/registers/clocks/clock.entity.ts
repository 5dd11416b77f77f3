import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarCode } from '../../kernel/calendar-layer';
import type { PeriodCount, Pause } from '../../kernel/period';
import type { PeriodExplanation } from '../../kernel/period-explanation';
import { InstantColumn } from '../../platform/database/columns';
import type { ProcessKind } from '../../platform/record/domain-event';
import type { ClockState } from './clock.transitions';

/** A legal period that runs: its rule, start, count and pauses, when it is due and why then. */
@Entity('clocks')
export class ClockEntity {
  @PrimaryColumn('uuid') id!: string;
  /** `round.closes`; the part before the dot is the kind of subject. */
  @Column('text') rule!: string;
  @Column('text') article!: string;
  @Column('text') subjectKind!: string;
  @Column('uuid') subjectId!: string;
  @Column('text') processKind!: ProcessKind;
  @Column('uuid') processId!: string;
  @InstantColumn() startedAt!: Date;
  @Column('int', { nullable: true }) countN!: number | null;
  @Column('text') countUnit!: PeriodCount['unit'];
  /** Whose working days it counts. */
  @Column('text') calendar!: CalendarCode;
  @Column('jsonb') pauses!: Pause[];
  @InstantColumn() dueAt!: Date;
  @Column('jsonb') why!: PeriodExplanation;
  @Column('text') state!: ClockState;
  @InstantColumn({ nullable: true }) settledAt!: Date | null;
  @Column('int') version!: number;
}
