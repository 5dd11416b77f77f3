import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../../platform/database/columns';
import type { GivenScores } from '../../../rules';

/** One expert's sheet for one need; it stays as it was handed in. */
@Entity('screening_sheets')
export class ScreeningSheetEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') cycleId!: string;
  @Column('uuid') needId!: string;
  @Column('uuid') personId!: string;
  @Column('jsonb') scores!: GivenScores;
  @Column('text') comment!: string;
  @InstantColumn() handedInAt!: Date;
  @Column('int') version!: number;
}
