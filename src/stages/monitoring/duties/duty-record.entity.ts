import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../../kernel/day';
import { DayColumn, InstantColumn } from '../../../platform/database/columns';
import type { MonitoringDuty } from '../../../rules';

/** That a duty was done, by whoever did it; it stays as it is. */
@Entity('duty_records')
export class DutyRecordEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') projectId!: string;
  @Column('uuid') dutyId!: string;
  @Column('text') code!: string;
  @DayColumn() doneOn!: Day;
  @Column('text') note!: string;
  /** What is there of what the rules ask for. */
  @Column('jsonb') evidence!: NonNullable<MonitoringDuty['evidence']>;
  @Column('uuid') recordedBy!: string;
  @InstantColumn() recordedAt!: Date;
  @Column('int') version!: number;
}
