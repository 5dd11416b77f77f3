import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day';
import { DayColumn } from '../../platform/database/columns';
import type { ProjectState } from './project.transitions';

/** A project 项目: what an award's contract has in force, from its last signature until it is closed. Its id is the award's. */
@Entity('projects')
export class ProjectEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') contractId!: string;
  @Column('uuid') partyId!: string;
  @Column('uuid') roundId!: string;
  @Column('uuid') unitId!: string;
  @Column('ltree') unitPath!: string;
  @Column('text') title!: string;
  /** The day on which the contract came into force. */
  @DayColumn() startedOn!: Day;
  /** The last day of the projects of its round, included. */
  @DayColumn() endsOn!: Day;
  /** At least so many site visits are paid to it. */
  @Column('int') visitsMin!: number;
  @Column('text') state!: ProjectState;
  @Column('int') version!: number;
}
