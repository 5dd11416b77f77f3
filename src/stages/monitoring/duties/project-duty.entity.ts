import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MonitoringDuty } from '../../../rules';

/** A duty 过程管理义务 that a project's rule set puts on somebody while it runs. */
@Entity('project_duties')
export class ProjectDutyEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') projectId!: string;
  /** Its code in the rule set. */
  @Column('text') code!: string;
  /** What the rule set of the contract says of it. */
  @Column('jsonb') rules!: MonitoringDuty;
  /** In how many of its periods it was not done. */
  @Column('int') missed!: number;
  @Column('int') version!: number;
}
