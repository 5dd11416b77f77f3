import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/database/columns';

/** A deputy 代理: somebody who does another one's duty in their place, from and until. */
@Entity('deputies')
export class DeputyEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') mandateId!: string;
  /** Whose mandate it is. */
  @Column('uuid') principalId!: string;
  /** Who acts. */
  @Column('uuid') personId!: string;
  @InstantColumn() fromAt!: Date;
  @InstantColumn() untilAt!: Date;
  @Column('text') reason!: string;
  @InstantColumn() appointedAt!: Date;
  @InstantColumn({ nullable: true }) endedAt!: Date | null;
  @Column('uuid', { nullable: true }) endedBy!: string | null;
  @Column('int') version!: number;
}
