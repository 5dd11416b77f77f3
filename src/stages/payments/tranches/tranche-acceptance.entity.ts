import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Duty } from '../../../access/duties';
import { InstantColumn } from '../../../platform/database/columns';

/** That a person accepted the work which a tranche pays 验收; it has the id of its tranche, and stays as it is. */
@Entity('tranche_acceptances')
export class TrancheAcceptanceEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') projectId!: string;
  /** The tranche's. */
  @Column('text') code!: string;
  /** The duty that the rules ask for. */
  @Column('text') duty!: Duty;
  @Column('uuid') acceptedBy!: string;
  @InstantColumn() acceptedAt!: Date;
  /** What the person found. */
  @Column('text') findings!: string;
}
