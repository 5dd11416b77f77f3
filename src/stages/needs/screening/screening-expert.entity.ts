import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';

/** An expert of a cycle's screening: from being named until being released, if ever. */
@Entity('screening_experts')
export class ScreeningExpertEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') cycleId!: string;
  @Column('uuid') personId!: string;
  @InstantColumn() assignedAt!: Date;
  @InstantColumn({ nullable: true }) releasedAt!: Date | null;
  /** Why another one was named instead. */
  @Column('text', { nullable: true }) reason!: string | null;
}
