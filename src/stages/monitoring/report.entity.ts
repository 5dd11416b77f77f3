import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day';
import type { Fen } from '../../kernel/money';
import { DayColumn, FenColumn, InstantColumn } from '../../platform/database/columns';
import type { BilingualText } from '../../rules';
import type { ReportState } from './report.transitions';

/** A report 报告 that a project owes by its rule set; the row stands from the project's start, its content comes with it. */
@Entity('project_reports')
export class ReportEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') projectId!: string;
  /** Its code in the rule set. */
  @Column('text') code!: string;
  @Column('jsonb') name!: BilingualText;
  /** The last day on which it is in time. */
  @DayColumn() dueOn!: Day;
  @Column('text') state!: ReportState;
  /** Since when it has counted as missing; kept when it comes after all. */
  @InstantColumn({ nullable: true }) missingSince!: Date | null;
  @InstantColumn({ nullable: true }) submittedAt!: Date | null;
  @Column('uuid', { nullable: true }) submittedBy!: string | null;
  @Column('text', { nullable: true }) text!: string | null;
  @Column('int', { nullable: true }) activitiesHeld!: number | null;
  @Column('int', { nullable: true }) headsServed!: number | null;
  /** What was spent of the whole budget so far. */
  @FenColumn({ nullable: true }) spentFen!: Fen | null;
  @InstantColumn({ nullable: true }) acceptedAt!: Date | null;
  @Column('uuid', { nullable: true }) acceptedBy!: string | null;
  /** What is accepted as spent of the grant so far, which is at most what the report says of the whole budget. */
  @FenColumn({ nullable: true }) acceptedFen!: Fen | null;
  @Column('int') version!: number;
}
