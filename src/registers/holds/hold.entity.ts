import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/database/columns';
import type { HoldState } from './hold.transitions';

/** A hold 暂停: nothing is confirmed, signed or paid of its subject while it stands. */
@Entity('holds')
export class HoldEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('ltree') unitPath!: string;
  @Column('text') subjectKind!: 'award' | 'lot';
  @Column('uuid') subjectId!: string;
  @Column('text') causeKind!: 'challenge' | 'rectification' | 'evaluation';
  @Column('uuid') causeId!: string;
  @Column('text') reason!: string;
  @Column('text') state!: HoldState;
  @InstantColumn() placedAt!: Date;
  @InstantColumn({ nullable: true }) liftedAt!: Date | null;
  @Column('int') version!: number;
}
