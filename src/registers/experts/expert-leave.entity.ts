import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day';
import { DayColumn } from '../../platform/database/columns';

/** Days on which an expert cannot be invited, both ends included. */
@Entity('expert_leaves')
export class ExpertLeaveEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') expertId!: string;
  @DayColumn() fromDay!: Day;
  @DayColumn() untilDay!: Day;
}
