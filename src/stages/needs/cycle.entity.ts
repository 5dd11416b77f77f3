import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/database/columns';
import type { ScreeningRules } from '../../rules';
import type { CycleState } from './cycle.transitions';

/** One street's screening cycle 需求征集: opened by its first need, closed when everyone has their feedback. */
@Entity('screening_cycles')
export class CycleEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') streetId!: string;
  @Column('ltree') unitPath!: string;
  /** The screening rules as they were when the cycle opened: they hold for it for ever. */
  @Column('jsonb') rules!: ScreeningRules;
  @Column('text') state!: CycleState;
  @InstantColumn() openedAt!: Date;
  @InstantColumn({ nullable: true }) reportedAt!: Date | null;
  @Column('uuid', { nullable: true }) reportedBy!: string | null;
  @Column('int') version!: number;
}
