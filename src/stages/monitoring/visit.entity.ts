import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day';
import { DayColumn, InstantColumn } from '../../platform/database/columns';

/** A site visit 走访 to a project, as the visitor found it. */
@Entity('project_visits')
export class VisitEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') projectId!: string;
  @DayColumn() visitedOn!: Day;
  @Column('uuid') visitedBy!: string;
  @Column('text') findings!: string;
  /** How many people were being served when the visitor came. */
  @Column('int') headsServed!: number;
  @InstantColumn() recordedAt!: Date;
  @Column('int') version!: number;
}
